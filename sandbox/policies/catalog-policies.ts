import type { Day, Item } from './day.ts';
import { definitions, type } from './catalog-definitions.ts';
import { assignedTo, type Target } from './groups.ts';

type Short = keyof typeof definitions;
type Value = string | number | readonly string[] | { readonly secret: string };
type Settings = readonly (readonly [Short, Value, Settings?])[];

interface Catalog {
  readonly name: string;
  readonly settings: Settings;
  readonly to: readonly Target[];
  readonly platforms?: 'windows10' | 'macOS';
  readonly family?: string;
  readonly ago?: number;
}

// eslint-disable-next-line max-lines-per-function -- a list
export function catalogPolicies(day: Day): Item[] {
  const { since } = day;
  const policies: Catalog[] = [
    {
      name: 'Device encryption',
      settings: [
        ['bitlocker', '1'],
        ['method', '1', [['os', since(12, '7', '6')]]],
      ],
      to: ['All staff'],
      family: 'endpointSecurityDiskEncryption',
      ago: 12,
    },
    {
      name: 'Defender antivirus',
      settings: [
        ['realtime', '1'],
        ['cloud', '1', [['level', since(2, '0', '2')]]],
        ['scan', 50],
        ['exclusions', since(6, ['C:\\Build', 'C:\\Temp'], ['C:\\Build'])],
      ],
      to: ['all devices'],
      family: 'endpointSecurityAntivirus',
      ago: 2,
    },
    {
      name: 'Firewall',
      settings: [
        ['firewall', '1'],
        ['public', '1'],
      ],
      to: since(4, ['all devices', 'not Contractors'], ['all devices']),
      family: 'endpointSecurityFirewall',
      ago: 4,
    },
    {
      name: 'Attack surface reduction',
      settings: [
        ['asr', since(18, 'block', 'audit')],
        ['asrScripts', 'audit'],
      ],
      to: ['Pilot ring', 'All staff'],
      family: 'endpointSecurityAttackSurfaceReduction',
      ago: 18,
    },
    {
      name: 'Windows LAPS',
      settings: [
        ['lapsAge', 30],
        ['lapsLength', since(24, 20, 14)],
      ],
      to: ['all devices'],
      family: 'endpointSecurityAccountProtection',
      ago: 24,
    },
    {
      name: 'Wi-Fi: headquarters',
      settings: [['wifiKey', { secret: day.id('wifi token') }]],
      to: ['All staff'],
    },
    {
      name: 'Windows Hello for Business',
      settings: [
        ['hello', '1'],
        ['pin', 6],
      ],
      to: ['All staff'],
    },
    { name: 'Screen lock', settings: [['lock', since(15, 10, 15)]], to: ['all users'], ago: 15 },
    {
      name: 'Microsoft Edge: security',
      settings: [
        ['smartscreen', '1'],
        ['passwords', '0'],
      ],
      to: ['All staff'],
    },
    {
      name: 'Microsoft Edge: home page',
      settings: [['homepage', 'https://intranet.example']],
      to: ['All staff'],
    },
    { name: 'OneDrive', settings: [['kfm', '1']], to: ['All staff'] },
    {
      name: 'Office macros',
      settings: [['macros', '1']],
      to: since(10, ['All staff', 'not Finance'], ['All staff']),
      ago: 10,
    },
    { name: 'Updates: pilot ring', settings: [['updates', 0]], to: ['Pilot ring'] },
    {
      name: 'Updates: everyone',
      settings: [['updates', since(1, 14, 7)]],
      to: ['All staff', 'not Pilot ring'],
      ago: 1,
    },
    { name: 'Remote desktop', settings: [['rdp', '0']], to: ['all devices', 'not Administrators'] },
    { name: 'Removable storage', settings: [['usb', '1']], to: ['Finance', 'Frontline workers'] },
    { name: 'Diagnostic data', settings: [['telemetry', '1']], to: ['all devices'] },
    { name: 'macOS: FileVault', settings: [['fileVault', '1']], to: ['All staff'], platforms: 'macOS' },
    { name: 'macOS: Gatekeeper', settings: [['gatekeeper', '1']], to: ['All staff'], platforms: 'macOS' },
    ...since(
      7,
      [
        {
          name: 'Kiosk: browser',
          settings: [['homepage', 'https://kiosk.example']],
          to: ['Shared devices'],
        } satisfies Catalog,
      ],
      [],
    ),
  ];
  return policies.map((policy) => toCatalog(day, policy));
}

function toCatalog(day: Day, policy: Catalog): Item {
  const { name, settings, to, platforms = 'windows10', family = 'none', ago = 365 } = policy;
  const id = day.id(`catalog ${name}`);
  return {
    id,
    name,
    description: '',
    platforms,
    technologies: platforms === 'macOS' ? 'mdm,appleRemoteManagement' : 'mdm,microsoftSense',
    roleScopeTagIds: ['0'],
    settingCount: settings.length,
    creationSource: null,
    priorityMetaData: null,
    isAssigned: to.length > 0,
    templateReference: {
      templateId: family === 'none' ? '' : `${day.id(family)}_1`,
      templateFamily: family,
      templateDisplayName: null,
      templateDisplayVersion: null,
    },
    ...day.edited(ago),
    settings: settings.map(([short, value, below], index) => ({
      id: String(index),
      settingInstance: toInstance(short, value, below ?? []),
    })),
    assignments: assignedTo(day, id, ...to),
  };
}

function toInstance(short: Short, value: Value, below: Settings): object {
  const { id: settingDefinitionId, ...definition } = definitions[short];
  const common = { settingDefinitionId, settingInstanceTemplateReference: null };
  if ('options' in definition) {
    const children = below.map(([name, of, deeper]) => toInstance(name, of, deeper ?? []));
    const chosen = `${settingDefinitionId}_${value as string}`;
    return {
      '@odata.type': type('ChoiceSettingInstance'),
      ...common,
      choiceSettingValue: { settingValueTemplateReference: null, value: chosen, children },
    };
  }
  if (Array.isArray(value)) {
    const simpleSettingCollectionValue = value.map((one: string) => toSimple(one));
    return {
      '@odata.type': type('SimpleSettingCollectionInstance'),
      ...common,
      simpleSettingCollectionValue,
    };
  }
  return {
    '@odata.type': type('SimpleSettingInstance'),
    ...common,
    simpleSettingValue: toSimple(value as string),
  };
}

/** A secret is never shown again: a token stands for it, another one each time it is written. */
function toSimple(value: string | number | { readonly secret: string }): object {
  if (typeof value === 'object')
    return {
      '@odata.type': type('SecretSettingValue'),
      value: value.secret,
      valueState: 'encryptedValueToken',
    };
  return { '@odata.type': type(`${typeof value === 'number' ? 'Integer' : 'String'}SettingValue`), value };
}
