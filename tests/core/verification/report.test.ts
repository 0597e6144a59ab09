import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildReport, parseReport, type VerificationReport } from '../../../core/verification/report.ts';
import { fingerprintOf, summarise, type ReportCheck } from '../../../core/verification/report-facts.ts';
import type { CheckStatus } from '../../../core/runs/report-summary.ts';
import { arbitraryChecks } from './arbitrary-report.ts';

const at = new Date('2026-03-01T10:00:00Z');
const build = (checks: readonly ReportCheck[]): VerificationReport =>
  buildReport({ flow: 'provider.connection.check', generatedAt: at, previousReportId: null, checks });
const isValid = (document: unknown): boolean => parseReport(document).kind === 'valid';

/** From best to worst, as far as a verdict goes: what a check may at most let the whole report say. */
const best: Record<CheckStatus, readonly string[]> = {
  pass: ['ready', 'needs_attention', 'blocked', 'running'],
  skip: ['needs_attention', 'blocked', 'running'],
  warn: ['needs_attention', 'blocked', 'running'],
  unknown: ['needs_attention', 'blocked', 'running'],
  fail: ['needs_attention', 'blocked', 'running'],
  running: ['running'],
};

describe('the honesty rule', () => {
  it('never says better of the whole than of its worst check', () => {
    fc.assert(
      fc.property(arbitraryChecks(), (checks) => {
        const { overall } = summarise(checks);
        for (const { status } of checks) expect(best[status]).toContain(overall);
      }),
    );
  });

  it('says blocked exactly when a blocking check failed and nothing is running', () => {
    fc.assert(
      fc.property(arbitraryChecks(), (checks) => {
        const isRunning = checks.some(({ status }) => status === 'running');
        const blocks = checks.some(({ status, blocking }) => status === 'fail' && blocking);
        expect(summarise(checks).overall === 'blocked').toBe(blocks && !isRunning);
      }),
    );
  });

  it('refuses every other overall for the same checks, in a stored document too', () => {
    const overalls = fc.constantFrom('ready', 'needs_attention', 'blocked', 'running');
    fc.assert(
      fc.property(arbitraryChecks(), overalls, (checks, overall) => {
        const report = build(checks);
        const changed = { ...report, summary: { ...report.summary, overall } };
        expect(isValid(changed)).toBe(overall === report.summary.overall);
      }),
    );
  });

  it('refuses every other count', () => {
    const name = fc.constantFrom('total', 'pass', 'fail', 'warn', 'unknown', 'skip', 'running');
    fc.assert(
      fc.property(arbitraryChecks(), name, fc.integer({ min: 0, max: 10 }), (checks, count, value) => {
        const report = build(checks);
        const counts = { ...report.summary.counts, [count]: value };
        const changed = { ...report, summary: { ...report.summary, counts } };
        expect(isValid(changed)).toBe(value === summarise(checks).counts[count]);
      }),
    );
  });

  const [passed, failed] = [check('a.a', 'pass'), check('b.b', 'fail')];
  const dishonest: readonly (readonly [string, readonly ReportCheck[]])[] = [
    ['a check skipped for nothing', [passed, check('b.b', 'skip')]],
    [
      'a check skipped as not applicable that also blames one that passed',
      [passed, { ...skipped('b.b', 'a.a'), evidence: [...skipped('b.b', 'a.a').evidence, notApplicable] }],
    ],
    ['a check skipped because of one that passed', [passed, failed, skipped('c.c', 'a.a')]],
    ['a check skipped because of one that comes later', [skipped('a.a', 'b.b'), failed]],
    ['a check skipped because of itself', [failed, skipped('c.c', 'c.c')]],
    ['the same check twice', [passed, passed]],
    ['a failure without a reason', [{ ...failed, reason_code: null }]],
    ['a pass with a reason', [{ ...passed, reason_code: 'a.b' }]],
    ['evidence on a check that is not finished', [{ ...check('a.a', 'running'), evidence: [pointer] }]],
  ];
  it.each(dishonest)('refuses %s', (_what, checks) => {
    expect(() => build(checks)).toThrow(TypeError);
  });
});

/** RFC 3339 has years of four digits. */
const someTime = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2999-12-31T00:00:00Z') });

