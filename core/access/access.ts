/** Roles in ascending order of power; PostgreSQL's enum `workspace_role` has the same order, so `least()` agrees. */
export const roles = ['readonly', 'operator', 'manager', 'owner'] as const;
export type Role = (typeof roles)[number];

export const capabilities = [
  'view',
  'provider.view',
  'provider.run',
  'provider.manage',
  'verification.acknowledge',
  'tenant.manage',
  'schedule.manage',
  'members.manage',
] as const;
export type Capability = (typeof capabilities)[number];

const capabilitiesByRole = {
  readonly: ['view', 'provider.view'],
  operator: ['view', 'provider.view', 'provider.run', 'verification.acknowledge'],
  manager: [
    'view',
    'provider.view',
    'provider.run',
    'provider.manage',
    'verification.acknowledge',
    'tenant.manage',
    'schedule.manage',
  ],
  owner: capabilities,
} as const satisfies Record<Role, readonly Capability[]>;

export const roleLabels = {
  readonly: 'Reader',
  operator: 'Operator',
  manager: 'Manager',
  owner: 'Owner',
} as const satisfies Record<Role, string>;

/** What someone with the role may do. */
export const capabilityLabels = {
  view: 'See tenants, runs, reports and findings',
  'provider.view': 'See connections',
  'provider.run': 'Start and stop operations',
  'provider.manage': 'Manage connections and credentials',
  'verification.acknowledge': 'Acknowledge checks and findings',
  'tenant.manage': 'Manage and onboard tenants',
  'schedule.manage': 'Manage schedules and freezes',
  'members.manage': 'Manage members and read the audit log',
} as const satisfies Record<Capability, string>;

/**
 * Why someone's effective role on a tenant differs from the one they were given; null when it does not. `given` is
 * null for a workspace owner who was given none.
 */
export function whyEffective(given: Role | null, effective: Role): string | null {
  if (given === effective) return null;
  // Only workspace owners rank higher than what they were given; see the view entitled_tenants.
  if (given === null || effective === 'owner') return 'Workspace owners own every tenant in the workspace.';
  return 'Their workspace role is lower, and a tenant role never exceeds it.';
}

/**
 * `scopes` are an API token's: a token can do at most what it was created for, and at most what its user can do now.
 */
export function capabilitiesOf(
  role: Role,
  scopes: readonly Capability[] | null = null,
): readonly Capability[] {
  const granted: readonly Capability[] = capabilitiesByRole[role];
  return scopes === null ? granted : granted.filter((capability) => scopes.includes(capability));
}

const doing = {
  view: 'viewing this',
  'provider.view': 'viewing connections',
  'provider.run': 'starting or stopping operations',
  'provider.manage': 'managing connections and credentials',
  'verification.acknowledge': 'acknowledging checks and findings',
  'tenant.manage': 'managing tenants',
  'schedule.manage': 'managing schedules and freezes',
  'members.manage': 'managing members and reading the audit log',
} as const satisfies Record<Capability, string>;

/** Why something is refused to, or disabled for, someone without `capability`: one sentence for both. */
export function lackOf(capability: Capability): string {
  return `Your role here does not include ${doing[capability]}.`;
}

/**
 * The first of `wanted` that is missing from `held`, since no one can grant more than they have; null when none is
 * missing.
 */
export function firstNotHeld(wanted: readonly Capability[], held: readonly Capability[]): Capability | null {
  return wanted.find((capability) => !held.includes(capability)) ?? null;
}

/**
 * Who is asking, and the most they may see: for a token created for one workspace, rows outside `workspaceId` do not
 * exist.
 */
export interface Viewer {
  readonly userId: number;
  /** null: every workspace the user is a member of (a person's session). */
  readonly workspaceId: number | null;
  readonly scopes: readonly Capability[] | null;
}

/** What a viewer signed in with. Open subscriptions end when it is revoked or expires. */
export interface SignIn {
  readonly viewer: Viewer;
  readonly kind: 'token' | 'session';
  readonly id: number;
  readonly expiresAt: Date | null;
}

/** As the API's enum spells it, so that a client can compare what it lacks with what it has. */
export function wireNameOf(capability: Capability): string {
  return capability.toUpperCase().replaceAll('.', '_');
}
