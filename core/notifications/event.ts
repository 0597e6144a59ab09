import type { Severity } from '../reasons/reasons.ts';
import type { RunTrigger } from '../runs/run.ts';

/** What is worth a message. Public: rules, webhooks and scripts name them. */
export const eventKinds = [
  'tenant.not_ready',
  'tenant.ready',
  'tenant.reason_changed',
  'credential.expires',
  'schedule.missed',
  'run.lost',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** A warning when a credential has at most so many days left; 0: it has expired. */
export const expirySteps = [
  { days: 0, severity: 'critical' },
  { days: 1, severity: 'high' },
  { days: 7, severity: 'medium' },
  { days: 14, severity: 'medium' },
  { days: 30, severity: 'low' },
] as const satisfies readonly { readonly days: number; readonly severity: Severity }[];

/** Facts only, never Microsoft's text: the triggers that write it choose its keys. */
export interface EventData {
  /** Code of the reason that the event is about. */
  readonly reason?: string | null;
  /** For a transition: the verdict, and the one before. */
  readonly overall?: string | null;
  readonly before?: string | null;
  /** Facts that the reason's sentence names. */
  readonly facts?: readonly { readonly kind: string; readonly value: string }[];
  /** For a credential: when it expires, and the most days until then. */
  readonly expiresAt?: string;
  readonly days?: number;
  /** For a schedule: which, when it was due, and how many tenants were not started. */
  readonly schedule?: string;
  readonly dueAt?: string;
  readonly tenants?: number;
}

/** A row of `events`. */
export interface AtlasEvent {
  readonly id: number;
  readonly kind: EventKind;
  /** null: it concerns the whole workspace. */
  readonly tenantId: number | null;
  readonly causeKey: string;
  readonly severity: Severity;
  readonly data: EventData;
  /** null: no run found it. */
  readonly trigger: RunTrigger | null;
  readonly operationRunId: number | null;
  readonly at: Date;
}
