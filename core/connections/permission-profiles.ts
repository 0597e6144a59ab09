import { workloadDefinitions, type Workload } from '../workloads.ts';

/**
 * What the application must be allowed to do in a tenant. Each requirement is a set of Microsoft Graph application
 * permissions, any of which is enough; the first is the least privileged and the one we request
 * (learn.microsoft.com/graph/permissions-reference).
 */
export interface PermissionRequirement {
  readonly permission: string;
  readonly anyOf: readonly string[];
  readonly requiredFor: string;
  /** The workload whose probe uses it; null if none does. */
  readonly probedBy: Workload | null;
}

const toRead = (workload: Workload, requiredFor: string): PermissionRequirement => ({
  permission: workloadDefinitions[workload].read[0] ?? '',
  anyOf: workloadDefinitions[workload].read,
  requiredFor,
  probedBy: workload,
});

/** Writes are never tried on a customer's tenant, so no probe covers them. */
const toWrite = (workload: Workload, requiredFor: string): PermissionRequirement => ({
  permission: workloadDefinitions[workload].write[0] ?? '',
  anyOf: workloadDefinitions[workload].write,
  requiredFor,
  probedBy: null,
});

export const permissionProfiles = {
  read: [
    {
      permission: 'Organization.Read.All',
      anyOf: ['Organization.Read.All', 'Organization.ReadWrite.All', 'Directory.Read.All'],
      requiredFor: 'Identify the directory',
      probedBy: null,
    },
    {
      permission: 'Application.Read.All',
      anyOf: ['Application.Read.All', 'Application.ReadWrite.All', 'Directory.Read.All'],
      requiredFor: 'Read the granted permissions',
      probedBy: null,
    },
    toRead('groups', 'Read groups and assignments'),
    toRead('configuration', 'Read configuration profiles and compliance policies'),
    toRead('apps', 'Read apps'),
    toRead('devices', 'Read managed devices'),
    toRead('enrolment', 'Read enrollment settings'),
    toRead('rbac', 'Read Intune roles'),
  ],
  manage: [
    toWrite('configuration', 'Change configuration profiles and compliance policies'),
    toWrite('apps', 'Change apps'),
    toWrite('devices', 'Change managed devices'),
    toWrite('enrolment', 'Change enrollment settings'),
    toWrite('rbac', 'Change Intune roles'),
  ],
  scripts: [toRead('scripts', 'Read scripts'), toWrite('scripts', 'Change scripts')],
} as const satisfies Record<string, readonly PermissionRequirement[]>;

export type PermissionProfile = keyof typeof permissionProfiles;
export const permissionProfileNames = Object.keys(permissionProfiles) as readonly PermissionProfile[];

/** What cannot be read cannot be managed: `read` is always included, and is the default. */
export function permissionProfilesOf(metadata: Readonly<Record<string, unknown>>): PermissionProfile[] {
  const chosen: unknown = metadata['permission_profiles'];
  const names: readonly unknown[] = Array.isArray(chosen) ? chosen : [];
  return permissionProfileNames.filter((name) => name === 'read' || names.includes(name));
}

export function requirementsOf(profiles: readonly PermissionProfile[]): PermissionRequirement[] {
  return profiles.flatMap((profile) => [...permissionProfiles[profile]]);
}

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

/** What a connection is allowed to do, as one verification found it. */
export interface PermissionInventory {
  readonly required: readonly PermissionStanding[];
  /** For workloads that no profile requires. They are read if the application is allowed to. */
  readonly optional: readonly PermissionStanding[];
}

/** The directory lists it. */
export function isGranted(state: PermissionState): boolean {
  return state === 'effective' || state === 'granted_not_yet_effective';
}

/** What the three sources say. null or absent: that source could not be read (opaque token, unreadable directory). */
export interface PermissionWitnesses {
  readonly token: readonly string[] | null;
  readonly directory: readonly string[] | null;
  /** true: Graph answered a request that needs it; false: Graph refused one because the permission was missing. */
  readonly probes: Partial<Record<Workload, boolean>>;
}

export function toStandings(
  requirements: readonly PermissionRequirement[],
  { token, directory, probes }: PermissionWitnesses,
): PermissionStanding[] {
  return requirements.map((requirement) => {
    const { anyOf, probedBy } = requirement;
    const probe = probedBy === null ? null : (probes[probedBy] ?? null);
    return { ...requirement, state: stateOf(holdsAny(token, anyOf), holdsAny(directory, anyOf), probe) };
  });
}

function holdsAny(witness: readonly string[] | null, anyOf: readonly string[]): boolean | null {
  return witness && anyOf.some((permission) => witness.includes(permission));
}

/**
 * The directory says what was granted, the token what Graph is told, the probe what Graph does. A refusal outweighs a
 * token that promises more; an answer alone proves nothing, because a permission we do not know may have allowed it.
 */
export function stateOf(
  inToken: boolean | null,
  inDirectory: boolean | null,
  probe: boolean | null,
): PermissionState {
  const isEffective = probe === false ? false : (inToken ?? probe);
  if (inDirectory === null) return inToken === false && probe === false ? 'missing' : 'unverifiable';
  if (isEffective === null) return 'unverifiable';
  if (isEffective) return inDirectory ? 'effective' : 'revoked_still_effective';
  return inDirectory ? 'granted_not_yet_effective' : 'missing';
}
