/** What a skipped check has to be known by to say what it waited for. */
export interface SkippedCheck {
  readonly key: string;
  readonly title: string;
  readonly status: string;
  readonly evidence: readonly { readonly kind: string; readonly value: string }[];
}

export interface SkippedBecause<Check> {
  /** The title of the check that did not pass; null where none was the reason. */
  readonly because: string | null;
  readonly checks: readonly Check[];
}

/** A chain of skipped checks is told by its beginning: that is the one someone can do something about. */
export function groupByPrecondition<Check extends SkippedCheck>(
  skipped: readonly Check[],
  all: readonly SkippedCheck[],
): SkippedBecause<Check>[] {
  const byKey = new Map(all.map((check) => [check.key, check]));
  const groups = new Map<string | null, Check[]>();
  for (const check of skipped) {
    const because = findBeginning(check, byKey)?.title ?? null;
    groups.set(because, [...(groups.get(because) ?? []), check]);
  }
  return [...groups].map(([because, checks]) => ({ because, checks }));
}

function findBeginning(
  check: SkippedCheck,
  byKey: ReadonlyMap<string, SkippedCheck>,
): SkippedCheck | undefined {
  let beginning: SkippedCheck | undefined;
  const met = new Set<SkippedCheck>();
  for (let next = preconditionOf(check, byKey); next && !met.has(next); next = preconditionOf(next, byKey)) {
    met.add(next);
    beginning = next;
  }
  return beginning;
}

/** Only a skipped check was kept back by another one. */
function preconditionOf({ status, evidence }: SkippedCheck, byKey: ReadonlyMap<string, SkippedCheck>) {
  const key = status === 'SKIP' ? evidence.find(({ kind }) => kind === 'precondition')?.value : undefined;
  return key === undefined ? undefined : byKey.get(key);
}
