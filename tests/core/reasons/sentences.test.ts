import { describe, expect, it } from 'vitest';
import { isReasonCode, reasonCodes, reasons } from '../../../core/reasons/reasons.ts';
import { namedKinds, sentenceFor, type NamedFact } from '../../../core/reasons/sentences.ts';
import { roleOf } from '../../../core/verification/evidence-kinds.ts';

const facts = (kind: string, ...values: string[]): NamedFact[] => values.map((value) => ({ kind, value }));

describe('a sentence', () => {
  it.each([
    ['permission.missing', facts('permission_missing', 'A.Read.All'), 'A.Read.All is not granted.'],
    ['permission.missing', facts('permission_missing', 'A', 'B'), 'A and B are not granted.'],
    ['permission.missing', facts('permission_missing', 'A', 'B', 'C'), 'A, B and C are not granted.'],
    [
      'permission.missing',
      facts('permission_missing', 'A', 'B', 'C', 'D'),
      'A, B and 2 more are not granted.',
    ],
    ['permission.missing', facts('permission_missing', 'A', 'A'), 'A is not granted.'],
    [
      'permission.not_yet_effective',
      facts('permission_granted_not_yet_effective', 'A', 'B'),
      'A and B are granted but have not reached Microsoft Graph yet.',
    ],
    [
      'credential.secret_expired',
      [...facts('app_id', 'the-app'), ...facts('expired_at', '2026-11-28T23:59:59.000Z')],
      'The client secret of application the-app expired on 28 Nov 2026.',
    ],
    [
      'app.disabled',
      facts('app_id', 'the-app'),
      'The application the-app is disabled in the customer’s directory.',
    ],
    [
      'provider.unmapped',
      facts('aadsts', '7654321'),
      'Microsoft returned AADSTS7654321, which this version does not recognize.',
    ],
    ['check.precondition_failed', facts('precondition_title', 'Sign-in'), 'Skipped: Sign-in did not pass.'],
  ] as const)('%s names what it speaks of: %j', (code, known, sentence) => {
    expect(sentenceFor(code, known)).toBe(sentence);
  });

  it('is the catalog’s own where the fact is missing, or where several would be mixed up', () => {
    for (const code of reasonCodes) expect(sentenceFor(code, [])).toBe(reasons[code].message);
    expect(sentenceFor('app.disabled', facts('app_id', 'one', 'other'))).toBe(
      reasons['app.disabled'].message,
    );
    expect(sentenceFor('newer.version', facts('app_id', 'one'))).toBe('newer.version');
  });

  it('leaves no gap, whatever is named, and takes nothing from a name for its own', () => {
    for (const code of reasonCodes) {
      const named = namedKinds(code).map((kind) => ({ kind, value: '{is|are} {app_id}' }));
      const sentence = sentenceFor(code, named).replaceAll('{is|are} {app_id}', '');
      expect([code, sentence]).toEqual([code, expect.not.stringMatching(/[{}|*]|undefined/)]);
    }
  });

  it('names only kinds of evidence that are declared', () => {
    for (const code of reasonCodes.filter(isReasonCode)) {
      for (const kind of namedKinds(code)) expect([kind, roleOf(kind)]).not.toEqual([kind, null]);
    }
  });
});
