import type { CloudName } from '../../clouds.ts';
import type { PermissionProfile } from '../../connections/permission-profiles.ts';
import type { Answer, EvidenceByKind, EvidenceKind, Pointer, Unreadable } from '../../provider/provider.ts';
import { reasons, type ReasonCode } from '../../reasons/reasons.ts';
import type { CheckStatus } from '../../runs/report-summary.ts';
import { whyUnread, type Evidence } from './refused-reads.ts';

/** A check is data and a pure verdict: evidence in, verdict out. Asking the outside world is the flow's business. */
export interface CheckDefinition {
  readonly key: string;
  readonly title: string;
  /** The tenant cannot be managed at all while this check fails. */
  readonly blocking: boolean;
  /** Skipped when one of these failed or was skipped. An `unknown` one is no verdict, so the check is still tried. */
  readonly dependsOn: readonly string[];
  readonly needs: readonly EvidenceKind[];
  /**
   * Spares the check before anything is asked, from what earlier checks have found; null: it is not spared. For what a
   * tenant neither needs nor has been asked to allow.
   */
  readonly sparedBy?: (facts: Facts) => Verdict | null;
  /**
   * What the check says about the connection itself, from which the run's outcome follows: it must pass, it must not
   * fail, or it speaks of the tenant only.
   */
  readonly connection: 'must_pass' | 'must_not_fail' | 'irrelevant';
  readonly judge: (facts: Facts) => Verdict;
}

export interface Facts {
  readonly evidence: Evidence;
  /** Directory GUID the connection names, lower case. */
  readonly entraTenantId: string;
  readonly clientId: string;
  readonly cloud: CloudName;
  readonly profiles: readonly PermissionProfile[];
  /** As stored beside the credential; null: no one said. */
  readonly credentialExpiresAt: Date | null;
  /** Since when the directory lists each permission, as far as earlier verifications saw it. */
  readonly grantedSince?: ReadonlyMap<string, Date>;
  readonly now: Date;
}

export type Verdict =
  | { readonly status: 'pass'; readonly message: string; readonly evidence?: readonly Pointer[] }
  | {
      readonly status: Exclude<CheckStatus, 'pass' | 'running'>;
      readonly reason: ReasonCode;
      readonly evidence?: readonly Pointer[];
    };

export function pass(message: string, evidence: readonly Pointer[] = []): Verdict {
  return { status: 'pass', message, evidence };
}

export function fail(reason: ReasonCode, evidence: readonly Pointer[] = []): Verdict {
  return { status: 'fail', reason, evidence };
}

export function warn(reason: ReasonCode, evidence: readonly Pointer[] = []): Verdict {
  return { status: 'warn', reason, evidence };
}

/** For what a tenant neither needs nor allows; a check whose precondition failed is skipped by skipBecauseOf. */
export function notApplicable(reason: ReasonCode, permission: string): Verdict {
  return { status: 'skip', reason, evidence: [{ kind: 'not_applicable', value: permission }] };
}

export function unknown(reason: ReasonCode, evidence: readonly Pointer[] = []): Verdict {
  return { status: 'unknown', reason, evidence };
}

/** Honesty: what could not be read is unknown, never pass and never fail. */
export function judgeIfRead<K extends EvidenceKind>(
  kind: K,
  judge: (value: EvidenceByKind[K], pointers: readonly Pointer[], facts: Facts) => Verdict,
): (facts: Facts) => Verdict {
  return (facts) => {
    const answer: Answer<EvidenceByKind[K]> | undefined = facts.evidence[kind];
    if (answer === undefined) throw new TypeError(`the check was judged before ${kind} was collected`);
    if (answer.kind === 'unreadable') {
      const { reason, pointers } = whyUnread(kind, answer, facts);
      return unknown(reason, pointers);
    }
    return judge(answer.value, answer.pointers, facts);
  };
}

/** Entra's considered refusal (bad secret, disabled app, …) is an answer; a fault on the way is none. */
export function isRefusal({ reason, refused }: Pick<Unreadable, 'reason' | 'refused'>): boolean {
  return refused === true || reasons[reason].blocking;
}
