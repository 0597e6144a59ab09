/**
 * The states of a restore run: prepared step by step by a person, then carried out. The badges of these values are in
 * badges.ts.
 */
export const restoreRunStatuses = [
  'draft',
  'scoped',
  'checked',
  'previewed',
  'pending',
  'queued',
  'running',
  'completed',
  'partial',
  'failed',
  'cancelled',
] as const;
export type RestoreRunStatus = (typeof restoreRunStatuses)[number];

/**
 * Nothing is restored without a preview. Changing the scope invalidates checks and preview and leads back to
 * `scoped`; once queued, there is no way back. The last four states are final.
 */
export const nextRestoreRunStatuses: Record<RestoreRunStatus, readonly RestoreRunStatus[]> = {
  draft: ['scoped', 'cancelled'],
  scoped: ['checked', 'cancelled'],
  checked: ['scoped', 'previewed', 'cancelled'],
  previewed: ['scoped', 'pending', 'queued', 'cancelled'],
  pending: ['queued', 'cancelled'],
  queued: ['running', 'cancelled'],
  running: ['completed', 'partial', 'failed', 'cancelled'],
  completed: [],
  partial: [],
  failed: [],
  cancelled: [],
};
