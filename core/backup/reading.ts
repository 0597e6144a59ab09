import type { ReasonCode } from '../reasons/reasons.ts';

/** What a backup asks the provider about one kind. */
export interface PolicyQuestion {
  /** What the timeline has and has not called gone: each is found again or proved to be gone. */
  readonly known: readonly KnownId[];
  /** Ids that what was read before names; for a kind that is not listed. */
  readonly referenced: readonly string[];
}

export interface KnownId {
  readonly externalId: string;
  readonly name: string;
}

/** A kind as the provider has read it: the list to its end, each item whole or a gap. */
export interface PolicyReading {
  readonly kind: 'read';
  readonly policies: readonly ReadPolicy[];
  readonly gaps: readonly PolicyGap[];
  /** Ids of known policies that Microsoft was asked for and does not have. */
  readonly gone: readonly string[];
}

/** With whatever secrets Microsoft answered with: not to be stored before they are cut out (secret-marks.ts). */
export interface ReadPolicy {
  readonly externalId: string;
  readonly name: string;
  readonly platform: string | null;
  readonly payload: unknown;
  readonly assignments: readonly unknown[];
}

/** An item that was listed and could not be read whole. */
export interface PolicyGap {
  readonly externalId: string;
  readonly name: string;
  readonly reason: ReasonCode;
}
