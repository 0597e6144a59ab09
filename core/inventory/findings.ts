import { createHash } from 'node:crypto';
import type { CollectionKind, ItemChange } from './inventory.ts';

export const findingStatuses = ['new', 'acknowledged'] as const;
export type FindingStatus = (typeof findingStatuses)[number];

export const findingSeverities = ['low', 'medium', 'high'] as const;
export type FindingSeverity = (typeof findingSeverities)[number];

export const findingChanges = ['appeared', 'changed', 'renamed', 'gone'] as const;
export type FindingChange = (typeof findingChanges)[number];

/** Drift to review: an object that changed between two inventory syncs. */
export interface Finding {
  readonly id: number;
  readonly workspaceId: number;
  readonly tenantId: number;
  readonly operationRunId: number;
  readonly kind: CollectionKind;
  readonly externalId: string;
  readonly change: FindingChange;
  readonly title: string;
  readonly severity: FindingSeverity;
  readonly status: FindingStatus;
  readonly fingerprint: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly acknowledgedByUserId: number | null;
  readonly acknowledgedAt: Date | null;
  readonly acknowledgementReason: string | null;
}

/** Which findings of a workspace a list shows; null means any. */
export interface FindingFilter {
  readonly workspaceId: number;
  readonly tenantId: number | null;
  readonly status: readonly FindingStatus[] | null;
  readonly severity: readonly FindingSeverity[] | null;
}

export interface NewFinding {
  readonly kind: CollectionKind;
  readonly externalId: string;
  readonly change: FindingChange;
  readonly title: string;
  readonly severity: FindingSeverity;
  readonly fingerprint: string;
}

/**
 * A script runs code on every device, and a lost policy protects nothing: these weigh most. A new name changes
 * nothing.
 */
const severities: Record<CollectionKind, Record<FindingChange, FindingSeverity>> = {
  configuration_profiles: { appeared: 'low', changed: 'medium', renamed: 'low', gone: 'high' },
  compliance_policies: { appeared: 'low', changed: 'medium', renamed: 'low', gone: 'high' },
  apps: { appeared: 'low', changed: 'low', renamed: 'low', gone: 'medium' },
  scripts: { appeared: 'high', changed: 'high', renamed: 'low', gone: 'medium' },
  assignment_filters: { appeared: 'low', changed: 'medium', renamed: 'low', gone: 'high' },
  groups: { appeared: 'low', changed: 'low', renamed: 'low', gone: 'low' },
};

const singular: Record<CollectionKind, string> = {
  configuration_profiles: 'Configuration profile',
  compliance_policies: 'Compliance policy',
  apps: 'App',
  scripts: 'Script',
  assignment_filters: 'Assignment filter',
  groups: 'Group',
};

export function toFinding(connectionId: number, kind: CollectionKind, drift: ItemChange): NewFinding {
  const { change, item, before } = drift;
  return {
    kind,
    externalId: item.externalId,
    change,
    title: titleOf(kind, drift),
    severity: severities[kind][change],
    // For an edit, the new state counts too: a second edit of the same object is a new finding.
    fingerprint: createHash('sha256')
      .update(
        JSON.stringify([
          connectionId,
          kind,
          item.externalId,
          change,
          change === 'gone' ? null : item.revision,
          before === null ? null : item.name,
        ]),
      )
      .digest('hex'),
  };
}

function titleOf(kind: CollectionKind, { change, item, before }: ItemChange): string {
  const thing = `${singular[kind]} “${item.name}”`;
  switch (change) {
    case 'appeared':
      return `${thing} is new.`;
    case 'changed':
      return `${thing} was changed.`;
    case 'renamed':
      return `${singular[kind]} “${before?.name ?? ''}” is now called “${item.name}”.`;
    case 'gone':
      return `${thing} is gone.`;
  }
}
