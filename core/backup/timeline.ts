import type { Assignment } from './assignments.ts';
import type { PolicyKind } from './policy-kinds.ts';
import type { ReasonCode } from '../reasons/reasons.ts';
import type { PolicyGap } from './reading.ts';

/** A policy as a backup has read it whole; its version is stored by now. */
export interface SeenPolicy {
  readonly kind: PolicyKind;
  readonly externalId: string;
  readonly name: string;
  readonly platform: string | null;
  readonly versionId: number;
  readonly assignments: readonly Assignment[];
  readonly assignmentsHash: string;
}

/** The same policy as the timeline knows it: its open span, if it has one. */
export interface KnownPolicy {
  readonly id: number;
  readonly kind: PolicyKind;
  readonly externalId: string;
  readonly name: string;
  readonly platform: string | null;
  readonly isGone: boolean;
  readonly span: { readonly versionId: number; readonly assignmentsHash: string } | null;
}

/** What a backup has to write: an unchanged night writes none of it. */
export interface TimelineChanges {
  readonly appeared: readonly SeenPolicy[];
  /** Another version or other assignments: the open span ends, a new one begins. */
  readonly changed: readonly { readonly policyId: number; readonly seen: SeenPolicy }[];
  /** Another name or platform, or back after it was gone. */
  readonly renamed: readonly { readonly policyId: number; readonly seen: SeenPolicy }[];
  readonly gone: readonly KnownPolicy[];
}

/**
 * `gone`: kind and id of what Microsoft was asked for by id and does not have. Whatever else was not seen says nothing: an
 * unreadable kind, a gap or a short list ends no span.
 */
export function compareTimeline(
  known: readonly KnownPolicy[],
  seen: readonly SeenPolicy[],
  gone: ReadonlySet<string>,
): TimelineChanges {
  const before = new Map(known.map((policy) => [policyKey(policy), policy]));
  const appeared: SeenPolicy[] = [];
  const changed: { policyId: number; seen: SeenPolicy }[] = [];
  const renamed: { policyId: number; seen: SeenPolicy }[] = [];
  for (const policy of seen) {
    const old = before.get(policyKey(policy));
    if (old === undefined) {
      appeared.push(policy);
      continue;
    }
    const { id: policyId, name, platform, isGone, span } = old;
    const isSame = span?.versionId === policy.versionId && span.assignmentsHash === policy.assignmentsHash;
    if (!isSame) changed.push({ policyId, seen: policy });
    if (isGone || name !== policy.name || platform !== policy.platform)
      renamed.push({ policyId, seen: policy });
  }
  return {
    appeared,
    changed,
    renamed,
    gone: known.filter((policy) => !policy.isGone && gone.has(policyKey(policy))),
  };
}

export function policyKey({ kind, externalId }: Pick<SeenPolicy, 'kind' | 'externalId'>): string {
  return `${kind} ${externalId}`;
}

export const partStatuses = ['read', 'partial', 'unreadable', 'not_applicable'] as const;
export type PartStatus = (typeof partStatuses)[number];

/** One planned kind of a backup as it came out. */
export interface BackupPart {
  readonly kind: PolicyKind;
  readonly status: PartStatus;
  readonly reason: ReasonCode | null;
  /** Items read whole. */
  readonly count: number;
  readonly gaps: readonly PolicyGap[];
}
