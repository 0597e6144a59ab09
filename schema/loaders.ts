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
  const { byId, oneByKey, manyByKey } = createMakers(view, budget);
  const documents = loadOne(
    inPortions((ids) => view.reportDocuments(ids), budget),
    ({ id }) => id,
    budget,
  );
  return {
    workspace: byId('workspacesById'),
    user: byId('usersById'),
    colleague: byId('colleaguesById'),
    tenant: byId('tenantsById'),
    connection: byId('connectionsById'),
    run: byId('runsById'),
    wholeRun: byId('wholeRunsById'),
    latestVerification: oneByKey('latestVerifications', ({ tenantId }) => tenantId),
    connectionsOfTenant: manyByKey('connectionsOfTenants', ({ tenantId }) => tenantId),
    activeRunOfConnection: oneByKey('activeRuns', ({ providerConnectionId }) => providerConnectionId),
    membersOfTenant: manyByKey('membersOfTenants', ({ tenantId }) => tenantId),
    permissionsOfTenant: manyByKey('permissionsOfTenants', ({ tenantRowId }) => tenantRowId),
    rechecksOfTenant: manyByKey('rechecksOfTenants', ({ tenantId }) => tenantId),
    credential: oneByKey('credentialMetadata', ({ connectionId }) => connectionId),
    credentialCandidate: oneByKey('credentialCandidates', ({ connectionId }) => connectionId),
    credentialState: oneByKey('credentialStates', ({ connectionId }) => connectionId),
    runScope: oneByKey('runScopes', ({ id }) => id),
    acknowledgementsOfRun: manyByKey('acknowledgements', ({ runId }) => runId),
    ...backupLoaders(view, budget),
    ...scheduleLoaders(view, budget),
    standingOfTenant: oneByKey('verificationStandings', ({ tenantId }) => tenantId),
    verdictBefore: oneByKey('verdictsBefore', ({ runId }) => runId),
    finding: byId('findingsById'),
    inventoryItem: byId('inventoryItemsById'),
    apiToken: byId('ownTokensById'),
    onboardingSession: byId('onboardingSessionsById'),
    onboardingSessionOfTenant: oneByKey('latestOnboardingSessions', ({ tenantId }) => tenantId),
    reportDocument: documents,
    report: reportLoader(documents),
  };
}

function scheduleLoaders(view: View, budget: Budget) {
  const { byId, oneByKey } = createMakers(view, budget);
  return {
    schedule: byId('schedulesById'),
    scheduleRunOf: oneByKey('scheduleRunsOf', ({ operationRunId }) => operationRunId),
    waitingOfSchedule: oneByKey('waitingOfSchedules', ({ scheduleId }) => scheduleId),
  };
}

function backupLoaders(view: View, budget: Budget) {
  const { byId, oneByKey, manyByKey } = createMakers(view, budget);
  return {
    backupHealthOfTenant: oneByKey('backupHealthOfTenants', ({ tenantId }) => tenantId),
    backupSet: byId('backupSetsById'),
    partsOfSet: manyByKey('partsOfSets', ({ setId }) => setId),
    gapsOfSet: manyByKey('gapsOfSets', ({ setId }) => setId),
    policy: byId('policiesById'),
    versionsOfPolicy: manyByKey('versionsOfPolicies', ({ policyId }) => policyId),
    versionContent: loadOne(
      inPortions((spanIds) => view.versionContents(spanIds), budget),
      ({ spanId }) => spanId,
      budget,
    ),
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

/** Reads of a View that list what belongs to some ids. */
type ListRead = {
  [Name in keyof View]: View[Name] extends (ids: readonly number[]) => Promise<readonly object[]>
    ? Name
    : never;
}[keyof View];
type RowOf<Name extends ListRead> = Awaited<ReturnType<View[Name]>>[number];
type List<T> = (ids: readonly number[]) => Promise<T[]>;

function createMakers(view: View, budget: Budget) {
  const list =
    <Name extends ListRead>(name: Name): List<RowOf<Name>> =>
    (ids) =>
      (view as unknown as Record<ListRead, List<RowOf<Name>>>)[name](ids);
  return {
    byId: <Name extends ListRead>(name: RowOf<Name> extends { readonly id: number } ? Name : never) =>
      loadOne(list<Name>(name), (row) => (row as { readonly id: number }).id, budget),
    oneByKey: <Name extends ListRead>(name: Name, keyOf: (row: RowOf<Name>) => number | null) =>
      loadOne(list(name), keyOf, budget),
    manyByKey: <Name extends ListRead>(name: Name, keyOf: (row: RowOf<Name>) => number) =>
      loadMany(list(name), keyOf, budget),
  };
}

function loadOne<T>(
  list: List<T>,
  keyOf: (row: T) => number | null,
  budget: Budget,
): DataLoader<number, T | null> {
  return new DataLoader(async (keys) => {
    budget.assertLeft();
    const rows = new Map((await list(keys)).map((row) => [keyOf(row), row]));
    return keys.map((key) => rows.get(key) ?? null);
  });
}

function loadMany<T>(list: List<T>, keyOf: (row: T) => number, budget: Budget): DataLoader<number, T[]> {
  return new DataLoader(async (keys) => {
    budget.assertLeft();
    const groups = Map.groupBy(await list(keys), keyOf);
    return keys.map((key) => groups.get(key) ?? []);
  });
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
