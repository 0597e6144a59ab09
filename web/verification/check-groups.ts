import type { CheckSeverity, CheckStatus } from '../gql/graphql.ts';

/** What a check has to be known by to find its place. */
export interface GroupedCheck {
  readonly status: CheckStatus;
  readonly severity: CheckSeverity;
  readonly blocking: boolean;
  readonly reasonCode: string | null;
  readonly acknowledgement: unknown;
}

export type CheckGroupKind = 'blocking' | 'acknowledged' | 'unreached' | CheckStatus;

export interface CheckGroup<Check> {
  readonly kind: CheckGroupKind;
  readonly checks: readonly Check[];
}

/**
 * Who must act first: what keeps the tenant from being managed, what failed, what is odd, what nobody could read, what
 * somebody already knows about.
 */
const order: readonly CheckGroupKind[] = [
  'blocking',
  'FAIL',
  'WARN',
  'UNKNOWN',
  'unreached',
  'acknowledged',
  'RUNNING',
  'PASS',
  'SKIP',
];

const severities = { CRITICAL: 0, HIGH: 1, MEDIUM: 2, LOW: 3, INFO: 4 } as const satisfies Record<
  CheckSeverity,
  number
>;

/** The reasons of a run that was ended from outside: every check that it had not come to says the same. */
const endings: readonly (string | null)[] = ['run.cancelled', 'worker.lost'];

/** Within a group the most severe comes first, and equals stay in the order in which they were run. */
export function groupChecks<Check extends GroupedCheck>(checks: readonly Check[]): CheckGroup<Check>[] {
  return order.flatMap((kind) => {
    const members = checks.filter((check) => kindOf(check) === kind);
    if (members.length === 0) return [];
    return [{ kind, checks: members.toSorted((a, b) => severities[a.severity] - severities[b.severity]) }];
  });
}

/** Only these need a person: they get badges, the reason's code and the next steps; the others stay one quiet line. */
export function needsSomebody({ status }: Pick<GroupedCheck, 'status'>): boolean {
  return status === 'FAIL' || status === 'WARN' || status === 'UNKNOWN';
}

function kindOf(check: GroupedCheck): CheckGroupKind {
  const { status, blocking, reasonCode, acknowledgement } = check;
  if (needsSomebody(check) && acknowledgement !== null) return 'acknowledged';
  if (status === 'UNKNOWN' && endings.includes(reasonCode)) return 'unreached';
  return status === 'FAIL' && blocking ? 'blocking' : status;
}
