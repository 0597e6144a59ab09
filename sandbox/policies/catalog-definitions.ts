interface Definition {
  readonly id: string;
  readonly name: string;
  readonly options?: Readonly<Record<string, string>>;
}

const onOff = { '0': 'Not allowed', '1': 'Allowed' };
const enabled = { '0': 'Disabled', '1': 'Enabled' };

/** A few of the catalog's ten thousand definitions, by the short name used below. */
export const definitions = {
  cloud: {
    id: 'device_vendor_msft_policy_config_defender_allowcloudprotection',
    name: 'Allow cloud protection',
    options: onOff,
  },
  level: {
    id: 'device_vendor_msft_policy_config_defender_cloudblocklevel',
    name: 'Cloud block level',
    options: { '0': 'Not configured', '2': 'High', '4': 'High plus', '6': 'Zero tolerance' },
  },
  realtime: {
    id: 'device_vendor_msft_policy_config_defender_allowrealtimemonitoring',
    name: 'Allow real-time monitoring',
    options: onOff,
  },
  scan: {
    id: 'device_vendor_msft_policy_config_defender_avgcpuloadfactor',
    name: 'Average CPU load during scans',
  },
  exclusions: { id: 'device_vendor_msft_policy_config_defender_excludedpaths', name: 'Excluded paths' },
  bitlocker: {
    id: 'device_vendor_msft_bitlocker_requiredeviceencryption',
    name: 'Require device encryption',
    options: enabled,
  },
  method: {
    id: 'device_vendor_msft_bitlocker_encryptionmethodbydrivetype',
    name: 'Encryption method by drive type',
    options: enabled,
  },
  os: {
    id: 'device_vendor_msft_bitlocker_encryptionmethodbydrivetype_os',
    name: 'Operating system drives',
    options: { '6': 'XTS-AES 128-bit', '7': 'XTS-AES 256-bit' },
  },
  firewall: {
    id: 'vendor_msft_firewall_mdmstore_domainprofile_enablefirewall',
    name: 'Enable domain network firewall',
    options: enabled,
  },
  public: {
    id: 'vendor_msft_firewall_mdmstore_publicprofile_enablefirewall',
    name: 'Enable public network firewall',
    options: enabled,
  },
  lock: {
    id: 'device_vendor_msft_policy_config_devicelock_maxinactivitytimedevicelock',
    name: 'Minutes of inactivity before the device locks',
  },
  pin: {
    id: 'device_vendor_msft_passportforwork_policies_pincomplexity_minimumpinlength',
    name: 'Minimum PIN length',
  },
  hello: {
    id: 'device_vendor_msft_passportforwork_policies_usepassportforwork',
    name: 'Use Windows Hello for Business',
    options: enabled,
  },
  lapsAge: { id: 'device_vendor_msft_laps_policies_passwordagedays', name: 'Password age in days' },
  lapsLength: { id: 'device_vendor_msft_laps_policies_passwordlength', name: 'Password length' },
  asr: {
    id: 'device_vendor_msft_policy_config_defender_attacksurfacereductionrules_blockofficechildprocess',
    name: 'Block Office apps from creating child processes',
    options: { off: 'Off', audit: 'Audit', block: 'Block' },
  },
  asrScripts: {
    id: 'device_vendor_msft_policy_config_defender_attacksurfacereductionrules_blockobfuscatedscripts',
    name: 'Block execution of potentially obfuscated scripts',
    options: { off: 'Off', audit: 'Audit', block: 'Block' },
  },
  homepage: {
    id: 'device_vendor_msft_policy_config_microsoft_edge_homepagelocation',
    name: 'Home page address',
  },
  smartscreen: {
    id: 'device_vendor_msft_policy_config_microsoft_edge_smartscreenenabled',
    name: 'Configure Microsoft Defender SmartScreen',
    options: enabled,
  },
  passwords: {
    id: 'device_vendor_msft_policy_config_microsoft_edge_passwordmanagerenabled',
    name: 'Save passwords in the password manager',
    options: enabled,
  },
  kfm: {
    id: 'device_vendor_msft_policy_config_onedrive_kfmoptinnowizard',
    name: 'Silently move known folders to OneDrive',
    options: enabled,
  },
  macros: {
    id: 'user_vendor_msft_policy_config_office_blockmacrosfrominternet',
    name: 'Block macros in files from the internet',
    options: enabled,
  },
  updates: {
    id: 'device_vendor_msft_policy_config_update_deferqualityupdates',
    name: 'Days by which quality updates are deferred',
  },
  rdp: {
    id: 'device_vendor_msft_policy_config_remotedesktop_allowusers',
    name: 'Allow remote connections',
    options: enabled,
  },
  usb: {
    id: 'device_vendor_msft_policy_config_storage_removablediskdenywrite',
    name: 'Deny writing to removable disks',
    options: enabled,
  },
  wifiKey: { id: 'device_vendor_msft_wifi_profile_sharedkey', name: 'Wi-Fi password' },
  fileVault: { id: 'com.apple.mcx.filevault2_enable', name: 'FileVault', options: enabled },
  gatekeeper: { id: 'com.apple.systempolicy.control_enableassessment', name: 'Gatekeeper', options: enabled },
  telemetry: {
    id: 'device_vendor_msft_policy_config_system_allowtelemetry',
    name: 'Diagnostic data',
    options: { '0': 'Off', '1': 'Required', '3': 'Optional' },
  },
} as const satisfies Record<string, Definition>;

export const type = (name: string) => `#microsoft.graph.deviceManagementConfiguration${name}`;

/** What the portal calls them, as `$expand=settingDefinitions` gives it. */
export function definitionsIn(instance: unknown): object[] {
  const text = JSON.stringify(instance);
  return Object.values<Definition>(definitions)
    .filter(({ id }) => text.includes(`"settingDefinitionId":"${id}"`))
    .map(({ id, name, options }) => ({
      '@odata.type': type(options === undefined ? 'SimpleSettingDefinition' : 'ChoiceSettingDefinition'),
      id,
      name,
      displayName: name,
      description: null,
      ...(options !== undefined && {
        options: Object.entries(options).map(([option, displayName]) => ({
          itemId: `${id}_${option}`,
          name: displayName,
          displayName,
        })),
      }),
    }));
}
