import { found, missing, one, page } from './answers.ts';
import { appRoles } from './app-roles.ts';
import type { GraphCall, GraphRoute } from './graph-route.ts';
import { guidFor } from '../guid.ts';
import { directorySamples, intuneSamples, skus } from './samples.ts';
import { policyRoutes } from '../policies/policy-routes.ts';
import type { Application, ServicePrincipal, Tenant } from '../state.ts';

/** Client id of Microsoft Graph itself, the same in every directory of every cloud. */
const graphAppId = '00000003-0000-0000-c000-000000000000';

/** Real pages hold 100; five makes every client turn pages. */
const assignmentPageSize = 5;

const organizationReaders = ['Organization.Read.All', 'Directory.Read.All', 'User.Read.All'] as const;
const applicationReaders = [
  'Application.Read.All',
  'Application.ReadWrite.All',
  'Application.ReadWrite.OwnedBy',
  'Directory.Read.All',
] as const;

export const graphRoutes: readonly GraphRoute[] = [
  {
    path: /^\/organization$/,
    anyOf: organizationReaders,
    answer: (call) => page(call, [organization(call.tenant)]),
  },
  {
    path: /^\/organization\/([^/]+)$/,
    anyOf: ['DeviceManagementServiceConfig.Read.All', ...organizationReaders],
    answer: (call) =>
      call.key === call.tenant.organizationId ? one(call, organization(call.tenant)) : missing(call),
  },
  {
    path: /^\/servicePrincipals\(appId='([^']+)'\)$/,
    anyOf: applicationReaders,
    answer: (call) => found(call, servicePrincipal(call)),
  },
  {
    path: /^\/servicePrincipals\/([^/]+)\/appRoleAssignments$/,
    anyOf: applicationReaders,
    answer: (call) => {
      const principal = principals(call.tenant).find(({ id }) => id === call.key);
      return principal
        ? page(call, roleAssignments(call.tenant, principal), assignmentPageSize)
        : missing(call);
    },
  },
  {
    path: /^\/applications\(appId='([^']+)'\)$/,
    anyOf: applicationReaders,
    answer: (call) => found(call, application(call)),
  },
  {
    path: /^\/subscribedSkus$/,
    anyOf: ['LicenseAssignment.Read.All', 'Organization.Read.All', 'Directory.Read.All'],
    answer: (call) => page(call, skus(call.tenant.intuneLicensed)),
  },
  {
    path: /^\/tenantRelationships\/delegatedAdminRelationships$/,
    anyOf: ['DelegatedAdminRelationship.Read.All'],
    answer: (call) => page(call, []),
  },
  ...policyRoutes,
  ...directorySamples.map(({ path, anyOf, items }) => ({
    path,
    anyOf,
    answer: (call: GraphCall) => page(call, heldAt(call) ?? items),
  })),
  ...intuneSamples.map(({ path, anyOf, items }) => ({
    path,
    anyOf,
    intune: true as const,
    answer: (call: GraphCall) => page(call, heldAt(call) ?? items),
  })),
];

/** What a test has put into this directory's list. */
function heldAt({ tenant, url }: GraphCall): readonly Item[] | undefined {
  return tenant.collections.get(new URL(url).pathname.replace(/^\/(v1\.0|beta)/, ''));
}

type Item = Readonly<Record<string, unknown>>;

function organization({ organizationId, displayName, domain }: Tenant): Item {
  return {
    id: organizationId,
    displayName,
    tenantType: 'AAD',
    countryLetterCode: 'DE',
    verifiedDomains: [
      {
        name: domain,
        type: 'Managed',
        isDefault: true,
        isInitial: true,
        capabilities: 'Email, OfficeCommunicationsOnline',
      },
    ],
    mobileDeviceManagementAuthority: 'intune',
  };
}

function principals(tenant: Tenant): ServicePrincipal[] {
  return [...tenant.servicePrincipals.values()];
}

function servicePrincipal({ cloud, tenant, key }: GraphCall): Item | null {
  if (key === graphAppId) return graphServicePrincipal(tenant);
  const principal = tenant.servicePrincipals.get(key);
  if (principal === undefined) return null;
  return {
    id: principal.id,
    appId: principal.appId,
    displayName: principal.displayName,
    accountEnabled: principal.accountEnabled,
    appOwnerOrganizationId: cloud.state.applications.get(key)?.homeTenantId ?? null,
    servicePrincipalType: 'Application',
    appRoles: [],
  };
}

function graphServicePrincipal(tenant: Tenant): Item {
  return {
    id: tenant.graphServicePrincipalId,
    appId: graphAppId,
    displayName: 'Microsoft Graph',
    accountEnabled: true,
    appOwnerOrganizationId: 'f8cdef31-a31e-4b4a-93e4-5f571e91255a',
    servicePrincipalType: 'Application',
    appRoles: Object.entries(appRoles).map(([value, id]) => ({
      id,
      value,
      displayName: value,
      description: value,
      allowedMemberTypes: ['Application'],
      isEnabled: true,
      origin: 'Application',
    })),
  };
}

function roleAssignments(tenant: Tenant, principal: ServicePrincipal): Item[] {
  const assignment = (resourceDisplayName: string, resourceId: string, appRoleId: string): Item => ({
    id: guidFor(`${principal.id} ${appRoleId}`),
    appRoleId,
    createdDateTime: '2026-01-15T09:30:00Z',
    principalDisplayName: principal.displayName,
    principalId: principal.id,
    principalType: 'ServicePrincipal',
    resourceDisplayName,
    resourceId,
  });
  return [
    // A role of another API: whoever counts it as a permission of Microsoft Graph is wrong.
    assignment('Another API', guidFor(`${tenant.id} another api`), guidFor('a role of another api')),
    ...principal.roleAssignments
      .filter(({ listed }) => listed)
      .map(({ role }) => assignment('Microsoft Graph', tenant.graphServicePrincipalId, appRoles[role])),
  ];
}

/** An application object exists in its home directory only; elsewhere Graph answers 404. */
function application({ cloud, tenant, key }: GraphCall): Item | null {
  const known = cloud.state.applications.get(key);
  if (known?.homeTenantId !== tenant.id) return null;
  return {
    id: known.id,
    appId: known.appId,
    displayName: known.displayName,
    passwordCredentials: passwordCredentials(known),
    keyCredentials: known.certificates.map(({ keyId, thumbprint, endDateTime }) => ({
      keyId,
      customKeyIdentifier: thumbprint,
      endDateTime: endDateTime.toISOString(),
      type: 'AsymmetricX509Cert',
      usage: 'Verify',
    })),
  };
}

function passwordCredentials({ secrets }: Application): Item[] {
  return secrets.map(({ value, keyId, endDateTime }) => ({
    keyId,
    displayName: 'TenantAtlas',
    // The only part of a secret that Graph ever shows again.
    hint: value.slice(0, 3),
    secretText: null,
    endDateTime: endDateTime.toISOString(),
  }));
}
