import type { CheckSeverity, CheckStatus, VerificationCheckGroup } from '../gql/graphql.ts';

/** What a check has to be known by to find its place. */
export interface GroupedCheck {
  readonly severity: CheckSeverity;
  readonly group: VerificationCheckGroup;
  readonly groupPosition: number;
}

export interface CheckGroup<Check> {
  readonly kind: VerificationCheckGroup;
  readonly checks: readonly Check[];
}

const severities = { CRITICAL: 0, HIGH: 1, MEDIUM: 2, LOW: 3, INFO: 4 } as const satisfies Record<
  CheckSeverity,
  number
>;

/** Groups in the API's order; within one the most severe come first, and equals stay in the order in which they were run. */
export function groupChecks<Check extends GroupedCheck>(checks: readonly Check[]): CheckGroup<Check>[] {
  const sorted = checks.toSorted(
    (a, b) => a.groupPosition - b.groupPosition || severities[a.severity] - severities[b.severity],
  );
  const kinds = [...new Set(sorted.map(({ group }) => group))];
  return kinds.map((kind) => ({ kind, checks: sorted.filter(({ group }) => group === kind) }));
}

/** Only these need a person: they get badges, the reason's code and the next steps; the others stay one quiet line. */
export function needsSomeone({ status }: { readonly status: CheckStatus }): boolean {
  return status === 'FAIL' || status === 'WARN' || status === 'UNKNOWN';
}
