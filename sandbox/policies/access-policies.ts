import type { Day, Item } from './day.ts';
import { groupId } from './groups.ts';

const created = (day: Day, ago: number) => {
  const { createdDateTime, lastModifiedDateTime } = day.edited(ago);
  return { createdDateTime, modifiedDateTime: lastModifiedDateTime };
};

export function locations(day: Day): Item[] {
  return [
    {
      '@odata.type': '#microsoft.graph.countryNamedLocation',
      id: day.id('location allowed countries'),
      displayName: 'Allowed countries',
      countriesAndRegions: day.since(14, ['DE', 'AT', 'CH', 'NL'], ['DE', 'AT', 'CH']),
      includeUnknownCountriesAndRegions: false,
      countryLookupMethod: 'clientIpAddress',
      ...created(day, 14),
    },
    {
      '@odata.type': '#microsoft.graph.ipNamedLocation',
      id: day.id('location offices'),
      displayName: 'Offices',
      isTrusted: true,
      ipRanges: [
        { '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: '192.0.2.0/24' },
        { '@odata.type': '#microsoft.graph.iPv6CidrRange', cidrAddress: '2001:db8::/48' },
      ],
      ...created(day, 365),
    },
  ];
}

export function strengths(day: Day): Item[] {
  const strength = (
    id: string,
    displayName: string,
    policyType: string,
    allowed: readonly string[],
  ): Item => ({
    id,
    displayName,
    description: '',
    policyType,
    requirementsSatisfied: 'mfa',
    allowedCombinations: allowed,
    combinationConfigurations: [],
    ...created(day, 365),
  });
  return [
    strength('00000000-0000-0000-0000-000000000002', 'Multifactor authentication', 'builtIn', [
      'windowsHelloForBusiness',
      'fido2',
      'password,microsoftAuthenticatorPush',
    ]),
    strength('00000000-0000-0000-0000-000000000004', 'Phishing-resistant MFA', 'builtIn', [
      'windowsHelloForBusiness',
      'fido2',
      'x509CertificateMultiFactor',
    ]),
    strength(day.id('strength keys'), 'Security keys', 'custom', ['fido2']),
  ];
}

export function contexts(): Item[] {
  return [
    { id: 'c1', displayName: 'Confidential', description: 'Files marked confidential', isAvailable: true },
    { id: 'c2', displayName: 'Payments', description: 'Approving a payment', isAvailable: true },
  ];
}

interface Access {
  readonly name: string;
  readonly state?: string;
  readonly users?: Readonly<Record<string, readonly string[]>>;
  readonly apps?: readonly string[];
  readonly clients?: readonly string[];
  readonly conditions?: Readonly<Record<string, unknown>>;
  readonly grant: Readonly<Record<string, unknown>> | null;
  readonly session?: Readonly<Record<string, unknown>>;
  readonly ago?: number;
}

const mfa = { operator: 'OR', builtInControls: ['mfa'] };
const block = { operator: 'OR', builtInControls: ['block'] };
const reportOnly = 'enabledForReportingButNotEnforced';

// eslint-disable-next-line max-lines-per-function -- a list
export function accessPolicies(day: Day): Item[] {
  const { since } = day;
  const policies: Access[] = [
    { name: 'Require multifactor authentication', grant: mfa },
    { name: 'Block legacy authentication', clients: ['exchangeActiveSync', 'other'], grant: block },
    {
      name: 'Administrators: phishing-resistant sign-in',
      state: since(22, 'enabled', reportOnly),
      users: { includeUsers: [], includeRoles: ['62e90394-69f5-4237-9190-012177145e10'] },
      grant: {
        operator: 'OR',
        builtInControls: [],
        authenticationStrength: { id: '00000000-0000-0000-0000-000000000004' },
      },
      ago: 22,
    },
    {
      name: 'Block sign-ins from other countries',
      conditions: {
        locations: { includeLocations: ['All'], excludeLocations: [day.id('location allowed countries')] },
      },
      users: {
        excludeGroups: [groupId(day, 'Break-glass accounts'), ...since(3, [groupId(day, 'Contractors')], [])],
      },
      grant: block,
      ago: 3,
    },
    {
      name: 'Require a compliant device for Office 365',
      apps: ['Office365'],
      grant: { operator: 'OR', builtInControls: ['compliantDevice', 'domainJoinedDevice'] },
    },
    { name: 'Block high-risk users', conditions: { userRiskLevels: ['high'] }, grant: block },
    {
      name: 'Sign-in frequency on unmanaged devices',
      grant: null,
      session: { signInFrequency: { value: since(8, 24, 12), type: 'hours', isEnabled: true } },
      ago: 8,
    },
    {
      name: 'Guests: multifactor authentication',
      users: { includeUsers: ['GuestsOrExternalUsers'] },
      grant: mfa,
    },
    {
      name: 'Block device code flow',
      state: reportOnly,
      conditions: { authenticationFlows: { transferMethods: 'deviceCodeFlow' } },
      grant: block,
    },
  ];
  return policies.map((policy) => toAccess(day, policy));
}

function toAccess(day: Day, policy: Access): Item {
  const { name, state = 'enabled', users = {}, apps = ['All'], clients = ['all'], ago = 365 } = policy;
  return {
    id: day.id(`access ${name}`),
    displayName: name,
    templateId: null,
    state,
    deletedDateTime: null,
    ...created(day, ago),
    conditions: {
      clientAppTypes: clients,
      userRiskLevels: [],
      signInRiskLevels: [],
      platforms: null,
      locations: null,
      applications: { includeApplications: apps, excludeApplications: [], includeUserActions: [] },
      users: {
        includeUsers: ['All'],
        excludeUsers: [],
        includeGroups: [],
        excludeGroups: [groupId(day, 'Break-glass accounts')],
        includeRoles: [],
        excludeRoles: [],
        ...users,
      },
      ...policy.conditions,
    },
    grantControls: policy.grant,
    sessionControls: policy.session ?? null,
  };
}
