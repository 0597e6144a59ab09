import { createHash } from 'node:crypto';
import { guidOf, mark, type Rows } from './rows.ts';

interface OfTenant {
  readonly id: number;
  readonly tenantId: number;
}

interface Place {
  readonly workspaceId: number | undefined;
  readonly connectionId: number | undefined;
}

export function toBackupRows(
  {
    policies,
    backupSets,
  }: { readonly policies: readonly OfTenant[]; readonly backupSets: readonly OfTenant[] },
  placeOf: (tenantId: number) => Place,
): Rows[] {
  const hash = (id: number) => createHash('sha256').update(mark(id)).digest('hex');
  const at = new Date();
  return [
    [
      'backup_sets',
      backupSets.map(({ id, tenantId }) => ({
        id,
        tenant_id: tenantId,
        connection_id: placeOf(tenantId).connectionId,
        entra_tenant_id: guidOf(tenantId),
        seq: 1,
        origin: 'manual',
        kinds: [],
        completeness: 'complete',
        taken_at: at,
        item_count: 1,
      })),
    ],
    [
      'policies',
      policies.map(({ id, tenantId }) => ({
        id,
        tenant_id: tenantId,
        entra_tenant_id: guidOf(tenantId),
        kind: 'named_locations',
        external_id: mark(id),
        name: mark(id),
        first_seen_at: at,
      })),
    ],
    [
      'policy_versions',
      policies.map(({ id, tenantId }) => ({
        id,
        workspace_id: placeOf(tenantId).workspaceId,
        directory: '',
        kind: 'named_locations',
        content_hash: hash(id),
        normaliser_version: 1,
        payload: { displayName: mark(id) },
        secret_state: 'none',
        size_bytes: 30,
      })),
    ],
    [
      'policy_spans',
      policies.map(({ id }) => ({
        policy_id: id,
        version_id: id,
        assignments: [],
        assignments_hash: hash(id),
        from_seq: 1,
        from_at: at,
      })),
    ],
  ];
}
