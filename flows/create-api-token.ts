import { badInput } from '../core/fault.ts';
import { insertApiToken } from '../db/access.ts';
import type { Db } from '../db/client.ts';
import { findUserByEmail, listWorkspacesOfUser } from '../db/workspaces.ts';
import { createBearerSecret, digestOf } from './bearer-secret.ts';

export interface OperatorTokenRequest {
  readonly email: string;
  /** Slug; may be left out when the user is a member of one workspace only. */
  readonly workspace: string | null;
  readonly name: string;
  readonly expiresAt: Date | null;
}

/**
 * For whoever operates the program and so has the database anyway: makes a token for a user, bound to one workspace.
 * The plaintext is returned once and stored nowhere. Throws BAD_USER_INPUT with what was expected.
 */
export async function createApiTokenForUser(db: Db, request: OperatorTokenRequest): Promise<string> {
  const user = await findUserByEmail(db, request.email);
  if (user === null) throw badInput('user', `There is no user ${request.email}.`);
  const workspaces = await listWorkspacesOfUser(db, user.id);
  const candidates =
    request.workspace === null ? workspaces : workspaces.filter(({ slug }) => slug === request.workspace);
  const [workspace] = candidates;
  if (workspace === undefined || candidates.length > 1) {
    const slugs = workspaces.map(({ slug }) => slug).join(', ') || 'none';
    throw badInput('workspace', `Name one workspace of ${request.email} (there is: ${slugs}).`);
  }
  const secret = createBearerSecret('ta_');
  await insertApiToken(db, {
    userId: user.id,
    workspaceId: workspace.id,
    name: request.name,
    tokenHash: digestOf(secret),
    // Enough to recognise a token in a list, far too little to guess it.
    prefix: secret.slice(0, 8),
    expiresAt: request.expiresAt,
  });
  return secret;
}
