import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roleOf } from '../../../core/verification/evidence-kinds.ts';
import { evidenceHashOf } from '../../../core/verification/evidence.ts';
import { compareReports, type ChangeKind } from '../../../core/verification/report-changes.ts';
import { buildReport } from '../../../core/verification/report.ts';
import { fingerprintOf, type ReportCheck } from '../../../core/verification/report-facts.ts';
import { arbitraryChecks } from './arbitrary-report.ts';

const build = (checks: readonly ReportCheck[]) =>
  buildReport({ flow: 'x.y', generatedAt: new Date(0), previousReportId: null, checks });
const one: ReportCheck = {
  key: 'a.a',
  title: 'A',
  status: 'pass',
  severity: 'high',
  blocking: false,
  reason_code: null,
  message: '',
  evidence: [],
  next_steps: [],
};
const failing: ReportCheck = { ...one, status: 'fail', reason_code: 'permission.missing' };
const on = (check: ReportCheck, kind: string, value: string) => ({ ...check, evidence: [{ kind, value }] });

describe('what changed between two reports', () => {
  const cases: readonly (readonly [string, ReportCheck, ReportCheck, ChangeKind | null])[] = [
    ['nothing', failing, failing, null],
    ['a failure that is new', one, failing, 'new_failing'],
    ['unknown, then failing', { ...failing, status: 'unknown' }, failing, 'new_failing'],
    ['a failure that passes now', failing, one, 'fixed'],
    ['a failure that could not be read now', failing, { ...failing, status: 'unknown' }, 'changed'],
    ['the same failure for another reason', failing, { ...failing, reason_code: 'a.b' }, 'still_failing'],
    ['the same failure on other evidence', failing, on(failing, 'permission_missing', 'X'), 'still_failing'],
    ['the same failure in another request', failing, on(failing, 'request_id', '1'), null],
    ['the same failure, graver', failing, { ...failing, severity: 'critical' }, 'still_failing'],
    ['a pass on other evidence', one, on(one, 'directory_id', 'X'), null],
    ['a failure that was read by another clock', failing, on(failing, 'clock_ahead_seconds', '1'), null],
    ['a failure that names our own application', failing, on(failing, 'app_id', 'X'), null],
    ['other words only', failing, { ...failing, message: 'x', title: 'B', next_steps: [] }, null],
  ];
  it.each(cases)('%s', (_what, before, after, kind) => {
    const changes = compareReports(build([before]), build([after]));
    expect(changes.map((change) => change.kind)).toEqual(kind === null ? [] : [kind]);
  });

  it('names both verdicts, reasons, and whether the evidence is another', () => {
    const added: ReportCheck = { ...one, key: 'b.b' };
    const changes = compareReports(build([failing]), build([added, on(failing, 'http_status', '403')]));
    expect(changes).toEqual([
      expect.objectContaining({
        key: 'b.b',
        kind: 'added',
        before: null,
        after: 'pass',
        evidenceChanged: false,
      }),
      {
        key: 'a.a',
        title: 'A',
        kind: 'still_failing',
        before: 'fail',
        after: 'fail',
        reasonBefore: 'permission.missing',
        reasonAfter: 'permission.missing',
        evidenceChanged: true,
      },
    ]);
    expect(compareReports(build([one, added]), build([one]))).toEqual([
      expect.objectContaining({ key: 'b.b', kind: 'removed', before: 'pass', after: null }),
    ]);
  });

  it('is nothing for a report against itself in any order, and something whenever the fingerprint moves', () => {
    fc.assert(
      fc.property(arbitraryChecks(), arbitraryChecks(), (checks, others) => {
        const [before, after] = [build(checks), build(others)];
        const skips = checks.some(({ status }) => status === 'skip');
        if (!skips) expect(compareReports(before, build(checks.toReversed()))).toEqual([]);
        // A check that passes in both is no change, whatever weight it has.
        const passesInBoth = (key: string) =>
          [checks, others].every((list) => list.find((check) => check.key === key)?.status === 'pass');
        const judged = (list: readonly ReportCheck[]) =>
          fingerprintOf(list.filter(({ key }) => !passesInBoth(key)));
        if (judged(checks) !== judged(others)) expect(compareReports(before, after)).not.toEqual([]);
      }),
    );
  });
});

describe('the evidence hash', () => {
  it('does not depend on order, doubles or volatile pointers', () => {
    const a = { kind: 'permission_missing', value: 'A' };
    const b = { kind: 'permission_missing', value: 'B' };
    const volatile = { kind: 'request_id', value: '1' };
    const hash = evidenceHashOf({ ...failing, evidence: [a, b] });
    expect(evidenceHashOf({ ...failing, evidence: [b, volatile, a, b] })).toBe(hash);
    expect(evidenceHashOf({ ...failing, evidence: [a] })).not.toBe(hash);
  });

  it('does not see what is volatile or known beforehand, for any value of it', () => {
    const silent = [
      'clock_ahead_seconds',
      'request_id',
      'retry_after_seconds',
      'permission',
      'precondition_title',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...silent), fc.string(), fc.string(), (kind, before, after) => {
        expect(roleOf(kind)).not.toBe('identity');
        expect(evidenceHashOf(on(failing, kind, before))).toBe(evidenceHashOf(on(failing, kind, after)));
        const [was, is] = [build([on(failing, kind, before)]), build([on(failing, kind, after)])];
        expect(compareReports(was, is)).toEqual([]);
      }),
    );
  });

  it('holds a kind it does not know for identity', () => {
    expect(evidenceHashOf(on(failing, 'brand_new', '1'))).not.toBe(
      evidenceHashOf(on(failing, 'brand_new', '2')),
    );
  });
});
