import DataLoader from 'dataloader';
import { Fault } from '../core/fault.ts';
import { parseReport, type VerificationReport } from '../core/verification/report.ts';
import type { Budget } from './budget.ts';
import type { View } from '../flows/view.ts';

export type Loaders = ReturnType<typeof createLoaders>;

/**
 * One batch per kind and tick over the viewer's View: a page of 100 tenants costs as many statements as one. What the
 * viewer is not entitled to loads as null, like what does not exist.
 */
export function createLoaders(view: View, budget: Budget) {
  const { byId, oneByKey, manyByKey } = createMakers(budget);
  const documents = oneByKey(inPortions(view.reportDocuments, budget), ({ id }) => id);
  return {
    workspace: byId(view.workspacesById),
    user: byId(view.usersById),
    tenant: byId(view.tenantsById),
    connection: byId(view.connectionsById),
    run: byId(view.runsById),
    latestVerification: oneByKey(view.latestVerifications, ({ tenantId }) => tenantId),
    connectionsOfTenant: manyByKey(view.connectionsOfTenants, ({ tenantId }) => tenantId),
    activeRunOfConnection: oneByKey(view.activeRuns, ({ providerConnectionId }) => providerConnectionId),
    membersOfTenant: manyByKey(view.membersOfTenants, ({ tenantId }) => tenantId),
    permissionsOfTenant: manyByKey(view.permissionsOfTenants, ({ tenantRowId }) => tenantRowId),
    rechecksOfTenant: manyByKey(view.rechecksOfTenants, ({ tenantId }) => tenantId),
    credential: oneByKey(view.credentialMetadata, ({ connectionId }) => connectionId),
    credentialCandidate: oneByKey(view.credentialCandidates, ({ connectionId }) => connectionId),
    credentialState: oneByKey(view.credentialStates, ({ connectionId }) => connectionId),
    runScope: oneByKey(view.runScopes, ({ id }) => id),
    acknowledgementsOfRun: manyByKey(view.acknowledgements, ({ runId }) => runId),
    standingOfTenant: oneByKey(view.verificationStandings, ({ tenantId }) => tenantId),
    verdictBefore: oneByKey(view.verdictsBefore, ({ runId }) => runId),
    schedule: byId(view.schedulesById),
    scheduleRunOf: oneByKey(view.scheduleRunsOf, ({ operationRunId }) => operationRunId),
    waitingOfSchedule: oneByKey(view.waitingOfSchedules, ({ scheduleId }) => scheduleId),
    onboardingSession: byId(view.onboardingSessionsById),
    onboardingSessionOfTenant: oneByKey(view.latestOnboardingSessions, ({ tenantId }) => tenantId),
    reportDocument: documents,
    report: reportLoader(documents),
  };
}

/** Documents are large: a page's worth at once, so that the budget is asked in between. */
const documentsAtOnce = 100;

function inPortions<T extends { readonly document: unknown }>(
  list: (ids: readonly number[]) => Promise<T[]>,
  budget: Budget,
): (ids: readonly number[]) => Promise<T[]> {
  return async (ids) => {
    const rows: T[] = [];
    for (let start = 0; start < ids.length; start += documentsAtOnce) {
      budget.assertLeft();
      const portion = await list(ids.slice(start, start + documentsAtOnce));
      for (const { document } of portion) budget.spendDocument(document);
      rows.push(...portion);
    }
    return rows;
  };
}

function createMakers(budget: Budget) {
  function oneByKey<T>(
    list: (keys: readonly number[]) => Promise<T[]>,
    keyOf: (row: T) => number | null,
  ): DataLoader<number, T | null> {
    return new DataLoader(async (keys) => {
      budget.assertLeft();
      const rows = new Map((await list(keys)).map((row) => [keyOf(row), row]));
      return keys.map((key) => rows.get(key) ?? null);
    });
  }

  function manyByKey<T>(
    list: (keys: readonly number[]) => Promise<T[]>,
    keyOf: (row: T) => number,
  ): DataLoader<number, T[]> {
    return new DataLoader(async (keys) => {
      budget.assertLeft();
      const groups = Map.groupBy(await list(keys), keyOf);
      return keys.map((key) => groups.get(key) ?? []);
    });
  }

  const byId = <T extends { readonly id: number }>(list: (ids: readonly number[]) => Promise<T[]>) =>
    oneByKey(list, ({ id }) => id);
  return { byId, oneByKey, manyByKey };
}

/** A damaged document fails its own key only: the rest of the page is answered. */
function reportLoader(
  documents: DataLoader<number, { readonly document: unknown } | null>,
): DataLoader<number, VerificationReport | null> {
  return new DataLoader<number, VerificationReport | null>(async (runIds) => {
    const rows = await Promise.all(runIds.map((runId) => documents.load(runId)));
    return rows.map((row, index) => {
      const document = row?.document ?? null;
      if (document === null) return null;
      const parsed = parseReport(document);
      if (parsed.kind === 'valid') return parsed.report;
      const problem = `The stored report of run ${runIds[index]} is damaged: ${parsed.problem}.`;
      return new Fault('REPORT_INVALID', problem);
    });
  });
}
