import type { Capability } from '../access/access.ts';

/**
 * The registry of long-running actions. Only a type with a worker (`startable`) can be started; the registry is what
 * gives "this connection is busy with something else" a meaning.
 */
export interface OperationTypeDefinition {
  readonly label: string;
  readonly module: string;
  /** Talks to Microsoft through a provider connection, so at most one such run may be active per connection. */
  readonly providerBacked: boolean;
  readonly capability: Capability;
  readonly startable: boolean;
  /** Leaves a VerificationReport, whatever its outcome. */
  readonly reports: boolean;
  /** What `completed` and `total` of its runs count, in the plural. */
  readonly countedAs: string;
}

export const operationTypes = {
  'provider.connection.check': {
    label: 'Verification',
    module: 'health_check',
    providerBacked: true,
    capability: 'provider.run',
    startable: true,
    reports: true,
    countedAs: 'checks',
  },
  'inventory.sync': {
    label: 'Inventory sync',
    module: 'inventory',
    providerBacked: true,
    capability: 'provider.run',
    startable: true,
    reports: false,
    countedAs: 'collections',
  },
  'entra.groups.sync': {
    label: 'Group sync',
    module: 'directory_groups',
    providerBacked: true,
    capability: 'provider.run',
    startable: true,
    reports: false,
    countedAs: 'collections',
  },
  'compliance.snapshot': {
    label: 'Compliance snapshot',
    module: 'compliance',
    providerBacked: true,
    capability: 'provider.run',
    startable: false,
    reports: false,
    countedAs: 'collections',
  },
} as const satisfies Record<string, OperationTypeDefinition>;

export type OperationType = keyof typeof operationTypes;

export const verificationType = 'provider.connection.check' satisfies OperationType;

export function isOperationType(type: string): type is OperationType {
  return Object.hasOwn(operationTypes, type);
}
