import type { Day, Item } from './day.ts';

export const groupNames = [
  'All staff',
  'Shared devices',
  'Pilot ring',
  'Break-glass accounts',
  'Administrators',
  'Finance',
  'Frontline workers',
  'Contractors',
] as const;
export type GroupName = (typeof groupNames)[number];

export function groups(day: Day): Item[] {
  return groupNames.map((displayName) => ({
    '@odata.type': '#microsoft.graph.group',
    id: groupId(day, displayName),
    displayName,
    description: null,
    groupTypes: displayName === 'Shared devices' ? ['DynamicMembership'] : [],
    membershipRule: displayName === 'Shared devices' ? '(device.deviceOwnership -eq "Company")' : null,
    mailEnabled: false,
    securityEnabled: true,
    isAssignableToRole: displayName === 'Administrators',
    onPremisesSyncEnabled: null,
  }));
}

export function groupId({ id }: Pick<Day, 'id'>, name: GroupName): string {
  return id(`group ${name}`);
}

/** How Intune lists who gets a policy. */
export function assignedTo(day: Day, policyId: string, ...targets: readonly Target[]): Item[] {
  return targets.map((target) => {
    const shape = toShape(day, target);
    return {
      id: `${policyId}_${shape.groupId ?? 'adadadad-808e-44e2-905a-0b7873a8a531'}`,
      source: 'direct',
      sourceId: policyId,
      target: {
        ...shape,
        deviceAndAppManagementAssignmentFilterId: null,
        deviceAndAppManagementAssignmentFilterType: 'none',
      },
    };
  });
}

export type Target = GroupName | `not ${GroupName}` | 'all users' | 'all devices';

function toShape(day: Day, target: Target): { readonly '@odata.type': string; readonly groupId?: string } {
  const type = (name: string) => `#microsoft.graph.${name}AssignmentTarget`;
  if (target === 'all users') return { '@odata.type': type('allLicensedUsers') };
  if (target === 'all devices') return { '@odata.type': type('allDevices') };
  const isExcluded = target.startsWith('not ');
  const name = (isExcluded ? target.slice('not '.length) : target) as GroupName;
  return { '@odata.type': type(isExcluded ? 'exclusionGroup' : 'group'), groupId: groupId(day, name) };
}
