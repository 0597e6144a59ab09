import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concludeBackup, isComplete, statusOf } from '../../../core/backup/backup.ts';
import {
  compareTimeline,
  type BackupPart,
  type KnownPolicy,
  type SeenPolicy,
} from '../../../core/backup/timeline.ts';

const seen = (externalId: string, fields: Partial<SeenPolicy> = {}): SeenPolicy => ({
  kind: 'compliance_policies',
  externalId,
  name: externalId,
  platform: null,
  versionId: 1,
  assignments: [],
  assignmentsHash: 'a',
  ...fields,
});

const known = (id: number, externalId: string, fields: Partial<KnownPolicy> = {}): KnownPolicy => ({
  id,
  kind: 'compliance_policies',
  externalId,
  name: externalId,
  platform: null,
  isGone: false,
  span: { versionId: 1, assignmentsHash: 'a' },
  ...fields,
});

const none: ReadonlySet<string> = new Set();

describe('what a backup writes to the timeline', () => {
  test('is nothing for an unchanged night', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { maxLength: 40 }), (ids) => {
        const changes = compareTimeline(
          ids.map((id, index) => known(index, id)),
          ids.toReversed().map((id) => seen(id)),
          none,
        );
        expect(changes).toEqual({ appeared: [], changed: [], renamed: [], gone: [] });
      }),
    );
  });

  test('is a new span for another version or another assignment, and a new name for a new name', () => {
    const old = [known(1, 'a'), known(2, 'b'), known(3, 'c'), known(4, 'd', { isGone: true, span: null })];
    const now = [
      seen('a', { versionId: 2 }),
      seen('b', { assignmentsHash: 'b' }),
      seen('c', { name: 'C' }),
      seen('d'),
      seen('e'),
    ];
    const { appeared, changed, renamed, gone } = compareTimeline(old, now, none);
    expect(appeared.map(({ externalId }) => externalId)).toEqual(['e']);
    expect(changed.map(({ policyId }) => policyId)).toEqual([1, 2, 4]);
    expect(renamed.map(({ policyId }) => policyId)).toEqual([3, 4]);
    expect(gone).toEqual([]);
  });

  test('never calls gone what was merely not seen', () => {
    const old = [known(1, 'a'), known(2, 'b')];
    expect(compareTimeline(old, [], none).gone).toEqual([]);
    expect(compareTimeline(old, [], new Set(['compliance_policies b'])).gone).toEqual([old[1]]);
    expect(compareTimeline(old, [], new Set(['settings_catalog b'])).gone).toEqual([]);
  });
});

describe('how a backup ends', () => {
  const part = (status: BackupPart['status'], fields: Partial<BackupPart> = {}): BackupPart => ({
    kind: 'compliance_policies',
    status,
    reason: status === 'unreadable' ? 'permission.missing' : null,
    count: 1,
    gaps: [],
    ...fields,
  });
  const gap = part('partial', { gaps: [{ externalId: 'a', name: 'A', reason: 'backup.item_too_large' }] });

  test.each([
    [[part('read'), part('not_applicable')], 'succeeded', []],
    [[part('read'), part('unreadable')], 'partially_succeeded', ['permission.missing']],
    [[gap], 'partially_succeeded', ['backup.item_too_large']],
    [[part('unreadable'), part('not_applicable')], 'failed', ['permission.missing']],
  ] as const)('%j is %s', (parts, outcome, reasonCodes) => {
    const conclusion = concludeBackup(parts);
    expect(conclusion.outcome).toBe(outcome);
    expect(conclusion.failures.map(({ reason_code }) => reason_code)).toEqual(reasonCodes);
    expect(isComplete(parts)).toBe(outcome === 'succeeded');
  });

  test('a service that the customer has not bought keeps no one from a complete backup', () => {
    expect(statusOf('licence.intune_missing')).toBe('not_applicable');
    expect(statusOf('backup.not_offered')).toBe('not_applicable');
    expect(statusOf('throttled.graph')).toBe('unreadable');
  });
});
