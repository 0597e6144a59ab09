import { sql } from 'drizzle-orm';
import type { OperationType } from '../../core/runs/operation-types.ts';
import type { OperationRun, RunTrigger } from '../../core/runs/run.ts';
import type { Tx } from '../engine/client.ts';
import { createRead, type Slots } from '../engine/read.ts';
import { runColumns } from './runs.ts';
import type { NewRun } from './run-writes.ts';

/** Runs of one type that one person starts together, each of a different tenant over its own connection. */
export interface QueuedRuns {
  readonly type: OperationType;
  readonly initiatorUserId: number;
  readonly trigger: RunTrigger;
  readonly createdAt: Date;
  readonly runs: readonly (Pick<
    NewRun,
    'workspaceId' | 'tenantId' | 'connectionId' | 'identity' | 'scope'
  > & {
    readonly jobId: string;
  })[];
}

interface Given {
  readonly type: string;
  readonly initiatorUserId: number;
  readonly trigger: string;
  readonly createdAt: Date;
  readonly workspaceIds: readonly number[];
  readonly tenantIds: readonly number[];
  readonly connectionIds: readonly (number | null)[];
  readonly identities: readonly (string | null)[];
  readonly scopes: readonly string[];
  readonly jobIds: readonly string[];
}

const queuedRuns = createRead('insertQueuedRuns', runColumns, (_build, given: Slots<Given>) => {
  const columns = sql.join(
    Object.values(runColumns).map((column) => sql`${column}`),
    sql`, `,
  );
  return sql`with started as (
      insert into operation_runs (type, initiator_user_id, trigger, created_at, last_event_seq, workspace_id, tenant_id,
        provider_connection_id, run_identity_hash, context, job_id)
      select ${given.type}::text, ${given.initiatorUserId}::bigint, ${given.trigger}::text, ${given.createdAt}::timestamptz, 1, workspace_id, tenant_id,
        connection_id, identity, scope::jsonb, job_id::uuid
      from unnest(${given.workspaceIds}::bigint[], ${given.tenantIds}::bigint[], ${given.connectionIds}::bigint[],
        ${given.identities}::text[], ${given.scopes}::text[], ${given.jobIds}::text[])
        as run (workspace_id, tenant_id, connection_id, identity, scope, job_id)
      order by tenant_id returning *
    ), told as (
      insert into operation_run_events (run_id, seq, kind, message, data) select id, 1, 'queued', 'Queued.', '{}' from started
    ), audited as (
      insert into audit_entries (workspace_id, actor_user_id, action, subject_type, subject_id, data)
      select workspace_id, initiator_user_id, 'operation.started', 'operation_run', id,
        jsonb_build_object('type', type, 'tenant_id', tenant_id) from started
    ) select ${columns} from started as operation_runs order by tenant_id`;
});

/** What insertQueuedRun and the audit of a start write, for many runs in one statement; by tenant. */
export async function insertQueuedRuns(tx: Tx, { runs, ...common }: QueuedRuns): Promise<OperationRun[]> {
  return await queuedRuns(tx, {
    ...common,
    workspaceIds: runs.map(({ workspaceId }) => workspaceId),
    tenantIds: runs.map(({ tenantId }) => tenantId),
    connectionIds: runs.map(({ connectionId }) => connectionId),
    identities: runs.map(({ identity }) => identity),
    scopes: runs.map(({ scope }) => JSON.stringify(scope)),
    jobIds: runs.map(({ jobId }) => jobId),
  });
}
