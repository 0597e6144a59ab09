import type { FormRules } from './form-rules.ts';

/** Whose limits a read counts against (Microsoft throttles each on its own). */
export type PaceArea = 'intune' | 'conditional_access' | 'directory';

/** A list of an item's own that its list element does not carry. */
export interface SubRead {
  /** The property of the payload it becomes. */
  readonly name: string;
  /** After the item's own path. */
  readonly path: string;
  /** The property of the item that says how many there are; null: nothing does. */
  readonly countedBy: string | null;
}

/**
 * All that a backup has to know of one kind of policy; the provider interprets it. Facts: Microsoft's reference of the
 * API version named, and what its services are seen to answer. Another version or another rule is another form version.
 */
export interface PolicyKindRow {
  /** In the plural, as the portal says it. */
  readonly label: string;
  readonly version: 'v1.0' | 'beta';
  /** Without its query: an item is below it by its id. */
  readonly path: string;
  readonly query: string;
  readonly area: PaceArea;
  /** Application permissions of which any one is enough to read it; the first is the least and the one we ask for. */
  readonly anyOf: readonly string[];
  readonly nameField: 'name' | 'displayName';
  readonly platformField: 'platform' | 'platforms' | null;
  /** How the list carries assignments; null: the kind has none of its own. */
  readonly assignments: 'assignments' | null;
  readonly subReads: readonly SubRead[];
  /** `list`: everything there is; `referenced`: only what the other kinds name; `never`: Microsoft gives it to no application. */
  readonly offered: 'list' | 'referenced' | 'never';
  readonly form: FormRules;
}

const readOrWrite = (name: 'Configuration' | 'RBAC') => [
  `DeviceManagement${name}.Read.All`,
  `DeviceManagement${name}.ReadWrite.All`,
];

/** Changes with every reading or edit without being configuration. */
const volatile = ['id', 'createdDateTime', 'lastModifiedDateTime', 'modifiedDateTime', 'version'];

const intune = {
  version: 'beta',
  query: '',
  area: 'intune',
  anyOf: readOrWrite('Configuration'),
  nameField: 'displayName',
  platformField: null,
  assignments: null,
  subReads: [],
  offered: 'list',
} as const;

const entra = {
  ...intune,
  version: 'v1.0',
  area: 'directory',
  anyOf: ['Policy.Read.All', 'Policy.ReadWrite.ConditionalAccess'],
} as const;

