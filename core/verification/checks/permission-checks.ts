import {
  requirementsOf,
  toStandings,
  type PermissionInventory,
  type PermissionRequirement,
  type PermissionStanding,
  type PermissionState,
  type PermissionWitnesses,
} from '../../connections/permission-profiles.ts';
import type { Pointer } from '../../provider/provider.ts';
import { workloadDefinitions, workloads, type Workload } from '../../workloads.ts';
import { fail, pass, unknown, warn, type CheckDefinition, type Facts, type Verdict } from './check.ts';
import { isOverdue } from '../../connections/propagation.ts';
import { whyUnread, type Evidence } from './refused-reads.ts';

/** What the directory lists against what the token carries. The third witness is heard in capability-checks.ts. */
export const permissionChecks = [
  {
    key: 'consent.app_roles',
    title: 'Application permissions',
    blocking: false,
    // What the directory lists, it lists of the application's service principal.
    dependsOn: ['tenant.identity', 'app.service_principal'],
    needs: ['token', 'app_role_assignments'],
    connection: 'irrelevant',
    judge: (facts) => {
      const standings = toStandings(requirementsOf(facts.profiles), {
        ...witnesses(facts.evidence),
        probes: {},
      });
      const isRefused = ({ state, permission }: PermissionStanding) =>
        state === 'granted_not_yet_effective' && isOverdue(facts.grantedSince?.get(permission), facts.now);
      const evidence = [...permissionEvidence(standings, isRefused), ...assignmentPointers(facts)];
      const some = (state: PermissionState) => standings.some((standing) => standing.state === state);
      if (some('missing')) return fail('permission.missing', evidence);
      if (some('unverifiable')) return unverifiable(facts, evidence);
      if (standings.some(isRefused)) return fail('permission.granted_but_refused', evidence);
      if (some('granted_not_yet_effective')) return warn('permission.not_yet_effective', evidence);
      if (some('revoked_still_effective')) return warn('permission.revoked_still_effective', evidence);
      return pass(`All ${standings.length} required permissions are granted and effective.`, evidence);
    },
  },
] as const satisfies readonly CheckDefinition[];

/**
 * Why a permission could not be verified. The customer is asked only where the directory refused to list what it has
 * granted; where Microsoft or the way to it failed, that is the cause, and no one has to grant anything.
 */
export function unverifiable(facts: Facts, pointers: readonly Pointer[]): Verdict {
  const { token, app_role_assignments: assignments } = facts.evidence;
  if (assignments?.kind === 'unreadable') {
    const why = whyUnread('app_role_assignments', { ...assignments, pointers: [] }, facts);
    const reason = why.reason === 'permission.missing' ? 'permissions.unverifiable' : why.reason;
    return unknown(reason, [...why.pointers, ...pointers]);
  }
  return unknown(token?.kind === 'unreadable' ? token.reason : 'token.opaque', pointers);
}

/** Three truths about each permission: token × directory × probe. What is required is what `tenant_permissions` holds. */
export function permissionInventory({
  evidence,
  profiles,
}: Pick<Facts, 'evidence' | 'profiles'>): PermissionInventory {
  const required = requirementsOf(profiles);
  const probed = required.map(({ probedBy }) => probedBy);
  const optional = [
    ...workloads.filter((workload) => !probed.includes(workload)).map(readRequirement),
    gdapRequirement,
  ];
  const found = witnesses(evidence);
  return { required: toStandings(required, found), optional: toStandings(optional, found) };
}

export const gdapRequirement: PermissionRequirement = {
  permission: 'DelegatedAdminRelationship.Read.All',
  anyOf: ['DelegatedAdminRelationship.Read.All'],
  requiredFor: 'Delegated administration',
  probedBy: null,
};

export function readRequirement(workload: Workload): PermissionRequirement {
  const { read, label } = workloadDefinitions[workload];
  return { permission: read[0] ?? '', anyOf: read, requiredFor: label, probedBy: workload };
}

/** The same three truths about one permission, required or not. */
export function permissionState(evidence: Evidence, requirement: PermissionRequirement): PermissionState {
  const [standing] = toStandings([requirement], witnesses(evidence));
  return standing?.state ?? 'unverifiable';
}

function witnesses(evidence: Evidence): PermissionWitnesses {
  const { token, app_role_assignments: assignments } = evidence;
  return {
    token: token?.kind === 'read' ? (token.value.claims?.roles ?? null) : null,
    directory: assignments?.kind === 'read' ? assignments.value.granted : null,
    probes: Object.fromEntries(workloads.flatMap((workload) => probeWitness(evidence, workload))),
  };
}

/** Only a refusal for lack of permission speaks of the permission; a fault or a missing license does not. */
function probeWitness(evidence: Evidence, workload: Workload): [Workload, boolean][] {
  const answer = evidence[`probe_${workload}`];
  if (answer?.kind === 'read') return [[workload, true]];
  return answer?.reason === 'permission.missing' ? [[workload, false]] : [];
}

function permissionEvidence(
  standings: readonly PermissionStanding[],
  isRefused: (standing: PermissionStanding) => boolean,
): Pointer[] {
  return standings
    .filter(({ state }) => state !== 'effective')
    .map((standing) => ({
      kind: `permission_${isRefused(standing) ? 'granted_but_refused' : standing.state}`,
      value: standing.permission,
    }));
}

function assignmentPointers({ evidence }: Facts): readonly Pointer[] {
  return evidence.app_role_assignments?.pointers ?? [];
}
