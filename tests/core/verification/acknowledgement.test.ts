import { describe, expect, it } from 'vitest';
import { decideExpiry, longestDays } from '../../../core/verification/acknowledgement.ts';
import { severities, type Severity } from '../../../core/reasons/reasons.ts';
import type { ReportCheck } from '../../../core/verification/report-facts.ts';
import type { CheckStatus } from '../../../core/runs/report-summary.ts';

const now = new Date('2026-03-01T00:00:00Z');
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);

function check(severity: Severity, overrides: Partial<ReportCheck> = {}): ReportCheck {
  const rest = { message: '', evidence: [], next_steps: [] };
  return {
    key: 'a.a',
    title: 'A',
    status: 'fail',
    severity,
    blocking: false,
    reason_code: 'a.b',
    ...rest,
    ...overrides,
  };
}

describe('the end of an acknowledgement', () => {
  it.each(severities)('of severity %s is at the latest what the table allows', (severity) => {
    const days = longestDays[severity];
    expect(decideExpiry(check(severity), null, now)).toEqual(days === null ? null : inDays(days));
    if (days === null) return;
    expect(decideExpiry(check(severity), inDays(days), now)).toEqual(inDays(days));
    expect(() => decideExpiry(check(severity), inDays(days + 1), now)).toThrow(/days at most/);
  });

  it('is needed for a blocking check, and in the future', () => {
    const blocking = check('critical', { blocking: true });
    expect(() => decideExpiry(blocking, null, now)).toThrow(/until a date/);
    expect(() => decideExpiry(blocking, now, now)).toThrow(/future/);
    expect(decideExpiry(blocking, inDays(3), now)).toEqual(inDays(3));
  });

  it.each(['pass', 'skip', 'running'] as const satisfies CheckStatus[])(
    'is not asked for a check that is %s',
    (status) => {
      expect(() => decideExpiry(check('high', { status }), null, now)).toThrow(/nothing to acknowledge/);
    },
  );
});
