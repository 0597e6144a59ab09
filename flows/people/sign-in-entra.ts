import type { SignIn } from '../../core/access/access.ts';
import type { EntraIdentity } from '../../core/people/sign-in.ts';
import { ensureSession, findSignInBySession } from '../../db/access/access.ts';
import { appendAudit } from '../../db/people/audit.ts';
import type { Database, Db, Tx } from '../../db/engine/client.ts';
import {
  findMemberByEntra,
  insertFirstWorkspace,
  linkMemberToEntra,
  lockFirstWorkspace,
} from '../../db/people/entra-users.ts';
import { listWorkspacesOfUser } from '../../db/tenants/workspaces.ts';
import { digestOf } from '../access/bearer-secret.ts';
import { startSession, type StartedSession } from './start-session.ts';

export interface EntraSignIn {
  readonly identity: EntraIdentity;
  /** User principal name of the person who may create the first workspace, in lower case; null: no one. */
  readonly bootstrapOwner: string | null;
  readonly replaces: string | null;
  readonly now: Date;
}

/**
 * The user for the identity, and a session for them, in one transaction. null if no one has added them. The
 * directory's ids decide. A user who was added by email and never signed in has none yet: the name within the
 * configured directory counts once, and the ids are kept from then on. See docs/sign-in.md.
 */
export async function signInEntra(
  { database }: { readonly database: Database },
  { identity, bootstrapOwner, replaces, now }: EntraSignIn,
): Promise<StartedSession | null> {
  return await database.transaction(async (tx) => {
    const userId =
      (await findMember(tx, identity)) ?? (await foundWorkspace(tx, identity, bootstrapOwner, now));
    return userId === null ? null : await startSession(tx, { userId, replaces, now });
  });
}

async function findMember(tx: Tx, identity: EntraIdentity): Promise<number | null> {
  const known = await findMemberByEntra(tx, identity);
  if (known !== null || identity.userName === null) return known;
  const linked = await linkMemberToEntra(tx, identity, identity.userName);
  // If two tabs came at once, the other one may have linked them while this one waited for the row.
  if (linked === null) return await findMemberByEntra(tx, identity);
  await auditLink(tx, linked, identity);
  return linked;
}

/**
 * From now on these ids identify the person, wherever they are a member: each of those workspaces has it in its log.
 */
async function auditLink(tx: Tx, userId: number, { tenantId, objectId }: EntraIdentity): Promise<void> {
  for (const { id: workspaceId } of await listWorkspacesOfUser(tx, userId)) {
    await appendAudit(tx, {
      workspaceId,
      actorUserId: userId,
      action: 'user.linked_to_entra',
      subjectType: 'user',
      subjectId: userId,
      data: { entra_tid: tenantId, entra_oid: objectId },
    });
  }
}

/** The first workspace of an empty installation, for the one person whom its operator has named. */
async function foundWorkspace(
  tx: Tx,
  identity: EntraIdentity,
  bootstrapOwner: string | null,
  now: Date,
): Promise<number | null> {
  const { userName } = identity;
  if (userName === null || userName !== bootstrapOwner) return null;
  // The second of two that came at once finds the workspace created and themselves in it.
  if (!(await lockFirstWorkspace(tx))) return await findMemberByEntra(tx, identity);
  const name = userName.slice(userName.indexOf('@') + 1);
  const slug = name.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'first';
  return await insertFirstWorkspace(tx, { name, slug, owner: { ...identity, userName } }, now);
}

/**
 * A script with an Entra access token acts as the person it was issued to, who has signed in here before. The token
 * is recorded as a session that ends when it does, so that everything that watches a sign-in watches this one too.
 * `token` must be verified. null if the person is not known here.
 */
export async function admitEntraToken(
  db: Db,
  { identity, token, expiresAt }: { identity: EntraIdentity; token: string; expiresAt: Date },
  now: Date,
): Promise<SignIn | null> {
  const userId = await findMemberByEntra(db, identity);
  if (userId === null) return null;
  // Never the digest of a cookie's value: an accepted access token is not a browser session.
  const tokenHash = digestOf(`access token ${token}`);
  const known = await findSignInBySession(db, tokenHash, now);
  if (known !== null) return known;
  await ensureSession(db, { userId, tokenHash, expiresAt });
  return await findSignInBySession(db, tokenHash, now);
}
