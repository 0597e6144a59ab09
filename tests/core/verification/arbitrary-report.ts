import fc from 'fast-check';
import { severities } from '../../../core/reasons/reasons.ts';
import type { ReportCheck } from '../../../core/verification/report-facts.ts';
import type { CheckStatus } from '../../../core/runs/report-summary.ts';

/** Text as it may come out of a directory: quotes, tags, formulas, control characters, half of an emoji. */
export const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '=HYPERLINK("http://evil.example","x")',
    '@SUM(1+1)*cmd|/C calc',
    '<script>alert(1)</script>',
    ']]><!-- "\'&amp;',
    '\u0000\u0008\ud800 a\r\n,;\t',
  ),
);

const token = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/);

interface Options {
  readonly statuses?: readonly Exclude<CheckStatus, 'skip'>[];
  readonly text?: fc.Arbitrary<string>;
}

/**
 * Honest checks in any number: unique keys, a reason where one is due, and skipped checks only behind one that failed.
 */
export function arbitraryChecks({
  statuses = ['pass', 'fail', 'warn', 'unknown', 'running'],
  text = fc.string({ maxLength: 30 }),
}: Options = {}): fc.Arbitrary<ReportCheck[]> {
  const check = fc.record({
    key: fc.tuple(token, token).map((parts) => parts.join('.')),
    title: text.map((title) => `T${title}`),
    status: fc.constantFrom(...statuses),
    severity: fc.constantFrom(...severities),
    blocking: fc.boolean(),
    reason_code: fc.tuple(token, token).map((parts) => parts.join('.')),
    message: text,
    evidence: fc.array(fc.record({ kind: token, value: text }), { maxLength: 3 }),
    wantsSkip: fc.boolean(),
  });
  return fc
    .uniqueArray(check, { selector: ({ key }) => key, minLength: 1, maxLength: 8 })
    .map((drafts) =>
      drafts.reduce<ReportCheck[]>((earlier, draft) => [...earlier, settle(draft, earlier)], []),
    );
}

type Draft = Omit<ReportCheck, 'next_steps'> & { readonly wantsSkip: boolean };

function settle({ wantsSkip, ...draft }: Draft, earlier: readonly ReportCheck[]): ReportCheck {
  const cause = earlier.find(({ status }) => status === 'fail');
  if (wantsSkip && cause !== undefined) {
    const evidence = [{ kind: 'precondition', value: cause.key }];
    return { ...draft, status: 'skip', evidence, next_steps: [] };
  }
  const says = draft.status !== 'pass' && draft.status !== 'running';
  return {
    ...draft,
    reason_code: says ? draft.reason_code : null,
    evidence: draft.status === 'running' ? [] : draft.evidence,
    next_steps: says ? [{ label: 'Look', url: '/tenants/1' }] : [],
  };
}
