import type { Viewer } from '../../core/access/access.ts';
import { badInput, notFound } from '../../core/fault.ts';
import { directoryNamed, problemOfDirectoryId } from '../../core/guid.ts';
import type { Discovery, Provider } from '../../core/provider/provider.ts';
import type { Database } from '../../db/engine/client.ts';
import { listWorkspacesById } from '../../db/tenants/workspaces.ts';
import { assertCapability } from '../access/assert-capability.ts';

export interface DirectoryQuestion {
  readonly workspaceId: number;
  /** A directory's GUID, or one of its domain names. */
  readonly name: string;
}

export interface DiscoverDependencies {
  readonly database: Database;
  readonly provider: Pick<Provider, 'discover'>;
}

/** A form is waiting for the answer; the provider's own timeouts are for runs that no one watches. */
const answerWithinMs = 10_000;

/**
 * Asks the provider's public discovery documents which cloud a directory is in, and which GUID it has. Stores
 * nothing, needs no credential, and holds no transaction while it waits. Throws NOT_FOUND for a workspace the viewer
 * is not in, FORBIDDEN without the capability to onboard a tenant there, BAD_USER_INPUT for what cannot be a
 * directory's name.
 */
export async function discoverDirectory(
  { database, provider }: DiscoverDependencies,
  viewer: Viewer,
  { workspaceId, name }: DirectoryQuestion,
): Promise<Discovery> {
  const [workspace] = await listWorkspacesById(database.db, viewer, [workspaceId]);
  if (workspace === undefined) throw notFound();
  assertCapability(workspace.role, viewer, 'tenant.manage');
  const wanted = directoryNamed(name);
  if (wanted === null) {
    throw badInput('name', 'name must be a domain name such as contoso.com, or a directory’s GUID.');
  }
  const problem = problemOfDirectoryId(wanted);
  if (problem !== null) throw badInput('name', problem);
  return await provider.discover(wanted, AbortSignal.timeout(answerWithinMs));
}
