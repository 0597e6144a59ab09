import { requirementsOf } from '../../connections/permission-profiles.ts';
import type { Answer, Pointer, ProbeEvidence } from '../../provider/provider.ts';
import { workloadDefinitions, workloads, type Workload } from '../../workloads.ts';
import {
  fail,
  judgeIfRead,
  notApplicable,
  pass,
  unknown,
  warn,
  type CheckDefinition,
  type Facts,
  type Verdict,
} from './check.ts';
import { gdapRequirement, permissionState, readRequirement, unverifiable } from './permission-checks.ts';
import { isOverdue } from '../../connections/propagation.ts';
import { tokenRoles } from './refused-reads.ts';

type CapabilityCheck<W extends Workload = Workload> = CheckDefinition & { readonly key: `capability.${W}` };

/** One live read per workload: the third witness beside token and directory. Writes are declared, never tried. */
export const capabilityChecks: readonly CapabilityCheck[] = workloads.map((workload) => ({
  key: `capability.${workload}`,
  title: `Reading: ${workloadDefinitions[workload].label}`,
  blocking: false,
  dependsOn: ['tenant.identity', ...(workloadDefinitions[workload].isIntune ? ['licence.intune'] : [])],
  needs: [`probe_${workload}`],
  connection: 'irrelevant',
  sparedBy: (facts) =>
    isRequired(workload, facts) || mayRead(workload, facts) ? null : notRequired(workload),
  judge: (facts) => judgeProbe(workload, facts),
}));

const gdapPermission = gdapRequirement.permission;
export const gdapNotReadable = notApplicable('gdap.not_readable', gdapPermission);

export const gdapChecks = [
  {
    key: 'gdap.relationship',
    title: 'Delegated administration',
    blocking: false,
    dependsOn: ['tenant.identity'],
    needs: ['delegated_admin'],
    connection: 'irrelevant',
    // App-only access rests on consent and not on GDAP: most applications rightly cannot read it.
    sparedBy: ({ evidence }) =>
      tokenRoles(evidence)?.includes(gdapPermission) === false ? gdapNotReadable : null,
    judge: judgeIfRead('delegated_admin', ({ activeRelationships }, pointers) =>
      pass(`${activeRelationships} active delegated administration relationships are listed.`, pointers),
    ),
  },
] as const satisfies readonly CheckDefinition[];

function judgeProbe(workload: Workload, facts: Facts): Verdict {
  const answer: Answer<ProbeEvidence> | undefined = facts.evidence[`probe_${workload}`];
  if (answer === undefined) throw new TypeError(`capability.${workload} was judged before it was probed`);
  const evidence = [declaredWrite(workload, facts), ...answer.pointers];
  if (answer.kind === 'read') {
    return pass(`${workloadDefinitions[workload].label} can be read.`, evidence);
  }
  // The licenses are judged by what the directory lists: Intune's own answer is not to contradict it.
  if (answer.reason === 'licence.intune_missing') return unknown('intune.not_available', evidence);
  if (answer.reason !== 'permission.missing') return unknown(answer.reason, evidence);
  const requirement = readRequirement(workload);
  const permission = { kind: 'permission', value: requirement.permission };
  switch (permissionState(facts.evidence, requirement)) {
    case 'granted_not_yet_effective':
      if (!isOverdue(facts.grantedSince?.get(requirement.permission), facts.now)) {
        return warn('permission.not_yet_effective', [permission, ...evidence]);
      }
      return fail('permission.granted_but_refused', [permission, ...evidence]);
    case 'missing':
      return isRequired(workload, facts)
        ? fail('permission.missing', [permission, ...evidence])
        : notRequired(workload);
    case 'effective':
    case 'revoked_still_effective':
    case 'unverifiable':
      return unverifiable(facts, evidence);
  }
}

function notRequired(workload: Workload): Verdict {
  return notApplicable('capability.not_required', readRequirement(workload).permission);
}

function isRequired(workload: Workload, { profiles }: Facts): boolean {
  return requirementsOf(profiles).some(({ probedBy }) => probedBy === workload);
}

/** An opaque token may carry anything, so then the workload is tried. */
function mayRead(workload: Workload, { evidence }: Facts): boolean {
  const roles = tokenRoles(evidence);
  return roles === null || workloadDefinitions[workload].read.some((role) => roles.includes(role));
}

function declaredWrite(workload: Workload, { evidence }: Facts): Pointer {
  const roles = tokenRoles(evidence);
  const isDeclared = roles && workloadDefinitions[workload].write.some((role) => roles.includes(role));
  return { kind: 'write', value: isDeclared === null ? 'unknown' : isDeclared ? 'declared' : 'not_granted' };
}
