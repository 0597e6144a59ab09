/** What Graph answers for one policy of each kind, in our own words and values. */

export function catalogPolicy(settings: readonly unknown[], fields: Record<string, unknown> = {}) {
  return {
    '@odata.type': '#microsoft.graph.deviceManagementConfigurationPolicy',
    id: '6f0f6c1e-0001-4000-8000-000000000001',
    name: 'Defender antivirus',
    description: '',
    createdDateTime: '2026-01-10T08:00:00.0000000Z',
    lastModifiedDateTime: '2026-03-11T08:00:00.1200000Z',
    platforms: 'windows10',
    technologies: 'mdm,microsoftSense',
    roleScopeTagIds: ['0', '11'],
    settingCount: settings.length,
    templateReference: { templateId: '', templateFamily: 'none', templateDisplayName: null },
    settings,
    ...fields,
  };
}

const type = (name: string) => `#microsoft.graph.deviceManagementConfiguration${name}`;

export function choice(id: string, option: string, children: readonly unknown[] = []) {
  return {
    '@odata.type': type('ChoiceSettingInstance'),
    settingDefinitionId: id,
    settingInstanceTemplateReference: null,
    choiceSettingValue: { value: `${id}_${option}`, settingValueTemplateReference: null, children },
  };
}

export function simple(id: string, value: string | number, of: 'String' | 'Integer' | 'Secret' = 'String') {
  return {
    '@odata.type': type('SimpleSettingInstance'),
    settingDefinitionId: id,
    simpleSettingValue: {
      '@odata.type': type(`${of}SettingValue`),
      value,
      ...(of === 'Secret' && { valueState: 'encryptedValueToken' }),
    },
  };
}

export function group(id: string, entries: readonly (readonly unknown[])[]) {
  return {
    '@odata.type': type('GroupSettingCollectionInstance'),
    settingDefinitionId: id,
    groupSettingCollectionValue: entries.map((children) => ({ children })),
  };
}

export function settings(...instances: readonly unknown[]) {
  return instances.map((settingInstance, index) => ({ id: String(index), settingInstance }));
}

export function accessPolicy(fields: Record<string, unknown> = {}) {
  return {
    id: '312fc61f-0000-4000-8000-000000000001',
    displayName: 'Require multifactor authentication',
    state: 'enabled',
    createdDateTime: '2026-02-13T11:37:41.7574033Z',
    modifiedDateTime: '2026-02-14T09:00:00Z',
    sessionControls: null,
    conditions: {
      clientAppTypes: ['browser', 'mobileAppsAndDesktopClients'],
      signInRiskLevels: [],
      applications: { includeApplications: ['All'], excludeApplications: [] },
      users: {
        includeUsers: ['All'],
        includeGroups: [],
        excludeGroups: ['0d5e6f10-0000-4000-8000-0000000000bb', '0d5e6f10-0000-4000-8000-0000000000aa'],
      },
    },
    grantControls: { operator: 'OR', builtInControls: ['mfa', 'compliantDevice'] },
    ...fields,
  };
}
