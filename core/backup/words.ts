/** Names that the portal does not spell as their words. */
const spelled: Readonly<Record<string, string>> = {
  '@odata.type': 'Type',
  displayName: 'Name',
  roleScopeTagIds: 'Scope tags',
  roleScopeTags: 'Scope tags',
  grantControls: 'Grant',
  sessionControls: 'Session',
  builtInControls: 'Controls',
  includeUsers: 'Include users',
  conditions: 'Conditions',
  applications: 'Target resources',
  includeApplications: 'Include resources',
  excludeApplications: 'Exclude resources',
  clientAppTypes: 'Client apps',
  signInRiskLevels: 'Sign-in risk',
  userRiskLevels: 'User risk',
  state: 'Enable policy',
  scheduledActionsForRule: 'Actions for noncompliance',
  scheduledActionConfigurations: 'Action',
  gracePeriodHours: 'Schedule (hours after noncompliance)',
  osMinimumVersion: 'Minimum OS version',
  osMaximumVersion: 'Maximum OS version',
  ipRanges: 'IP ranges',
};

/** `bitLockerEnabled` reads as “Bit locker enabled”. */
export function toWords(name: string): string {
  const known = Object.hasOwn(spelled, name) ? spelled[name] : undefined;
  if (known !== undefined) return known;
  const words = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2');
  const lower = words
    .split(/[\s_]+/)
    .map((word) => (/^[A-Z]{2,}$/.test(word) ? word : word.toLowerCase()))
    .join(' ');
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}
