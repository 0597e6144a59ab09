import type { Viewer } from '../../core/access/access.ts';
import { providerNames } from '../../core/connections/connection.ts';
import { badInput, Fault, notFound } from '../../core/fault.ts';
import { directoryNamed, problemOfDirectoryId, toGuid } from '../../core/guid.ts';
import type { CloudName } from '../../core/clouds.ts';
import type { Tenant } from '../../core/tenants/tenant.ts';
import { appendAudit } from '../../db/people/audit.ts';
import type { Database } from '../../db/engine/client.ts';
import { insertConnection } from '../../db/connections/connection-writes.ts';
import { lockTenant } from '../../db/tenants/tenant-writes.ts';
import { assertCapability } from '../access/assert-capability.ts';
import { assertNotArchived } from './lock-connection.ts';

export interface CreateConnectionRequest {
  readonly tenantId: number;
  readonly provider: string;
  /** null: the tenant's own directory. */
  readonly entraTenantId: string | null;
  /** null: named after the tenant. */
  readonly displayName: string | null;
  readonly cloud: string;
}

export interface ConnectionDependencies {
  readonly database: Database;
  /** The clouds this program can reach; the sandbox only if there is one. */
  readonly clouds: readonly CloudName[];
}

/**
 * One transaction under the tenant's lock, so of two first connections created at once exactly one becomes the
 * default. Throws BAD_USER_INPUT with what is expected, CONFLICT if the tenant already has a connection to that
 * directory.
 */
export async function createConnection(
  { database, clouds }: ConnectionDependencies,
  viewer: Viewer,
  request: CreateConnectionRequest,
): Promise<number> {
  return await database.transaction(async (tx) => {
    const tenant = await lockTenant(tx, viewer, request.tenantId);
    if (tenant === null) throw notFound();
    assertCapability(tenant.role, viewer, 'provider.manage');
    assertCapability(tenant.role, viewer, 'provider.view');
    assertNotArchived(tenant);
    const { id: tenantId, workspaceId } = tenant;
    const connection = {
      tenantId,
      workspaceId,
      provider: knownProvider(request.provider),
      entraTenantId: directoryOf(request, tenant),
      displayName: request.displayName ?? `Microsoft · ${tenant.name}`,
      cloud: reachableCloud(request.cloud, clouds),
    };
    const created = await insertConnection(tx, connection);
    if (created === null) {
      throw new Fault('CONFLICT', 'The tenant already has a connection to this directory.');
    }
    await appendAudit(tx, {
      workspaceId,
      actorUserId: viewer.userId,
      action: 'connection.created',
      subjectType: 'provider_connection',
      subjectId: created.id,
      data: { tenant_id: tenantId, entra_tenant_id: created.entraTenantId, cloud: created.cloud },
    });
    return created.id;
  });
}

function knownProvider(provider: string): string {
  const known: readonly string[] = providerNames;
  if (known.includes(provider)) return provider;
  throw badInput('provider', `provider must be one of: ${known.join(', ')}.`);
}

function directoryOf({ entraTenantId }: CreateConnectionRequest, tenant: Tenant): string {
  const id = toGuid(entraTenantId ?? tenant.tenantId ?? tenant.externalId ?? '');
  if (id === null) throw badInput('entraTenantId', explainNoDirectory(entraTenantId));
  const problem = problemOfDirectoryId(id);
  if (problem !== null) throw badInput('entraTenantId', problem);
  return id;
}

function explainNoDirectory(entraTenantId: string | null): string {
  const expected = 'The directory (tenant) ID must be a GUID';
  if (entraTenantId === null) return `${expected}, and the tenant has none.`;
  return directoryNamed(entraTenantId) === null
    ? `${expected}.`
    : `${expected}. discoverDirectory finds it for a domain name.`;
}

export function reachableCloud(cloud: string, clouds: readonly CloudName[]): CloudName {
  const reachable = clouds.find((name) => name === cloud);
  if (reachable === undefined) throw badInput('cloud', `cloud must be one of: ${clouds.join(', ')}.`);
  return reachable;
}
