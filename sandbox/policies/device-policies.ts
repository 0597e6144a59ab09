import type { Day, Item } from './day.ts';
import { assignedTo, groupId, type Target } from './groups.ts';

export function scopeTags({ id }: Day): Item[] {
  return [
    { id: '0', displayName: 'Default', description: '', isBuiltIn: true, assignments: [] },
    {
      id: '3',
      displayName: 'Branch offices',
      description: 'Devices outside headquarters',
      isBuiltIn: false,
      assignments: [
        {
          id: id('tag assignment'),
          target: {
            '@odata.type': '#microsoft.graph.groupAssignmentTarget',
            groupId: id('group Shared devices'),
          },
        },
      ],
    },
  ];
}

export function filters(day: Day): Item[] {
  const filter = (displayName: string, platform: string, rule: string, ago = 365): Item => ({
    id: day.id(`filter ${displayName}`),
    displayName,
    description: '',
    platform,
    rule,
    roleScopeTags: ['0'],
    assignmentFilterManagementType: 'devices',
    payloads: [],
    ...day.edited(ago),
  });
  return [
    filter('Corporate Windows', 'windows10AndLater', '(device.deviceOwnership -eq "Corporate")'),
    filter(
      'Virtual machines',
      'windows10AndLater',
      day.since(
        17,
        '(device.model -contains "Virtual Machine") or (device.model -contains "Cloud PC")',
        '(device.model -contains "Virtual Machine")',
      ),
      17,
    ),
    filter('Personal Android', 'androidForWork', '(device.deviceOwnership -eq "Personal")'),
    filter('Supervised iPads', 'iOS', '(device.model -startsWith "iPad") and (device.isSupervised -eq true)'),
  ];
}

export function roles(day: Day): Item[] {
  const role = (displayName: string, actions: readonly string[], isBuiltIn = false): Item => ({
    id: day.id(`role ${displayName}`),
    displayName,
    description: '',
    isBuiltIn,
    rolePermissions: [
      { resourceActions: [{ allowedResourceActions: actions, notAllowedResourceActions: [] }] },
    ],
    roleScopeTagIds: ['0'],
    roleAssignments: isBuiltIn
      ? []
      : [
          {
            id: day.id(`role assignment ${displayName}`),
            displayName: `${displayName}: everyone`,
            members: [groupId(day, 'Administrators')],
            resourceScopes: [groupId(day, 'All staff')],
          },
        ],
  });
  return [
    role('Help desk operator', ['Microsoft.Intune_ManagedDevices_Read'], true),
    role('On-site technician', [
      'Microsoft.Intune_ManagedDevices_Read',
      'Microsoft.Intune_RemoteTasks_RebootNow',
      ...day.since(11, ['Microsoft.Intune_RemoteTasks_Wipe'], []),
    ]),
  ];
}

interface Compliance {
  readonly name: string;
  readonly platform: 'windows10' | 'macOS' | 'ios' | 'androidWorkProfile';
  readonly rules: Readonly<Record<string, unknown>>;
  readonly to: readonly Target[];
  readonly graceHours?: number;
  readonly ago?: number;
}

// eslint-disable-next-line max-lines-per-function -- a list
export function compliancePolicies(day: Day): Item[] {
  const { since } = day;
  const policies: Compliance[] = [
    {
      name: 'Baseline',
      platform: 'windows10',
      rules: {
        bitLockerEnabled: true,
        secureBootEnabled: true,
        codeIntegrityEnabled: true,
        osMinimumVersion: since(20, '10.0.26100.2033', '10.0.22631.4317'),
        activeFirewallRequired: true,
        antivirusRequired: true,
        tpmRequired: true,
      },
      to: ['all users', 'not Break-glass accounts'],
      ago: 20,
    },
    {
      name: 'Windows: password',
      platform: 'windows10',
      rules: {
        passwordRequired: true,
        passwordMinimumLength: since(5, 8, 12),
        passwordRequiredType: 'alphanumeric',
      },
      to: ['All staff'],
      ago: 5,
    },
    {
      name: 'macOS: device health',
      platform: 'macOS',
      rules: {
        systemIntegrityProtectionEnabled: true,
        storageRequireEncryption: true,
        osMinimumVersion: '15.1',
      },
      to: ['All staff'],
      graceHours: 24,
    },
    {
      name: 'iPhones and iPads',
      platform: 'ios',
      rules: {
        securityBlockJailbrokenDevices: true,
        osMinimumVersion: since(26, '18.1', '17.6'),
        passcodeRequired: true,
      },
      to: since(9, ['all users'], ['all users', 'Frontline workers']),
      ago: 26,
    },
    {
      name: 'Android work profile',
      platform: 'androidWorkProfile',
      rules: {
        securityBlockJailbrokenDevices: true,
        passwordRequired: true,
        minAndroidSecurityPatchLevel: '2026-06-01',
      },
      to: ['all users'],
      graceHours: 72,
    },
    {
      name: 'Kiosks',
      platform: 'windows10',
      rules: { secureBootEnabled: true, storageRequireEncryption: false },
      to: ['Shared devices'],
    },
  ];
  return policies.map((policy) => toCompliance(day, policy));
}

function toCompliance(day: Day, { name, platform, rules, to, graceHours = 0, ago = 365 }: Compliance): Item {
  const id = day.id(`compliance ${name}`);
  return {
    '@odata.type': `#microsoft.graph.${platform}CompliancePolicy`,
    id,
    displayName: name,
    description: null,
    version: 1,
    roleScopeTagIds: ['0'],
    ...rules,
    ...day.edited(ago),
    assignments: assignedTo(day, id, ...to),
    scheduledActionsForRule: [
      {
        id: day.id(`actions ${name}`),
        ruleName: null,
        scheduledActionConfigurations: [
          {
            id: day.id(`action ${name}`),
            gracePeriodHours: graceHours,
            actionType: 'block',
            notificationTemplateId: '00000000-0000-0000-0000-000000000000',
            notificationMessageCCList: [],
          },
        ],
      },
    ],
  };
}
