import { createHash } from 'node:crypto';
import { toGlobalId } from '../../core/global-id.ts';
import { badgeFor } from '../../core/presentation/badges.ts';
import { serveFloor } from '../world/floor-server.ts';

interface LatestRow {
  readonly id: string;
  readonly name: string;
  readonly run_id: string | null;
  readonly status: string;
  readonly outcome: string;
  readonly report_overall: string;
  readonly report_counts: Readonly<Record<string, number>>;
}

/** B1's floor: one statement that checks the token and the entitlement, its rows in the shape of the answer. */
serveFloor(async (sql, token, body) => {
  const { variables } = JSON.parse(body) as { variables: { workspaceId: string } };
  const rows = await sql<LatestRow[]>`
    select t.id, t.name, r.id as run_id, r.status, r.outcome, r.report_overall, r.report_counts
    from (
      select t.id, t.name
      from api_tokens k
      join entitled_tenants e on e.user_id = k.user_id and e.workspace_id = k.workspace_id
      join tenants t on t.id = e.tenant_id
      where k.token_hash = ${createHash('sha256').update(token).digest()} and k.revoked_at is null
        and (k.expires_at is null or k.expires_at > now()) and t.workspace_id = ${variables.workspaceId}
      order by t.name, t.id limit 50) t
    left join lateral (
      select r.id, r.status, r.outcome, r.report_overall, r.report_counts from operation_runs r
      where r.tenant_id = t.id and r.type = 'provider.connection.check' and not r.is_rehearsal
      order by r.id desc limit 1) r on true
    order by t.name, t.id`;
  return { data: { workspace: { tenants: { nodes: rows.map(toNode) } } } };
});

function toNode(row: LatestRow) {
  const { name, run_id, status, outcome, report_overall, report_counts } = row;
  const id = toGlobalId('tenant', Number(row.id));
  if (run_id === null) return { id, name, latestVerification: null };
  const { label, color, icon } = badgeFor('operation_run_outcome', outcome);
  const { total, pass, fail, warn, skip, unknown, running } = report_counts;
  return {
    id,
    name,
    latestVerification: {
      id: toGlobalId('run', Number(run_id)),
      status: status.toUpperCase(),
      outcome: outcome.toUpperCase(),
      outcomeBadge: { label, color: color.toUpperCase(), icon },
      verificationReport: {
        summary: {
          overall: report_overall.toUpperCase(),
          counts: { total, pass, fail, warn, skip, unknown, running },
        },
      },
    },
  };
}