/** In the order in which a backup reads them: what others refer to comes first, the groups that all of them name last. */
export const policyKinds = {
  scope_tags: {
    ...intune,
    label: 'Scope tags',
    path: '/deviceManagement/roleScopeTags',
    query: '$filter=isBuiltIn eq false',
    subReads: [{ name: 'assignments', path: '/assignments', countedBy: null }],
    form: {
      drop: [...volatile, 'assignments.id'],
      unordered: ['assignments'],
      typed: ['assignments.target'],
    },
  },
  assignment_filters: {
    ...intune,
    label: 'Assignment filters',
    path: '/deviceManagement/assignmentFilters',
    platformField: 'platform',
    form: { drop: [...volatile, 'payloads'], unordered: ['roleScopeTags'] },
  },
  role_definitions: {
    ...intune,
    label: 'Intune roles',
    path: '/deviceManagement/roleDefinitions',
    query: '$filter=isBuiltIn eq false',
    anyOf: readOrWrite('RBAC'),
    subReads: [{ name: 'roleAssignments', path: '/roleAssignments', countedBy: null }],
    form: {
      drop: [...volatile, 'permissions'],
      unordered: [
        'roleScopeTagIds',
        'rolePermissions.resourceActions.allowedResourceActions',
        'rolePermissions.resourceActions.notAllowedResourceActions',
        'roleAssignments',
        'roleAssignments.members',
        'roleAssignments.resourceScopes',
        'roleAssignments.scopeMembers',
      ],
    },
  },
  named_locations: {
    ...entra,
    label: 'Named locations',
    path: '/identity/conditionalAccess/namedLocations',
    area: 'conditional_access',
    form: {
      drop: [...volatile, 'deletedDateTime'],
      unordered: ['countriesAndRegions', 'ipRanges'],
      typed: ['', 'ipRanges'],
    },
  },
  authentication_strengths: {
    ...entra,
    label: 'Authentication strengths',
    path: '/identity/conditionalAccess/authenticationStrength/policies',
    query: '$expand=combinationConfigurations',
    form: {
      drop: [...volatile, 'combinationConfigurations.id'],
      unordered: [
        'allowedCombinations',
        'combinationConfigurations',
        'combinationConfigurations.appliesToCombinations',
      ],
      typed: ['combinationConfigurations'],
    },
  },
  authentication_contexts: {
    ...entra,
    label: 'Authentication contexts',
    path: '/identity/conditionalAccess/authenticationContextClassReferences',
    anyOf: ['Policy.Read.ConditionalAccess', 'Policy.Read.All', 'Policy.ReadWrite.ConditionalAccess'],
    form: { drop: volatile },
  },
  terms_of_use: {
    ...entra,
    label: 'Terms of use',
    path: '/identityGovernance/termsOfUse/agreements',
    offered: 'never',
    form: { drop: volatile },
  },
  compliance_policies: {
    ...intune,
    label: 'Compliance policies',
    version: 'v1.0',
    path: '/deviceManagement/deviceCompliancePolicies',
    query: '$expand=assignments,scheduledActionsForRule($expand=scheduledActionConfigurations)',
    assignments: 'assignments',
    form: {
      drop: [
        ...volatile,
        'assignments',
        'scheduledActionsForRule.id',
        'scheduledActionsForRule.scheduledActionConfigurations.id',
      ],
      unordered: [
        'roleScopeTagIds',
        'scheduledActionsForRule',
        'scheduledActionsForRule.scheduledActionConfigurations',
        'scheduledActionsForRule.scheduledActionConfigurations.notificationMessageCCList',
      ],
      typed: [''],
    },
  },
  settings_catalog: {
    ...intune,
    label: 'Settings catalog policies',
    path: '/deviceManagement/configurationPolicies',
    query: '$expand=assignments',
    nameField: 'name',
    platformField: 'platforms',
    assignments: 'assignments',
    // Without $top the settings come 25 a page.
    subReads: [{ name: 'settings', path: '/settings?$top=1000', countedBy: 'settingCount' }],
    form: {
      drop: [...volatile, 'assignments', 'isAssigned', 'settingCount', 'creationSource', 'settings.id'],
      // Each setting is named by its definition; the entries of a group collection are a list in the device's eyes.
      unordered: ['roleScopeTagIds', 'settings', '*.children'],
      typed: ['*.simpleSettingValue', '*.simpleSettingCollectionValue'],
      flags: ['technologies', 'platforms'],
    },
  },
  conditional_access: {
    ...entra,
    label: 'Conditional Access policies',
    // v1.0 leaves out insider risk and agents.
    version: 'beta',
    path: '/identity/conditionalAccess/policies',
    area: 'conditional_access',
    form: {
      drop: [...volatile, 'deletedDateTime'],
      unordered: [
        ...['Users', 'Groups', 'Roles'].flatMap((of) => [
          `conditions.users.include${of}`,
          `conditions.users.exclude${of}`,
        ]),
        'conditions.applications.includeApplications',
        'conditions.applications.excludeApplications',
        'conditions.applications.includeUserActions',
        'conditions.applications.includeAuthenticationContextClassReferences',
        'conditions.clientAppTypes',
        'conditions.locations.includeLocations',
        'conditions.locations.excludeLocations',
        'conditions.platforms.includePlatforms',
        'conditions.platforms.excludePlatforms',
        'conditions.signInRiskLevels',
        'conditions.userRiskLevels',
        'conditions.servicePrincipalRiskLevels',
        'conditions.clientApplications.includeServicePrincipals',
        'conditions.clientApplications.excludeServicePrincipals',
        'grantControls.builtInControls',
        'grantControls.customAuthenticationFactors',
        'grantControls.termsOfUse',
        '*.members',
      ],
      typed: ['*.externalTenants'],
      flags: ['*.guestOrExternalUserTypes', 'conditions.insiderRiskLevels', '*.transferMethods'],
      // What a strength is made of belongs to the strength.
      only: { 'grantControls.authenticationStrength': ['id'] },
    },
  },
  groups: {
    ...entra,
    label: 'Groups',
    path: '/directoryObjects/getByIds',
    anyOf: ['Directory.Read.All', 'Group.Read.All'],
    offered: 'referenced',
    form: {
      drop: [
        ...volatile,
        'renewedDateTime',
        'expirationDateTime',
        'onPremisesLastSyncDateTime',
        'deletedDateTime',
      ],
      unordered: ['groupTypes', 'proxyAddresses'],
    },
  },
} as const satisfies Readonly<Record<string, PolicyKindRow>>;

export type PolicyKind = keyof typeof policyKinds;
export const policyKindNames = Object.keys(policyKinds) as readonly PolicyKind[];

/** The same rows as the one shape they have in common. */
export function policyKindRow(kind: PolicyKind): PolicyKindRow {
  return policyKinds[kind];
}
