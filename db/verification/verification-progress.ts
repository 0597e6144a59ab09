import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { Viewer } from '../../core/access/access.ts';
import { verificationType } from '../../core/runs/operation-types.ts';
import type { Verdict } from '../../core/runs/verdict.ts';
import type { VerificationProgress } from '../../core/tenants/workspace.ts';
import type { Db } from '../engine/client.ts';
import { isOneOf } from '../engine/is-one-of.ts';
import { runIsVisibleTo } from '../runs/runs.ts';
import { operationRuns } from '../tables/runs.ts';

/** Counts those of the runs that are verifications in the workspace that the viewer can see; each once. */
export async function getVerificationProgress(
  db: Db,
  viewer: Viewer,
  workspaceId: number,
  runIds: readonly number[],
): Promise<VerificationProgress> {
  const count = (condition: SQL) => sql<number>`count(*) filter (where ${condition})`.mapWith(Number);
  const ended = (verdict: Verdict) => count(sql`${operationRuns.verdict} = ${sql.raw(`'${verdict}'`)}`);
  const [row] = await db
    .select({
      total: sql<number>`count(*)`.mapWith(Number),
      waiting: count(sql`${operationRuns.status} <> 'completed'`),
      ready: ended('ready'),
      needsAttention: ended('needs_attention'),
      blocked: ended('blocked'),
      withoutVerdict: count(sql`${operationRuns.status} = 'completed' and ${operationRuns.verdict} is null`),
    })
    .from(operationRuns)
    .where(
      and(
        isOneOf(operationRuns.id, runIds),
        eq(operationRuns.workspaceId, workspaceId),
        eq(operationRuns.type, verificationType),
        runIsVisibleTo(viewer),
      ),
    );
  if (row === undefined) throw new Error('an aggregate returned no row');
  return row;
}
