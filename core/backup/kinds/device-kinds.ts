import { assigned, assignedApart, intune, intuneForm, readOrWrite, type PolicyKindRow } from './row.ts';

const reference = ['id', 'displayName'] as const;
const certificate = (name: string, ofTypes: RegExp) =>
  ({ name, path: `/{type}/${name}`, countedBy: null, ofTypes, reference }) as const;

const scripts = {
  ...intune,
  ...assigned,
  anyOf: readOrWrite('Scripts'),
  // A list says null for what is in a script.
  item: { query: '' },
  secrets: ['scriptContent', 'detectionScriptContent', 'remediationScriptContent'],
} as const;

const updates = { ...intune, ...assignedApart } as const;

/** Settings of devices, scripts and updates. */
export const deviceKinds = {
  notification_templates: {
    ...intune,
    label: 'Notification message templates',
    path: '/deviceManagement/notificationMessageTemplates',
    query: '$expand=localizedNotificationMessages',
    anyOf: readOrWrite('ServiceConfig'),
    form: intuneForm({
      drop: ['localizedNotificationMessages.id', 'localizedNotificationMessages.lastModifiedDateTime'],
      unordered: ['localizedNotificationMessages'],
      flags: ['brandingOptions'],
    }),
  },
  device_categories: {
    ...intune,
    label: 'Device categories',
    path: '/deviceManagement/deviceCategories',
  },
  reusable_settings: {
    ...intune,
    label: 'Reusable settings',
    path: '/deviceManagement/reusablePolicySettings',
    item: { query: '$select=id,displayName,description,settingDefinitionId,settingInstance,version' },
    form: intuneForm({
      drop: ['referencingConfigurationPolicyCount'],
      unordered: ['*.children'],
      typed: ['*.simpleSettingValue', '*.simpleSettingCollectionValue'],
    }),
  },
  compliance_scripts: {
    ...scripts,
    label: 'Compliance scripts',
    path: '/deviceManagement/deviceComplianceScripts',
    query: '',
    assignments: null,
  },
  linux_compliance: {
    ...intune,
    ...assigned,
    label: 'Linux compliance policies',
    path: '/deviceManagement/compliancePolicies',
    nameField: 'name',
    platformField: 'platforms',
    subReads: [
      { name: 'settings', path: '/settings?$top=1000', countedBy: 'settingCount' },
      {
        name: 'scheduledActionsForRule',
        path: '/scheduledActionsForRule?$expand=scheduledActionConfigurations',
        countedBy: null,
      },
    ],
    form: intuneForm({
      drop: [
        'settingCount',
        'creationSource',
        'settings.id',
        'scheduledActionsForRule.id',
        'scheduledActionsForRule.scheduledActionConfigurations.id',
      ],
      unordered: ['settings', '*.children', 'scheduledActionsForRule', '*.scheduledActionConfigurations'],
      typed: ['*.simpleSettingValue', '*.simpleSettingCollectionValue'],
      flags: ['technologies', 'platforms'],
    }),
  },
  device_configurations: {
    ...intune,
    ...assigned,
    label: 'Device configuration profiles',
    path: '/deviceManagement/deviceConfigurations',
    subReads: [
      certificate('rootCertificate', /(scep|pkcs)certificateprofile$/i),
      certificate('rootCertificateForServerValidation', /^#microsoft\.graph\.(android|macOS).*(wifi|wired)/i),
      certificate('identityCertificateForClientAuthentication', /(enterprise|eap).*wifi|wifi.*eap|wired/i),
      certificate('identityCertificate', /vpnconfiguration$/i),
      {
        name: 'rootCertificatesForServerValidation',
        path: '/{type}/rootCertificatesForServerValidation?$select=id,displayName',
        countedBy: null,
        ofTypes: /^#microsoft\.graph\.(iosEnterpriseWiFi|windowsWifiEnterpriseEAP)/i,
      },
    ],
    secrets: [
      'value',
      'preSharedKey',
      'sharedKey',
      'sharedSecret',
      'password',
      'proxyPassword',
      'productKey',
      'passphrase',
    ],
    form: intuneForm({
      // The first two are tokens of Microsoft's; the others are where a paused update ring is just now.
      drop: [
        'omaSettings.secretReferenceValueId',
        'payloadFileName',
        ...['qualityUpdates', 'featureUpdates'].flatMap((ring) => [
          `${ring}PauseStartDate`,
          `${ring}PauseExpiryDateTime`,
          `${ring}Paused`,
          `${ring}RollbackStartDateTime`,
          `${ring}WillBeRolledBack`,
        ]),
      ],
      unordered: ['omaSettings', 'rootCertificatesForServerValidation'],
      typed: ['', 'omaSettings'],
    }),
  },
  intents: {
    ...intune,
    label: 'Security baselines and endpoint security (older)',
    path: '/deviceManagement/intents',
    assignments: 'assignments',
    subReads: [
      { name: 'settings', path: '/settings', countedBy: null },
      { name: 'assignments', path: '/assignments', countedBy: null },
    ],
    form: intuneForm({
      drop: ['isMigratingToConfigurationPolicy', 'settings.id'],
      unordered: ['settings'],
      typed: ['settings'],
    }),
  },
  powershell_scripts: {
    ...scripts,
    label: 'PowerShell scripts',
    path: '/deviceManagement/deviceManagementScripts',
  },
  shell_scripts: {
    ...scripts,
    label: 'Shell scripts',
    path: '/deviceManagement/deviceShellScripts',
  },
  custom_attributes: {
    ...scripts,
    label: 'Custom attributes',
    path: '/deviceManagement/deviceCustomAttributeShellScripts',
  },
  remediations: {
    ...scripts,
    label: 'Remediations',
    path: '/deviceManagement/deviceHealthScripts',
    form: intuneForm({ drop: ['highestAvailableVersion'] }),
  },
  feature_updates: {
    ...updates,
    label: 'Feature updates',
    path: '/deviceManagement/windowsFeatureUpdateProfiles',
    form: intuneForm({ drop: ['deployableContentDisplayName', 'endOfSupportDate'] }),
  },
  expedited_updates: {
    ...updates,
    label: 'Expedited quality updates',
    path: '/deviceManagement/windowsQualityUpdateProfiles',
    form: intuneForm({ drop: ['deployableContentDisplayName', 'releaseDateDisplayName'] }),
  },
  quality_updates: {
    ...updates,
    label: 'Quality updates',
    path: '/deviceManagement/windowsQualityUpdatePolicies',
  },
  driver_updates: {
    ...updates,
    label: 'Driver updates',
    path: '/deviceManagement/windowsDriverUpdateProfiles',
    form: intuneForm({ drop: ['inventorySyncStatus', 'newUpdates', 'deviceReporting'] }),
  },
  administrative_templates: {
    ...intune,
    ...assigned,
    label: 'Administrative templates',
    path: '/deviceManagement/groupPolicyConfigurations',
    // Served by a part of Intune that takes a few requests a second and is asked for each value.
    area: 'admx',
    subReads: [
      {
        name: 'definitionValues',
        path: '/definitionValues?$expand=definition',
        countedBy: null,
        below: { name: 'presentationValues', path: '/presentationValues?$expand=presentation' },
      },
    ],
    form: intuneForm({
      drop: [
        'policyConfigurationIngestionType',
        'definitionValues.id',
        'definitionValues.createdDateTime',
        'definitionValues.lastModifiedDateTime',
        'definitionValues.definition.lastModifiedDateTime',
        'definitionValues.presentationValues.id',
        'definitionValues.presentationValues.createdDateTime',
        'definitionValues.presentationValues.lastModifiedDateTime',
        'definitionValues.presentationValues.presentation.lastModifiedDateTime',
      ],
      unordered: ['definitionValues', 'definitionValues.presentationValues'],
      typed: ['definitionValues.presentationValues'],
    }),
  },
} as const satisfies Readonly<Record<string, PolicyKindRow>>;
