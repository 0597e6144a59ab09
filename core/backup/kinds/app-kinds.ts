import { assigned, assignedApart, intune, intuneForm, readOrWrite, type PolicyKindRow } from './row.ts';

const apps = { ...intune, anyOf: readOrWrite('Apps') } as const;
const appManagement = '/deviceAppManagement';
const targetedConfiguration = '#microsoft.graph.targetedManagedAppConfiguration';

/** Apps: how they are protected and configured, and which of them the others name. */
export const appKinds = {
  app_protection: {
    ...apps,
    label: 'App protection policies',
    // Only this list says of which type a policy is; only the type's own list has its apps.
    path: `${appManagement}/managedAppPolicies`,
    except: [targetedConfiguration],
    item: {
      query: '$expand=apps',
      byType: {
        '#microsoft.graph.iosManagedAppProtection': `${appManagement}/iosManagedAppProtections`,
        '#microsoft.graph.androidManagedAppProtection': `${appManagement}/androidManagedAppProtections`,
        '#microsoft.graph.windowsManagedAppProtection': `${appManagement}/windowsManagedAppProtections`,
        '#microsoft.graph.windowsInformationProtectionPolicy': `${appManagement}/windowsInformationProtectionPolicies`,
        '#microsoft.graph.mdmWindowsInformationProtectionPolicy': `${appManagement}/mdmWindowsInformationProtectionPolicies`,
      },
    },
    ...assignedApart,
    form: intuneForm({
      drop: ['deployedAppCount', 'apps.id', 'apps.version'],
      unordered: ['apps', 'exemptedAppProtocols', 'allowedDataStorageLocations'],
      typed: ['', 'apps.mobileAppIdentifier'],
    }),
  },
  app_configurations: {
    ...apps,
    ...assigned,
    label: 'App configuration for managed devices',
    path: `${appManagement}/mobileAppConfigurations`,
    item: { query: '' },
    // Base64 in which vendors put their own tokens.
    secrets: ['payloadJson', 'encodedSettingXml', 'appConfigKeyValue'],
    form: intuneForm({ unordered: ['settings', 'targetedMobileApps'], typed: [''] }),
  },
  targeted_app_configurations: {
    ...apps,
    ...assigned,
    label: 'App configuration for managed apps',
    path: `${appManagement}/targetedManagedAppConfigurations`,
    item: { query: '$expand=apps' },
    secrets: ['value'],
    form: intuneForm({
      drop: ['deployedAppCount', 'apps.id', 'apps.version'],
      unordered: ['apps', 'customSettings'],
      typed: ['apps.mobileAppIdentifier'],
    }),
  },
  branding: {
    ...apps,
    label: 'Company branding',
    path: '/deviceManagement/intuneBrandingProfiles',
    ...assignedApart,
    // A list says null for its images.
    item: { query: '' },
  },
  policy_sets: {
    ...intune,
    label: 'Policy sets',
    // The list refuses to be expanded.
    path: `${appManagement}/policySets`,
    item: { query: '$expand=items' },
    ...assignedApart,
    form: intuneForm({
      drop: [
        'status',
        'errorCode',
        'items.id',
        'items.status',
        'items.errorCode',
        'items.createdDateTime',
        'items.lastModifiedDateTime',
      ],
      unordered: ['items', 'roleScopeTags'],
      typed: ['items'],
    }),
  },
  apps: {
    ...apps,
    ...assignedApart,
    label: 'Apps',
    path: `${appManagement}/mobileApps`,
    offered: 'referenced',
    namedBy: ['targetedMobileApps', 'selectedMobileAppIds', 'payloadId'],
    secrets: ['installCommandLine', 'uninstallCommandLine', 'scriptContent'],
    form: intuneForm({
      drop: [
        'uploadState',
        'publishingState',
        'dependentAppCount',
        'supersedingAppCount',
        'supersededAppCount',
        'committedContentVersion',
        'size',
      ],
      typed: [''],
    }),
  },
} as const satisfies Readonly<Record<string, PolicyKindRow>>;
