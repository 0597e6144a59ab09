import { timingSafeEqual } from 'node:crypto';
import { capabilitiesOf, type SignIn } from '../../core/access/access.ts';
import type { Clock } from '../../core/clock.ts';
import { badInput, Fault, notFound } from '../../core/fault.ts';
import { cliCapabilities, type CliLoginRequest } from '../../core/people/cli-login.ts';
import type { Database } from '../../db/engine/client.ts';
import { insertLoginCode, takeLoginCode } from '../../db/people/login-codes.ts';
import { listWorkspacesById } from '../../db/tenants/workspaces.ts';
import { createBearerSecret, digestOf } from '../access/bearer-secret.ts';
import { createApiToken } from './create-api-token.ts';

export interface CliLoginDependencies {
  readonly database: Database;
  readonly now: Clock;
}

/** The browser hands the code to the command line on the same machine, which fetches its token at once. */
const codeSeconds = 60;

/** A code for a command line that the person has let into the workspace. Only its digest is stored. */
export async function grantCliLogin(
  { database: { db }, now }: CliLoginDependencies,
  { viewer, kind }: SignIn,
  {
    challenge,
    name,
    workspaceId,
  }: Pick<CliLoginRequest, 'challenge' | 'name'> & { readonly workspaceId: number },
): Promise<string> {
  // A token has less than its person: it must not turn itself into one that has more.
  if (kind !== 'session')
    throw new Fault('FORBIDDEN', 'Only someone who is signed in can let a command line in.');
  const [workspace] = await listWorkspacesById(db, viewer, [workspaceId]);
  if (workspace === undefined) throw notFound();
  const code = createBearerSecret('');
  const at = now();
  const expiresAt = new Date(at.getTime() + codeSeconds * 1_000);
  const { userId } = viewer;
  await insertLoginCode(
    db,
    { codeHash: digestOf(code), challenge, userId, workspaceId, name, expiresAt },
    at,
  );
  return code;
}

/**
 * The token for a code, for whoever knows what its challenge was made of. The code is used up even if that is wrong. What
 * the person may do is looked up now, as for any token.
 */
export async function redeemCliLogin(
  dependencies: CliLoginDependencies,
  { code, verifier }: { readonly code: string; readonly verifier: string },
): Promise<string> {
  const { database, now } = dependencies;
  const taken = await takeLoginCode(database.db, digestOf(code), now());
  if (taken === null || !timingSafeEqual(digestOf(verifier), taken.challenge))
    throw badInput('code', 'The login has expired or was used already. Log in again.');
  const { userId, workspaceId, name } = taken;
  const viewer = { userId, workspaceId: null, scopes: null };
  const [workspace] = await listWorkspacesById(database.db, viewer, [workspaceId]);
  if (workspace === undefined) throw notFound();
  const held = capabilitiesOf(workspace.role);
  const { plaintext } = await createApiToken(
    dependencies,
    { viewer, kind: 'session', id: 0, expiresAt: null },
    {
      workspaceId,
      name,
      capabilities: cliCapabilities.filter((capability) => held.includes(capability)),
      expiresAt: null,
    },
  );
  return plaintext;
}
