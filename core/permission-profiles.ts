/**
 * What the application must be allowed to do in a tenant. Each requirement is a set of Microsoft Graph application
 * permissions of which any one is enough; the first is the least and the one we ask for
 * (learn.microsoft.com/graph/permissions-reference).
 */
export interface PermissionRequirement {
  readonly permission: string;
  readonly anyOf: readonly string[];
  readonly requiredFor: string;
}

const readOrWrite = (name: string, requiredFor: string): PermissionRequirement => ({
  permission: `${name}.Read.All`,
  anyOf: [`${name}.Read.All`, `${name}.ReadWrite.All`],
  requiredFor,
});

export const permissionProfiles = {
  read: [
    {
      permission: 'Organization.Read.All',
      anyOf: ['Organization.Read.All', 'Organization.ReadWrite.All', 'Directory.Read.All'],
      requiredFor: 'Identify the directory',
    },
    {
      permission: 'Application.Read.All',
      anyOf: ['Application.Read.All', 'Application.ReadWrite.All', 'Directory.Read.All'],
      requiredFor: 'Read the granted permissions',
    },
    {
      permission: 'Group.Read.All',
      anyOf: ['Group.Read.All', 'Group.ReadWrite.All', 'Directory.Read.All'],
      requiredFor: 'Read groups and assignments',
    },
    readOrWrite('DeviceManagementConfiguration', 'Read configuration profiles and compliance policies'),
    readOrWrite('DeviceManagementApps', 'Read apps'),
    readOrWrite('DeviceManagementManagedDevices', 'Read managed devices'),
    readOrWrite('DeviceManagementServiceConfig', 'Read enrolment settings'),
    readOrWrite('DeviceManagementRBAC', 'Read Intune roles'),
  ],
} as const satisfies Record<string, readonly PermissionRequirement[]>;

export const permissionStates = [
  'effective',
  'granted_not_yet_effective',
  'revoked_still_effective',
  'missing',
  'unverifiable',
] as const;
export type PermissionState = (typeof permissionStates)[number];

export interface PermissionStanding extends PermissionRequirement {
  readonly state: PermissionState;
}

/** What two witnesses say. null: that witness could not be heard (opaque token, directory not readable). */
export interface PermissionWitnesses {
  readonly token: readonly string[] | null;
  readonly directory: readonly string[] | null;
}

export function toStandings(
  requirements: readonly PermissionRequirement[],
  { token, directory }: PermissionWitnesses,
): PermissionStanding[] {
  return requirements.map((requirement) => ({
    ...requirement,
    state: stateOf(holdsAny(token, requirement.anyOf), holdsAny(directory, requirement.anyOf)),
  }));
}

function holdsAny(witness: readonly string[] | null, anyOf: readonly string[]): boolean | null {
  return witness && anyOf.some((permission) => witness.includes(permission));
}

/** The token is what Graph enforces; the directory is what was granted. Only both together tell the whole story. */
function stateOf(inToken: boolean | null, inDirectory: boolean | null): PermissionState {
  if (inToken === null || inDirectory === null) return 'unverifiable';
  if (inToken) return inDirectory ? 'effective' : 'revoked_still_effective';
  return inDirectory ? 'granted_not_yet_effective' : 'missing';
}