describe('the fingerprint', () => {
  it('is the same for the same state: order, wording, evidence and time do not count', () => {
    fc.assert(
      fc.property(arbitraryChecks(), fc.string(), someTime, (checks, text, when) => {
        const reworded = checks
          .map((one) => ({ ...one, title: `${text}!`, message: text, evidence: [], next_steps: [] }))
          .reverse();
        expect(fingerprintOf(reworded)).toBe(build(checks).fingerprint);
        expect(buildReport({ flow: 'x.y', generatedAt: when, previousReportId: 7, checks }).fingerprint).toBe(
          build(checks).fingerprint,
        );
      }),
    );
  });

  it('is another one for any change of what was judged', () => {
    const change = fc.constantFrom<Partial<ReportCheck>>(
      { status: 'pass' },
      { status: 'fail' },
      { status: 'warn' },
      { severity: 'critical' },
      { severity: 'info' },
      { blocking: true },
      { blocking: false },
      { reason_code: null },
      { reason_code: 'other.reason' },
      { key: 'other.key' },
    );
    fc.assert(
      fc.property(arbitraryChecks(), fc.nat(), change, (checks, position, changed) => {
        const index = position % checks.length;
        const later = checks.map((one, at) => (at === index ? { ...one, ...changed } : one));
        const [was, is] = [checks[index], later[index]];
        const isSame =
          was?.key === is?.key &&
          was?.status === is?.status &&
          was?.severity === is?.severity &&
          was?.blocking === is?.blocking &&
          was?.reason_code === is?.reason_code;
        expect(fingerprintOf(later) === fingerprintOf(checks)).toBe(isSame);
      }),
    );
  });

  it('belongs to its checks: a stored document with another one is refused', () => {
    expect(isValid({ ...build([check('a.a', 'pass')]), fingerprint: 'f'.repeat(64) })).toBe(false);
  });
});

describe('a stored report', () => {
  it('of any state comes back as it was written', () => {
    fc.assert(
      fc.property(arbitraryChecks(), (checks) => {
        const report = build(checks);
        const stored: unknown = JSON.parse(JSON.stringify(report));
        expect(parseReport(stored)).toEqual({ kind: 'valid', report });
      }),
    );
  });

  it('is invalid, and no crash, whatever else is there instead', () => {
    fc.assert(
      fc.property(fc.anything(), (document) => {
        expect(parseReport(document).kind).toBe('invalid');
      }),
    );
  });

  it.each([
    'schema_version',
    'flow',
    'generated_at',
    'fingerprint',
    'previous_report_id',
    'summary',
    'checks',
  ])('without %s is invalid', (field) => {
    const report: Record<string, unknown> = { ...build([check('a.a', 'pass')]) };
    const damaged = Object.fromEntries(Object.entries(report).filter(([name]) => name !== field));
    expect(isValid(damaged)).toBe(false);
    expect(isValid({ ...report, stranger: 1 })).toBe(false);
  });

  it('of version 1.4 reads as one of today, with what 1.4 lacked derived from its own checks', () => {
    const today = build([check('a.a', 'pass'), check('b.b', 'unknown')]);
    const { fingerprint: _fingerprint, previous_report_id: _previous, ...rest } = today;
    const { unknown: _unknown, ...counts } = today.summary.counts;
    const old = { ...rest, schema_version: '1.4.2', summary: { ...today.summary, counts } };
    expect(parseReport(old)).toEqual({ kind: 'valid', report: today });
  });

  it.each(['1.3.0', '2.0.0', '1.6.0', '', null])('of version %s is refused', (version) => {
    expect(isValid({ ...build([check('a.a', 'pass')]), schema_version: version })).toBe(false);
  });

  it('of version 1.4 that lies is refused like any other', () => {
    const { fingerprint: _fingerprint, ...rest } = build([check('a.a', 'fail')]);
    const summary = { ...rest.summary, overall: 'ready' };
    expect(isValid({ ...rest, schema_version: '1.4.0', summary })).toBe(false);
  });
});

const pointer = { kind: 'http_status', value: '403' };

function check(key: string, status: CheckStatus): ReportCheck {
  const reason_code = status === 'pass' || status === 'running' ? null : 'some.reason';
  const rest = { title: key, severity: 'high', message: '', evidence: [], next_steps: [] } as const;
  return { key, status, blocking: false, reason_code, ...rest };
}

const notApplicable = { kind: 'not_applicable', value: 'Some.Permission' };

function skipped(key: string, because: string): ReportCheck {
  return { ...check(key, 'skip'), evidence: [{ kind: 'precondition', value: because }] };
}
