import type { AppRole } from '../graph/app-roles.ts';
import type { PolicyList } from './policy-list.ts';

const readOrWrite = (name: 'Apps' | 'Configuration' | 'Scripts' | 'ServiceConfig'): readonly AppRole[] => [
  `DeviceManagement${name}.Read.All`,
  `DeviceManagement${name}.ReadWrite.All`,
];

const configuration = { anyOf: readOrWrite('Configuration'), intune: true } as const;
const service = { anyOf: readOrWrite('ServiceConfig'), intune: true } as const;
const apps = { anyOf: readOrWrite('Apps'), intune: true } as const;
const scripts = {
  anyOf: readOrWrite('Scripts'),
  intune: true,
  parts: ['assignments'],
  onlyInItem: ['scriptContent', 'detectionScriptContent', 'remediationScriptContent'],
} as const;
const around = { anyOf: ['Policy.Read.All'], isOne: true } as const;
const assigned = { parts: ['assignments'] } as const;

const dm = '/deviceManagement';
const dam = '/deviceAppManagement';
const protections = `${dam}/managedAppPolicies`;

export const moreLists: readonly PolicyList[] = [
  {
    ...configuration,
    path: `${dm}/deviceConfigurations`,
    parts: ['assignments'],
    references: ['rootCertificate'],
  },
  {
    ...configuration,
    path: `${dm}/groupPolicyConfigurations`,
    parts: ['assignments', 'definitionValues'],
    below: 'presentationValues',
  },
  {
    ...configuration,
    path: `${dm}/compliancePolicies`,
    parts: ['assignments', 'settings', 'scheduledActionsForRule'],
  },
  { ...configuration, path: `${dm}/intents`, parts: ['assignments', 'settings'] },
  ...[
    'deviceManagementScripts',
    'deviceShellScripts',
    'deviceCustomAttributeShellScripts',
    'deviceHealthScripts',
    'deviceComplianceScripts',
  ].map((name) => ({ ...scripts, path: `${dm}/${name}` })),
  { ...configuration, path: `${dm}/reusablePolicySettings`, onlyInItem: ['settingInstance'] },
  ...[
    'windowsFeatureUpdateProfiles',
    'windowsQualityUpdateProfiles',
    'windowsQualityUpdatePolicies',
    'windowsDriverUpdateProfiles',
  ].map((name) => ({ ...configuration, ...assigned, path: `${dm}/${name}` })),
  { ...configuration, path: `${dm}/deviceCategories` },
  { ...configuration, path: `${dm}/managedDeviceCleanupRules` },
  { ...configuration, path: `${dm}/settings`, isOne: true },
  { ...configuration, path: `${dm}/androidManagedStoreAccountEnterpriseSettings`, isOne: true },
  { ...configuration, path: `${dm}/androidDeviceOwnerEnrollmentProfiles` },
  { ...configuration, path: `${dm}/ndesConnectors` },
  { ...configuration, path: `${dm}/groupPolicyUploadedDefinitionFiles` },
  { ...configuration, path: `${dam}/policySets`, parts: ['items', 'assignments'] },
  { ...service, path: `${dm}/notificationMessageTemplates`, parts: ['localizedNotificationMessages'] },
  { ...service, ...assigned, path: `${dm}/deviceEnrollmentConfigurations` },
  { ...service, ...assigned, path: `${dm}/windowsAutopilotDeploymentProfiles` },
  { ...service, ...assigned, path: `${dm}/termsAndConditions` },
  { ...service, path: `${dm}/windowsAutopilotSettings`, isOne: true },
  { ...service, path: `${dm}/applePushNotificationCertificate`, isOne: true },
  { ...service, path: `${dm}/depOnboardingSettings`, parts: ['enrollmentProfiles'] },
  { ...service, path: `${dm}/mobileThreatDefenseConnectors` },
  { ...service, path: `${dm}/deviceManagementPartners` },
  { ...apps, path: `${dam}/vppTokens` },
  { ...apps, ...assigned, path: `${dm}/intuneBrandingProfiles` },
  { ...apps, path: protections, parts: ['apps', 'assignments'] },
  { ...apps, path: `${dam}/iosManagedAppProtections`, heldAt: protections, parts: ['apps', 'assignments'] },
  {
    ...apps,
    path: `${dam}/androidManagedAppProtections`,
    heldAt: protections,
    parts: ['apps', 'assignments'],
  },
  { ...apps, path: `${dam}/targetedManagedAppConfigurations`, parts: ['apps', 'assignments'] },
  { ...apps, ...assigned, path: `${dam}/mobileAppConfigurations`, onlyInItem: ['payloadJson'] },
  { ...apps, ...assigned, path: `${dam}/mobileApps` },
  { ...around, path: '/policies/identitySecurityDefaultsEnforcementPolicy' },
  { ...around, path: '/policies/authenticationMethodsPolicy' },
  { ...around, path: '/policies/crossTenantAccessPolicy/default' },
  { ...around, path: '/policies/authorizationPolicy' },
];
