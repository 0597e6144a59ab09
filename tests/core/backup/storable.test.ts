import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromStorable, toStorable } from '../../../core/backup/storable.ts';
import { toVersion } from '../../../core/backup/version.ts';

/** Code units of every kind, the ones that PostgreSQL refuses more often than others. */
const text = fc
  .array(fc.oneof(fc.constantFrom('\0', '\ud83d', '\ude00', '\uffff', '\\u0000', '😀', '0041'), fc.string()))
  .map((parts) => parts.join(''));
const payload = fc.dictionary(text, fc.oneof(text, fc.array(text), fc.integer(), fc.dictionary(text, text)));

const versionOf = (read: unknown) =>
  toVersion('named_locations', {
    externalId: 'a',
    name: 'a',
    platform: null,
    payload: read,
    assignments: [],
  });

describe('what PostgreSQL cannot keep as text', () => {
  test('is kept to the last code unit', () => {
    fc.assert(
      fc.property(payload, (of) => {
        const stored = toStorable(of);
        const written = JSON.stringify(stored);
        expect(written).not.toMatch(/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/);
        expect(fromStorable(JSON.parse(written))).toEqual(of);
      }),
    );
  });

  test('makes another version of a policy, as every change does', () => {
    const hashes = ['a\0', 'a\ud83d', 'a\uffff0000', 'a\uffff', 'a'].map(
      (name) => versionOf({ displayName: name })?.contentHash,
    );
    expect(new Set(hashes).size).toBe(5);
  });

  test('is refused where it is nested without end, and the other policies are kept', () => {
    const nested = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) as unknown;
    expect(versionOf({ displayName: 'deep', nested })).toBeNull();
    expect(versionOf({ displayName: 'flat', nested: [[]] })).not.toBeNull();
  });
});
