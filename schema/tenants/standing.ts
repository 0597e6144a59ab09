import type { OperationRun } from '../../core/runs/run.ts';
import { readinessOf, type Readiness, type Tenant } from '../../core/tenants/tenant.ts';
import { verdictOf } from '../../core/runs/verdict.ts';
import type { Loaders } from '../loaders.ts';

export async function loadReadiness({ id }: Pick<Tenant, 'id'>, loaders: Loaders): Promise<Readiness> {
  const [latest, standing] = await Promise.all([
    loaders.latestVerification.load(id),
    loaders.standingOfTenant.load(id),
  ]);
  return readinessOf(latest, standing);
}

/** The latest attempt where it has a verdict: what is shown of both is then of one moment. */
export async function loadLatestVerdict(tenantId: number, loaders: Loaders): Promise<OperationRun | null> {
  const [latest, standing] = await Promise.all([
    loaders.latestVerification.load(tenantId),
    loaders.standingOfTenant.load(tenantId),
  ]);
  if (latest !== null && verdictOf(latest) !== null) return latest;
  const runId = standing?.verdictRunId ?? null;
  return runId === null ? null : await loaders.run.load(runId);
}
