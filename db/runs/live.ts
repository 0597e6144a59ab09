import { eq, sql } from 'drizzle-orm';
import type { SignIn } from '../../core/access/access.ts';
import { verificationType } from '../../core/runs/operation-types.ts';
import type { RunState } from '../../core/runs/run.ts';
import type { Db } from '../engine/client.ts';
import { runColumns, toState } from './runs.ts';
import { operationRuns } from '../tables/runs.ts';
import { workspaces } from '../tables/tenancy.ts';

/**
 * What the live hub asks. Nothing here is scoped to a viewer: the hub decides per viewer with `decideAccess` before
 * it delivers. Statements read row and epoch together, in one snapshot, which the promise depends on: a row committed
 * after a revocation comes with that revocation's epoch or a later one.
 */
export type LiveQueries = ReturnType<typeof createLiveQueries>;

/** What to compare. A lost hint shows up as a version or an epoch that no one has seen. */
export interface Watched {
  readonly runIds: readonly number[];
  readonly tenantIds: readonly number[];
  readonly workspaceIds: readonly number[];
  /** A workspace's runs that ended before this are not news. */
  readonly endedAfter: Date;
}

export interface Head {
  /**
   * `run`: a watched run. `tenant`: its latest verification. `workspace`: a run that is active or has ended recently.
   */
  readonly kind: 'run' | 'tenant' | 'workspace';
  /** Id of the watched run, tenant or workspace. */
  readonly id: number;
  /** null: the tenant has never been verified. */
  readonly runId: number | null;
  readonly version: number | null;
  readonly workspaceId: number;
  readonly accessEpoch: number;
}

export interface AccessQuestion {
  readonly signIn: Pick<SignIn, 'kind' | 'id' | 'viewer'>;
  readonly workspaceId: number;
  /** null: the question is about the workspace itself. */
  readonly tenantId: number | null;
}

export interface AccessAnswer {
  /** The workspace's epoch in the snapshot that answered. */
  readonly epoch: number;
  /**
   * What the viewer is there, as text to compare: their role on the tenant; for a workspace, their role in it and a
   * hash of their roles on its tenants. null: they may not see it.
   */
  readonly rights: string | null;
  /** The token or session still exists and has not expired or been revoked. */
  readonly signedIn: boolean;
}

export function createLiveQueries(db: Db) {
  const states = db
    .select({
      ...runColumns,
      accessEpoch: workspaces.accessEpoch,
      context: sql<string>`${operationRuns.context}::text`,
    })
    .from(operationRuns)
    .innerJoin(workspaces, eq(workspaces.id, operationRuns.workspaceId))
    .where(sql`${operationRuns.id} = any(${sql.placeholder('ids')}::bigint[])`)
    .prepare('live_run_states');
  return {
    /** Prepared on the server: the one statement of every tick. */
    async readStates(ids: readonly number[]): Promise<RunState[]> {
      if (ids.length === 0) return [];
      const rows = await states.execute({ ids: [...ids] });
      return rows.map(({ accessEpoch, context, ...run }) =>
        Object.assign(toState(run, context), { accessEpoch }),
      );
    },
    compareHeads: (watched: Watched) => compareHeads(db, watched),
    /** In the questions' order; null when the workspace is gone. */
    decideAccess: (questions: readonly AccessQuestion[], now: Date) => decideAccess(db, questions, now),
  };
}

interface HeadRow extends Record<string, unknown> {
  readonly kind: Head['kind'];
  readonly id: string;
  readonly run_id: string | null;
  readonly version: number | null;
  readonly workspace_id: string;
  readonly access_epoch: string;
}

async function compareHeads(db: Db, watched: Watched): Promise<Head[]> {
  const ids = (list: readonly number[]) => sql`${sql.param([...list])}::bigint[]`;
  const rows = await db.execute<HeadRow>(sql`/* compareHeads */
    select 'run' as kind, r.id, r.id as run_id, r.version, r.workspace_id, w.access_epoch
    from operation_runs r join workspaces w on w.id = r.workspace_id
    where r.id = any(${ids(watched.runIds)})
    union all
    select 'tenant', t.id, latest.id, latest.version, t.workspace_id, w.access_epoch
    from tenants t join workspaces w on w.id = t.workspace_id
    left join lateral (
      select r.id, r.version from operation_runs r
      where r.tenant_id = t.id and r.type = ${verificationType} and not r.is_rehearsal order by r.id desc limit 1
    ) latest on true
    where t.id = any(${ids(watched.tenantIds)})
    union all
    select 'workspace', w.id, recent.id, recent.version, w.id, w.access_epoch
    from workspaces w
    left join lateral (
      select r.id, r.version from operation_runs r
      where r.workspace_id = w.id and (r.completed_at is null
        or r.completed_at > ${watched.endedAfter.toISOString()}::timestamptz)
    ) recent on true
    where w.id = any(${ids(watched.workspaceIds)})`);
  return rows.map(({ kind, id, run_id, version, workspace_id, access_epoch }) => ({
    kind,
    id: Number(id),
    runId: run_id === null ? null : Number(run_id),
    version,
    workspaceId: Number(workspace_id),
    accessEpoch: Number(access_epoch),
  }));
}

interface AnswerRow extends Record<string, unknown> {
  readonly place: number;
  readonly access_epoch: string;
  readonly rights: string | null;
  readonly signed_in: boolean;
}

async function decideAccess(
  db: Db,
  questions: readonly AccessQuestion[],
  now: Date,
): Promise<(AccessAnswer | null)[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const asked = questions.map(toRow);
  const rows = await db.execute<AnswerRow>(sql`/* decideAccess */
    select q.place, w.access_epoch,
      case when q.tenant_id is null
        then (select concat_ws(' ', m.role, md5(string_agg(concat(t.id, given.role), ' ' order by t.id)))
          from workspace_memberships m
          left join (tenant_memberships given join tenants t on t.id = given.tenant_id)
            on given.user_id = m.user_id and t.workspace_id = m.workspace_id
          where m.workspace_id = q.workspace_id and m.user_id = q.user_id group by m.role)
        else (select e.role::text from entitled_tenants e
          where e.tenant_id = q.tenant_id and e.user_id = q.user_id and e.workspace_id = q.workspace_id limit 1)
      end as rights,
      case q.kind
        when 'token' then exists (select from api_tokens t
          where t.id = q.sign_in_id and t.revoked_at is null and (t.expires_at is null or t.expires_at > ${at}))
        when 'session' then exists (select from user_sessions s
          where s.id = q.sign_in_id and s.expires_at > ${at})
        else true
      end as signed_in
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as q (place int, kind text, sign_in_id bigint,
      user_id bigint, workspace_id bigint, tenant_id bigint)
    join workspaces w on w.id = q.workspace_id`);
  const answers = new Map(rows.map((row) => [row.place, row]));
  return questions.map((_question, place) => {
    const row = answers.get(place);
    if (row === undefined) return null;
    return { epoch: Number(row.access_epoch), rights: row.rights, signedIn: row.signed_in };
  });
}

function toRow({ signIn, workspaceId, tenantId }: AccessQuestion, place: number) {
  const { kind, id, viewer } = signIn;
  return {
    place,
    kind,
    sign_in_id: id,
    user_id: viewer.userId,
    workspace_id: workspaceId,
    tenant_id: tenantId,
  };
}
