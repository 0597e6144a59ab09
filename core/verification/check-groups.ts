import type { ReportCheck } from './report-facts.ts';

/** Who needs to act, most urgent first: this is the order in which a report is read. */
export const checkGroups = [
  'blocking',
  'fail',
  'warn',
  'unknown',
  'not_run',
  'acknowledged',
  'running',
  'pass',
  'skip',
] as const;
export type CheckGroup = (typeof checkGroups)[number];

/** A run that was ended from outside gives these to every check it did not get to. */
const endings: readonly (string | null)[] = ['run.cancelled', 'worker.lost'];

export function groupOf(
  { status, blocking, reason_code }: Pick<ReportCheck, 'status' | 'blocking' | 'reason_code'>,
  isAcknowledged: boolean,
): CheckGroup {
  if (isAcknowledged && (status === 'fail' || status === 'warn' || status === 'unknown'))
    return 'acknowledged';
  if (status === 'unknown' && endings.includes(reason_code)) return 'not_run';
  return status === 'fail' && blocking ? 'blocking' : status;
}

export function positionOf(group: CheckGroup): number {
  return checkGroups.indexOf(group);
}
