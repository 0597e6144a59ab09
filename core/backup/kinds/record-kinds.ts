import { entra, intune, intuneForm, readOrWrite, volatile, type PolicyKindRow } from './row.ts';

const service = { ...intune, anyOf: readOrWrite('ServiceConfig') } as const;
const around = { ...entra, anyOf: ['Policy.Read.All'], offered: 'one' } as const;

/** When Microsoft last heard of something: no configuration. */
const heard = ['lastHeartbeatDateTime', 'lastConnectionDateTime', 'lastSyncDateTime', 'lastUpdatedDateTime'];
const connector = intuneForm({ drop: heard });

/** What a backup remembers and no restore brings back: connections to others, and what Conditional Access stands on. */
export const recordKinds = {
  apple_push_certificate: {
    ...service,
    label: 'Apple push certificate',
    path: '/deviceManagement/applePushNotificationCertificate',
    nameField: null,
    offered: 'one_or_none',
    secrets: ['certificate'],
  },
  apple_enrollment_tokens: {
    ...service,
    label: 'Apple enrollment program tokens',
    path: '/deviceManagement/depOnboardingSettings',
    nameField: null,
    form: intuneForm({
      drop: [
        'lastSuccessfulSyncDateTime',
        'lastSyncTriggeredDateTime',
        'lastSyncErrorCode',
        'syncedDeviceCount',
      ],
    }),
    subReads: [{ name: 'enrollmentProfiles', path: '/enrollmentProfiles', countedBy: null }],
    secrets: ['dataSharingConsentToken', 'adminAccountPassword', 'autoAdvanceSetupToken'],
  },
  apple_volume_tokens: {
    ...service,
    label: 'Apple volume purchase tokens',
    path: '/deviceAppManagement/vppTokens',
    anyOf: readOrWrite('Apps'),
    secrets: ['token'],
    form: intuneForm({ drop: ['lastSyncDateTime', 'lastSyncStatus', 'state'] }),
  },
  android_enterprise: {
    ...intune,
    label: 'Managed Google Play',
    path: '/deviceManagement/androidManagedStoreAccountEnterpriseSettings',
    nameField: null,
    offered: 'one_or_none',
    form: intuneForm({ drop: ['lastAppSyncDateTime', 'lastAppSyncStatus'] }),
  },
  android_enrollment_profiles: {
    ...intune,
    label: 'Android enrollment profiles',
    path: '/deviceManagement/androidDeviceOwnerEnrollmentProfiles',
    secrets: ['tokenValue', 'qrCodeContent', 'qrCodeImage', 'wifiPassword'],
    form: intuneForm({ drop: ['enrolledDeviceCount', 'enrollmentTokenUsageCount'] }),
  },
  threat_defense: {
    ...service,
    label: 'Mobile threat defense connectors',
    path: '/deviceManagement/mobileThreatDefenseConnectors',
    nameField: null,
    form: connector,
  },
  certificate_connectors: {
    ...intune,
    label: 'Certificate connectors',
    path: '/deviceManagement/ndesConnectors',
    form: connector,
  },
  management_partners: {
    ...service,
    label: 'Device management partners',
    path: '/deviceManagement/deviceManagementPartners',
    form: connector,
  },
  admx_files: {
    ...intune,
    label: 'Imported ADMX files',
    path: '/deviceManagement/groupPolicyUploadedDefinitionFiles',
    form: intuneForm({ drop: ['uploadDateTime'] }),
  },
  security_defaults: {
    ...around,
    label: 'Security defaults',
    path: '/policies/identitySecurityDefaultsEnforcementPolicy',
    form: { drop: volatile },
  },
  authentication_methods: {
    ...around,
    label: 'Authentication methods',
    path: '/policies/authenticationMethodsPolicy',
    form: {
      drop: volatile,
      unordered: ['authenticationMethodConfigurations', '*.includeTargets', '*.excludeTargets'],
      typed: ['authenticationMethodConfigurations'],
    },
  },
  cross_tenant_access: {
    ...around,
    label: 'Cross-tenant access defaults',
    path: '/policies/crossTenantAccessPolicy/default',
    nameField: null,
    form: { drop: volatile },
  },
  authorization_policy: {
    ...around,
    label: 'Authorization policy',
    path: '/policies/authorizationPolicy',
    form: { drop: volatile },
  },
} as const satisfies Readonly<Record<string, PolicyKindRow>>;
