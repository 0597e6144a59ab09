import { capabilitiesOf, type Capability, type SignIn } from '../../core/access/access.ts';
import type { Clock } from '../../core/clock.ts';
import { badInput, notFound, unauthenticated } from '../../core/fault.ts';
import type { ApiToken } from '../../core/people/member.ts';
import { appendAudit } from '../../db/people/audit.ts';
import type { Database, Tx } from '../../db/engine/client.ts';
import { holdLiveToken, insertApiToken, type NewApiToken } from '../../db/people/tokens.ts';
import { findUserByEmail, listWorkspacesById, listWorkspacesOfUser } from '../../db/tenants/workspaces.ts';
import { assertMayGrant } from './assert-may-grant.ts';
import { createBearerSecret, digestOf } from '../access/bearer-secret.ts';

export interface ApiTokenRequest {
  readonly workspaceId: number;
  readonly name: string;
  /** null: everything the creator may do, now and in the future. */
  readonly capabilities: readonly Capability[] | null;
  /** null: `defaultDays` from now. */
  readonly expiresAt: Date | null;
}

/** Three months: long enough to be useful, short enough that a forgotten token does not live forever. */
const defaultDays = 90;
/** A year and a day, so that "in a year" is always within it. */
const maxDays = 366;
const dayMs = 86_400_000;

export interface MadeApiToken {
  readonly apiToken: ApiToken;
  /** Returned only here and stored nowhere. */
  readonly plaintext: string;
}

/**
 * A token that acts for the viewer in one workspace, with its audit entry in the same transaction. A token can create
 * another one with no more capabilities and no later expiry, which is revoked with it.
 */
export async function createApiToken(
  { database, now }: { readonly database: Database; readonly now: Clock },
  { viewer, kind, id, expiresAt: ownExpiry }: SignIn,
  request: ApiTokenRequest,
): Promise<MadeApiToken> {
  const { workspaceId, name, capabilities } = request;
  const at = now();
  const expiresAt = chooseExpiry(request.expiresAt, at);
  return await database.transaction(async (tx) => {
    const [workspace] = await listWorkspacesById(tx, viewer, [workspaceId]);
    if (workspace === undefined) throw notFound();
    const isMadeByToken = kind === 'token';
    if (isMadeByToken && !(await holdLiveToken(tx, id, at))) throw unauthenticated();
    if (capabilities !== null) assertMayGrant(workspace.role, viewer, capabilities);
    return await insertToken(
      tx,
      { actorUserId: viewer.userId, at },
      {
        userId: viewer.userId,
        workspaceId,
        name,
        scopes: toScopes(capabilities) ?? viewer.scopes,
        expiresAt: isMadeByToken && ownExpiry !== null && ownExpiry < expiresAt ? ownExpiry : expiresAt,
        createdByTokenId: isMadeByToken ? id : null,
      },
    );
  });
}

/** Every token can see what its user sees; the database requires it. */
function toScopes(capabilities: readonly Capability[] | null): readonly Capability[] | null {
  return capabilities && [...new Set<Capability>(['view', ...capabilities])];
}

function chooseExpiry(asked: Date | null, now: Date): Date {
  const expiresAt = asked ?? new Date(now.getTime() + defaultDays * dayMs);
  const ahead = expiresAt.getTime() - now.getTime();
  if (ahead > 0 && ahead <= maxDays * dayMs) return expiresAt;
  throw badInput('expiresAt', `The expiry date must be in the future, at most ${maxDays} days from now.`);
}

async function insertToken(
  tx: Tx,
  { actorUserId, at }: { readonly actorUserId: number | null; readonly at: Date },
  token: Omit<NewApiToken, 'tokenHash' | 'prefix'>,
): Promise<MadeApiToken> {
  const plaintext = createBearerSecret('ta_');
  // Enough to recognize a token in a list, far too little to guess it.
  const prefix = plaintext.slice(0, 8);
  const apiToken = await insertApiToken(tx, { ...token, tokenHash: digestOf(plaintext), prefix }, at);
  const { id, workspaceId, userId, name, scopes, expiresAt } = apiToken;
  await appendAudit(tx, {
    workspaceId,
    actorUserId,
    action: 'api_token.created',
    subjectType: 'api_token',
    subjectId: id,
    data: {
      name,
      user_id: userId,
      capabilities: scopes === null ? 'all' : [...capabilitiesOf('owner', scopes)].join(' '),
      expires_at: expiresAt?.toISOString() ?? null,
    },
  });
  return { apiToken, plaintext };
}

export interface OperatorTokenRequest {
  readonly email: string;
  /** Slug; optional if the user is a member of only one workspace. */
  readonly workspace: string | null;
  readonly name: string;
  readonly expiresAt: Date | null;
}

/**
 * For the operator of the program, who has the database anyway: creates a token for a user, bound to one workspace.
 * The plaintext is returned once and stored nowhere. Throws BAD_USER_INPUT with what was expected.
 */
export async function createApiTokenForUser(
  { database, now }: { readonly database: Database; readonly now: Clock },
  { email, workspace: slug, name, expiresAt }: OperatorTokenRequest,
): Promise<string> {
  return await database.transaction(async (tx) => {
    const user = await findUserByEmail(tx, email);
    if (user === null) throw badInput('user', `No user has the email ${email}.`);
    const workspaces = await listWorkspacesOfUser(tx, user.id);
    const candidates = slug === null ? workspaces : workspaces.filter((workspace) => workspace.slug === slug);
    const [workspace] = candidates;
    if (workspace === undefined || candidates.length > 1) {
      const slugs = workspaces.map((one) => one.slug).join(', ') || 'none';
      throw badInput('workspace', `${email} is a member of several workspaces. Choose one: ${slugs}.`);
    }
    const made = await insertToken(
      tx,
      { actorUserId: null, at: now() },
      {
        userId: user.id,
        workspaceId: workspace.id,
        name,
        scopes: null,
        expiresAt,
        createdByTokenId: null,
      },
    );
    return made.plaintext;
  });
}
