import type { Capability } from '../access/access.ts';
import { badInput } from '../fault.ts';

export const operationStarts = ['start_operation', 'own_mutation'] as const;
export type OperationStart = (typeof operationStarts)[number];

/**
 * Everything to know about a kind of long-running action except its flow. Queues, workers, drain, start gate, actions
 * and the API's `operationTypes` derive from it, and the compiler points out what a new one needs (its flow in
 * flows/flows.ts, its origin words in core/presentation/origin-status.ts).
 */
export interface OperationTypeDefinition {
  readonly label: string;
  readonly module: string;
  /** The capability needed to start and to cancel it. */
  readonly capability: Capability;
  /** `own_mutation`: it needs more than a tenant and a connection, so startOperation refuses it. */
  readonly startedBy: OperationStart;
  /** Whether a schedule may start it: it must not need anyone to review what it is about to do. */
  readonly schedulable: boolean;
  /** Leaves a VerificationReport, whatever its outcome. */
  readonly reports: boolean;
  /** What `completed` and `total` of its runs count, in the plural. */
  readonly countedAs: string;
  /** How many of them one process works on at once; `configured` means WORKER_CONCURRENCY. */
  readonly concurrency: number | 'configured';
  readonly job: JobPolicy;
}

export interface JobPolicy {
  /** Retries after the first attempt; after those the job counts as lost (jobs.ts, `abandonedRunQueue`). */
  readonly retryLimit: number;
  readonly retryDelaySeconds: number;
  /** pg-boss refuses less than 10. A worker that is silent for this long counts as dead. */
  readonly heartbeatSeconds: number;
  /** Limit on one attempt, above the longest that a provider's own budgets allow. */
  readonly expireInSeconds: number;
}

const usual = { retryLimit: 2, retryDelaySeconds: 1, heartbeatSeconds: 10 } as const;

/** What operations that read directory collections have in common. */
const sync = {
  capability: 'provider.run',
  startedBy: 'start_operation',
  schedulable: true,
  reports: false,
  countedAs: 'collections',
  // A sync holds a whole collection in memory until it is stored; people wait less for it than for a verification.
  concurrency: 2,
  // A directory with hundreds of thousands of groups has hundreds of pages that take a second or two each.
  job: { ...usual, expireInSeconds: 3_600 },
} as const;

export const operationTypes = {
  'provider.connection.check': {
    label: 'Verification',
    module: 'health_check',
    capability: 'provider.run',
    startedBy: 'start_operation',
    schedulable: true,
    reports: true,
    countedAs: 'checks',
    concurrency: 'configured',
    job: { ...usual, expireInSeconds: 600 },
  },
  'inventory.sync': { ...sync, label: 'Inventory sync', module: 'inventory' },
  // Its removals want someone who looks: the safety stop asks a person.
  'entra.groups.sync': { ...sync, schedulable: false, label: 'Group sync', module: 'directory_groups' },
  'backup.run': {
    label: 'Backup',
    module: 'backup',
    capability: 'provider.run',
    startedBy: 'start_operation',
    schedulable: true,
    reports: false,
    countedAs: 'kinds',
    // Each holds one kind of one tenant in memory, and most of the time it waits for Microsoft.
    concurrency: 4,
    // Patience is 15 minutes for each of a dozen kinds.
    job: { ...usual, expireInSeconds: 4 * 3_600 },
  },
} as const satisfies OperationRegistry;

export type OperationRegistry = Readonly<Record<string, OperationTypeDefinition>>;
export type OperationType = keyof typeof operationTypes;
export const operationTypeNames = Object.keys(operationTypes) as readonly OperationType[];

export const verificationType = 'provider.connection.check' satisfies OperationType;

export function isOperationType(type: string): type is OperationType {
  return Object.hasOwn(operationTypes, type);
}

/** The types in a registry that startOperation starts. */
export type StartableIn<R extends OperationRegistry> = {
  [T in keyof R]: R[T]['startedBy'] extends 'start_operation' ? T : never;
}[keyof R];
export type StartableType = StartableIn<typeof operationTypes>;

/** Throws BAD_USER_INPUT for a type that is not in the registry or has its own mutation. */
export function parseStartableType<R extends OperationRegistry>(registry: R, type: string): StartableIn<R> {
  const startable = Object.keys(registry).filter((name) => registry[name]?.startedBy === 'start_operation');
  if (startable.includes(type)) return type as StartableIn<R>;
  throw badInput(
    'type',
    Object.hasOwn(registry, type)
      ? `${type} has a mutation of its own: startOperation starts ${startable.join(', ')}.`
      : `There is no operation ${JSON.stringify(type)}: startOperation starts ${startable.join(', ')}.`,
  );
}
