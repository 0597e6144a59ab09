import {
  getNullableType,
  isListType,
  isObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/**
 * How many items each list gives that is not paged, generously: what a request costs is counted with them before it is
 * executed. A list that is missing here stops the build of the schema. Longer lists than these are still answered; the
 * budget of the execution ends what gets out of hand.
 */
const bounds: Readonly<Record<string, number>> = {
  // Fixed by the code: as many as there are words of the kind.
  'ApiToken.capabilities': 20,
  'BadgeDomain.definitions': 20,
  'OperationRun.actions': 10,
  'ProviderConnection.actions': 15,
  'ProviderConnection.capabilities': 20,
  'ProviderConnection.permissionProfiles': 10,
  'Query.badgeCatalog': 30,
  'Query.clouds': 10,
  'Query.operationTypes': 50,
  'Query.policyKinds': 50,
  'Query.reasonCatalog': 400,
  'Query.roles': 10,
  'RoleDefinition.capabilities': 20,
  'ScheduleCadence.weekdays': 7,
  'ScheduleRound.reasons': 5,
  'Tenant.actions': 15,
  'Tenant.capabilities': 20,
  'Tenant.capabilityMatrix': 30,
  'TenantOnboardingSession.actions': 10,
  'Workspace.actions': 10,
  'Workspace.capabilities': 20,
  // A few sentences, links, pointers.
  'DiscoverDirectoryPayload.sightings': 10,
  'DiscoverDirectoryPayload.unansweredClouds': 10,
  'OperationRun.failureSummary': 20,
  'OperationRun.nextSteps': 5,
  'ProviderConnection.credentialRules': 40,
  'Reason.steps': 10,
  'StartOperationPayload.nextSteps': 10,
  'VerificationCheck.evidence': 15,
  'VerificationCheck.nextSteps': 5,
  'VerificationReport.changes': 20,
  'VerificationReport.checks': 20,
  'BackupSet.parts': 30,
  'BackupSetPart.gaps': 5,
  'PolicyChange.after': 20,
  'PolicyChange.before': 20,
  'PolicyChange.label': 5,
  'PolicyDiff.assignmentsAdded': 10,
  'PolicyDiff.assignmentsRemoved': 10,
  'PolicyDiff.changes': 20,
  'PolicySetting.label': 5,
  'PolicySetting.values': 10,
  'PolicyVersion.assignments': 10,
  'PolicyVersion.settings': 60,
  // By what Microsoft grants and people set up.
  'ProviderConnection.scopesGranted': 100,
  'StartWorkspaceVerificationPayload.results': 1_000,
  'ReadinessHistory.days': 92,
  'ReadinessHistory.tenants': 1_000,
  'ReasonCluster.tenants': 100,
  'Tenant.members': 50,
  'Tenant.permissions': 50,
  'Tenant.providerConnections': 5,
  'Viewer.apiTokens': 100,
  'Viewer.workspaces': 50,
};

/** Items of a page whose size is not given. */
export const defaultPage = 20;

/** The declared bound; null for what is no list, is a page of one, or takes `first`. */
export function listBoundOf(typeName: string, fieldName: string): number | null {
  return bounds[`${typeName}.${fieldName}`] ?? null;
}

/** Throws a sentence for each list without a bound, and for each bound without its list. */
export function assertListBounds(schema: GraphQLSchema): void {
  const lists = new Set(Object.values(schema.getTypeMap()).filter(isObjectType).flatMap(unpagedListsOf));
  const missing = [...lists].filter((name) => bounds[name] === undefined);
  const stale = Object.keys(bounds).filter((name) => !lists.has(name));
  const problems = [
    ...missing.map(
      (name) => `${name} is a list without a bound: say in schema/list-bounds.ts how long it gets.`,
    ),
    ...stale.map((name) => `schema/list-bounds.ts bounds ${name}, which is no list that needs it.`),
  ];
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

function unpagedListsOf(type: GraphQLObjectType): string[] {
  // Of a connection, `first` of the field that leads to it bounds its edges and nodes.
  const fields = type.getFields();
  if (type.name.startsWith('__') || fields['pageInfo'] !== undefined) return [];
  return Object.values(fields)
    .filter(({ type: fieldType, args }) => {
      return (
        isListType(getNullableType(fieldType)) && !args.some(({ name }) => name === 'first' || name === 'ids')
      );
    })
    .map(({ name }) => `${type.name}.${name}`);
}
