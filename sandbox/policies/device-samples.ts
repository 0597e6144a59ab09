import type { Day } from './day.ts';
import type { Target } from './groups.ts';

export interface Sample {
  readonly path: string;
  readonly name: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly to?: readonly Target[];
}

export const type = (name: string) => ({ '@odata.type': `#microsoft.graph.${name}` });

export const script = (text: string) => Buffer.from(text).toString('base64');

// eslint-disable-next-line max-lines-per-function -- a list
export function deviceSamples(day: Day): Sample[] {
  const dm = '/deviceManagement';
  const all: readonly Target[] = ['All staff'];
  return [
    {
      path: `${dm}/deviceConfigurations`,
      name: 'Device certificate',
      fields: {
        ...type('windows81SCEPCertificateProfile'),
        keySize: 'size2048',
        rootCertificate: { id: day.id('root certificate'), displayName: 'Company root' },
      },
      to: all,
    },
    {
      path: `${dm}/deviceConfigurations`,
      name: 'Wi-Fi: branch offices',
      fields: {
        ...type('windows10CustomConfiguration'),
        omaSettings: [
          {
            ...type('omaSettingString'),
            displayName: 'Key',
            omaUri: './Vendor/MSFT/WiFi/Profile/Branch/WlanXml',
            isEncrypted: true,
            value: '****',
            secretReferenceValueId: day.id('oma secret'),
          },
        ],
      },
      to: all,
    },
    {
      path: `${dm}/groupPolicyConfigurations`,
      name: 'Windows: start menu',
      fields: {
        policyConfigurationIngestionType: 'builtIn',
        definitionValues: [
          {
            id: day.id('definition value'),
            enabled: true,
            definition: { id: day.id('definition'), displayName: 'Remove the Run menu', classType: 'user' },
            presentationValues: [
              { ...type('groupPolicyPresentationValueText'), id: day.id('presentation'), value: 'Office' },
            ],
          },
        ],
      },
      to: all,
    },
    {
      path: `${dm}/compliancePolicies`,
      name: 'Linux workstations',
      fields: {
        name: 'Linux workstations',
        platforms: 'linux',
        technologies: 'linuxMdm',
        settingCount: 1,
        settings: [
          {
            id: '0',
            settingInstance: {
              settingDefinitionId: 'linux_mdatp_managed_antivirus',
              simpleSettingValue: { value: 1 },
            },
          },
        ],
        scheduledActionsForRule: [
          {
            id: day.id('linux actions'),
            ruleName: null,
            scheduledActionConfigurations: [
              { id: day.id('linux action'), actionType: 'block', gracePeriodHours: 24 },
            ],
          },
        ],
      },
      to: all,
    },
    {
      path: `${dm}/intents`,
      name: 'BitLocker of 2020',
      fields: {
        templateId: day.id('baseline template'),
        settings: [
          {
            ...type('deviceManagementBooleanSettingInstance'),
            id: day.id('intent setting'),
            definitionId: 'blockUsb',
            valueJson: 'true',
          },
        ],
      },
      to: all,
    },
    ...['deviceManagementScripts', 'deviceShellScripts', 'deviceCustomAttributeShellScripts'].map((path) => ({
      path: `${dm}/${path}`,
      name: 'Report disk space',
      fields: { fileName: 'disk-space', runAsAccount: 'system', scriptContent: script('echo disk\r\n') },
      to: all,
    })),
    {
      path: `${dm}/deviceHealthScripts`,
      name: 'Restart the print spooler',
      fields: {
        isGlobalScript: false,
        detectionScriptContent: script('exit 1'),
        remediationScriptContent: script('exit 0'),
      },
      to: all,
    },
    {
      path: `${dm}/deviceComplianceScripts`,
      name: 'Agent is running',
      fields: { detectionScriptContent: script('true') },
    },
    {
      path: `${dm}/reusablePolicySettings`,
      name: 'Update servers',
      fields: {
        settingDefinitionId: 'firewall_group',
        settingInstance: {
          settingDefinitionId: 'firewall_group',
          simpleSettingValue: { value: '192.0.2.9' },
        },
      },
    },
    {
      path: `${dm}/windowsFeatureUpdateProfiles`,
      name: 'Windows 11 25H2',
      fields: { featureUpdateVersion: 'Windows 11, version 25H2' },
      to: all,
    },
    {
      path: `${dm}/windowsQualityUpdateProfiles`,
      name: 'Expedite November',
      fields: { expeditedUpdateSettings: { daysUntilForcedReboot: 1 } },
      to: all,
    },
    {
      path: `${dm}/windowsQualityUpdatePolicies`,
      name: 'Hotpatch',
      fields: { hotpatchEnabled: true },
      to: all,
    },
    {
      path: `${dm}/windowsDriverUpdateProfiles`,
      name: 'Drivers',
      fields: { approvalType: 'manual' },
      to: all,
    },
  ];
}
