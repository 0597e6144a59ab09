import type { OperationRun } from '../../core/runs/run.ts';
import { readinessOf, type Readiness, type StandingOfTenant } from '../../core/tenants/tenant.ts';
import { verdictOf } from '../../core/runs/verdict.ts';
import type { RequestContext } from '../context.ts';

/** At once where the tenant's page has read it already: a promise for each of a page's fields costs more than the field. */
export type Eventually<T> = T | Promise<T>;

export function loadLatestAttempt(
  tenantId: number,
  context: RequestContext,
): Eventually<OperationRun | null> {
  const known = context.view.known.latest.get(tenantId);
  return known === undefined ? context.loaders.latestVerification.load(tenantId) : known;
}

export function loadStanding(tenantId: number, context: RequestContext): Eventually<StandingOfTenant | null> {
  return context.view.known.standings.get(tenantId) ?? context.loaders.standingOfTenant.load(tenantId);
}

export function loadReadiness(tenantId: number, context: RequestContext): Eventually<Readiness> {
  return fromBoth(tenantId, context, readinessOf);
}

/** The latest attempt where it has a verdict: what is shown of both is then of one moment. */
export function loadLatestVerdict(
  tenantId: number,
  context: RequestContext,
): Eventually<OperationRun | null> {
  return fromBoth(tenantId, context, (latest, standing) => {
    if (latest !== null && verdictOf(latest) !== null) return latest;
    const runId = standing?.verdictRunId ?? null;
    return runId === null ? null : context.loaders.run.load(runId);
  });
}

function fromBoth<T>(
  tenantId: number,
  context: RequestContext,
  use: (latest: OperationRun | null, standing: StandingOfTenant | null) => Eventually<T>,
): Eventually<T> {
  const latest = loadLatestAttempt(tenantId, context);
  const standing = loadStanding(tenantId, context);
  if (!(latest instanceof Promise) && !(standing instanceof Promise)) return use(latest, standing);
  return Promise.all([latest, standing]).then(([one, other]) => use(one, other));
}

/** What is made of a value that may be there already. */
export function mapEventually<T, Result>(
  value: Eventually<T>,
  use: (value: T) => Result,
): Eventually<Result> {
  return value instanceof Promise ? value.then(use) : use(value);
}
