/** The life of a restore run: prepared by a person step by step, then worked off. The badges of these values are in badges.ts. */
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
 * Nothing is restored that was not previewed. Another scope makes checks and preview void, so it leads back to `scoped`;
 * once queued there is no way back, and the last four are final.
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
