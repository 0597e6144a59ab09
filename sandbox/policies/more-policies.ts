import type { Day, Item } from './day.ts';
import { deviceSamples, script, type, type Sample } from './device-samples.ts';
import { assignedTo, type Target } from './groups.ts';

/** What a directory has besides the policies that people change every week: a few of each kind. */
export function morePolicies(day: Day): ReadonlyMap<string, readonly Item[]> {
  const lists = new Map<string, Item[]>();
  for (const { path, name, fields, to } of [
    ...deviceSamples(day),
    ...appSamples(day),
    ...tenantSamples(day),
  ]) {
    const id = day.id(`${path} ${name}`);
    const named = { id, displayName: name, roleScopeTagIds: ['0'], ...day.edited(365) };
    const item = { ...named, ...fields, ...(to && { assignments: assignedTo(day, id, ...to) }) };
    lists.set(path, [...(lists.get(path) ?? []), item]);
  }
  return lists;
}

// eslint-disable-next-line max-lines-per-function -- a list
function appSamples(day: Day): Sample[] {
  const dam = '/deviceAppManagement';
  const all: readonly Target[] = ['All staff'];
  const protection = (platform: string): Sample => ({
    path: `${dam}/managedAppPolicies`,
    name: `${platform} app protection`,
    fields: {
      ...type(`${platform}ManagedAppProtection`),
      pinRequired: true,
      appGroupType: 'allMicrosoftApps',
      apps: [
        {
          id: `${platform}.outlook`,
          mobileAppIdentifier: {
            ...type(`${platform}MobileAppIdentifier`),
            bundleId: 'com.microsoft.outlook',
          },
        },
      ],
    },
    to: all,
  });
  const targeted: Sample = {
    path: `${dam}/targetedManagedAppConfigurations`,
    name: 'Outlook settings',
    fields: {
      ...type('targetedManagedAppConfiguration'),
      apps: [],
      customSettings: [{ name: 'signature', value: 'on' }],
    },
    to: all,
  };
  const portal = day.id(`${dam}/mobileApps Company Portal`);
  return [
    protection('ios'),
    protection('android'),
    targeted,
    // Microsoft lists it here as well: one policy in two lists.
    {
      ...targeted,
      path: `${dam}/managedAppPolicies`,
      fields: { ...targeted.fields, id: day.id(`${targeted.path} ${targeted.name}`) },
    },
    {
      path: `${dam}/mobileAppConfigurations`,
      name: 'Company Portal',
      fields: {
        ...type('androidManagedStoreAppConfiguration'),
        targetedMobileApps: [portal],
        payloadJson: script('{"k":"v"}'),
      },
      to: all,
    },
    {
      path: `${dam}/mobileApps`,
      name: 'Company Portal',
      fields: { ...type('winGetApp'), packageIdentifier: '9WZDNCRFJ3PZ' },
      to: all,
    },
    {
      path: `${dam}/policySets`,
      name: 'Frontline starter',
      fields: { items: [{ ...type('mobileAppPolicySetItem'), id: day.id('set item'), payloadId: portal }] },
      to: ['Frontline workers'],
    },
    {
      path: '/deviceManagement/intuneBrandingProfiles',
      name: 'Default',
      fields: { isDefaultProfile: true, profileName: 'Default' },
      to: [],
    },
  ];
}

// eslint-disable-next-line max-lines-per-function -- a list
function tenantSamples(day: Day): Sample[] {
  const dm = '/deviceManagement';
  return [
    {
      path: `${dm}/notificationMessageTemplates`,
      name: 'Not compliant',
      fields: {
        brandingOptions: 'includeCompanyLogo',
        localizedNotificationMessages: [
          { id: day.id('message'), locale: 'en-us', subject: 'Your device', isDefault: true },
        ],
      },
    },
    { path: `${dm}/deviceCategories`, name: 'Shared', fields: {} },
    {
      path: `${dm}/deviceEnrollmentConfigurations`,
      name: 'Device limit',
      fields: {
        ...type('deviceEnrollmentLimitConfiguration'),
        id: `${day.tenantId}_DefaultLimit`,
        limit: 5,
        priority: 0,
      },
      to: ['all users'],
    },
    {
      path: `${dm}/windowsAutopilotDeploymentProfiles`,
      name: 'Laptops',
      fields: { ...type('azureADWindowsAutopilotDeploymentProfile'), locale: 'os-default' },
      to: ['All staff'],
    },
    {
      path: `${dm}/termsAndConditions`,
      name: 'Use of devices',
      fields: { title: 'Use of devices', bodyText: 'Be careful.' },
      to: ['all users'],
    },
    {
      path: `${dm}/managedDeviceCleanupRules`,
      name: 'Unused for 90 days',
      fields: { deviceInactivityBeforeRetirementInDays: 90 },
    },
    {
      path: `${dm}/settings`,
      name: '',
      fields: { secureByDefault: true, deviceComplianceCheckinThresholdDays: 30 },
    },
    { path: `${dm}/windowsAutopilotSettings`, name: '', fields: { syncStatus: 'completed' } },
    {
      path: `${dm}/applePushNotificationCertificate`,
      name: '',
      fields: {
        appleIdentifier: 'mdm@example.com',
        expirationDateTime: '2027-04-01T00:00:00Z',
        certificate: null,
      },
    },
    { path: `${dm}/mobileThreatDefenseConnectors`, name: '', fields: { partnerState: 'enabled' } },
    ...connections(day),
    {
      path: '/policies/identitySecurityDefaultsEnforcementPolicy',
      name: 'Security defaults',
      fields: { isEnabled: false },
    },
    {
      path: '/policies/authenticationMethodsPolicy',
      name: 'Authentication methods',
      fields: {
        authenticationMethodConfigurations: [
          { ...type('fido2AuthenticationMethodConfiguration'), id: 'Fido2', state: 'enabled' },
        ],
      },
    },
    {
      path: '/policies/crossTenantAccessPolicy/default',
      name: '',
      fields: { inboundTrust: { isMfaAccepted: false } },
    },
    {
      path: '/policies/authorizationPolicy',
      name: 'Authorization policy',
      fields: { allowInvitesFrom: 'adminsAndGuestInviters' },
    },
  ];
}

function connections(day: Day): Sample[] {
  const dm = '/deviceManagement';
  const profile = { id: day.id('enrollment profile'), displayName: 'Shared iPads' };
  return [
    {
      path: `${dm}/depOnboardingSettings`,
      name: 'Apple Business',
      fields: { tokenName: 'Apple Business', enrollmentProfiles: [profile] },
    },
    {
      path: '/deviceAppManagement/vppTokens',
      name: 'Apps and books',
      fields: { organizationName: 'Apps and books', token: null },
    },
    {
      path: `${dm}/androidManagedStoreAccountEnterpriseSettings`,
      name: '',
      fields: { bindStatus: 'boundAndValidated' },
    },
    {
      path: `${dm}/androidDeviceOwnerEnrollmentProfiles`,
      name: 'Kiosk phones',
      fields: { enrollmentMode: 'corporateOwnedDedicatedDevice', tokenValue: 'TOKEN', qrCodeContent: 'QR' },
    },
    { path: `${dm}/ndesConnectors`, name: 'Certificate server', fields: { state: 'active' } },
    {
      path: `${dm}/deviceManagementPartners`,
      name: 'Partner',
      fields: { isConfigured: true, partnerState: 'enabled' },
    },
    {
      path: `${dm}/groupPolicyUploadedDefinitionFiles`,
      name: 'Browser',
      fields: { fileName: 'browser.admx', status: 'available' },
    },
  ];
}
