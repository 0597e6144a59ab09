import { appKinds } from './kinds/app-kinds.ts';
import { deviceKinds } from './kinds/device-kinds.ts';
import { enrollmentKinds } from './kinds/enrollment-kinds.ts';
import { recordKinds } from './kinds/record-kinds.ts';
import { entra, intune, readOrWrite, volatile, type PolicyKindRow } from './kinds/row.ts';

export type { PaceArea, PolicyKindRow, SubRead } from './kinds/row.ts';

/** In the order in which a backup reads them: what others refer to comes first, the apps and groups that they name last. */
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
    anyOf: ['Agreement.Read.All', 'Agreement.ReadWrite.All'],
    mayBeRefused: true,
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
  ...deviceKinds,
  ...enrollmentKinds,
  ...appKinds,
  ...recordKinds,
  groups: {
    ...entra,
    label: 'Groups',
    path: '/directoryObjects/getByIds',
    anyOf: ['Directory.Read.All', 'Group.Read.All'],
    offered: 'referenced_together',
    namedBy: [
      'groupId',
      'includeGroups',
      'excludeGroups',
      'members',
      'resourceScopes',
      'scopeMembers',
      'notificationMessageCCList',
    ],
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
