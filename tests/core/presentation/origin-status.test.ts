import { glob, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { badgeDomains } from '../../../core/presentation/badges.ts';
import { originStatusOf } from '../../../core/presentation/origin-status.ts';
import { operationTypeNames } from '../../../core/runs/operation-types.ts';
import { runOutcomes } from '../../../core/runs/run.ts';

const states = [
  ['queued', 'pending'],
  ['running', 'pending'],
  ...runOutcomes.filter((outcome) => outcome !== 'pending').map((outcome) => ['completed', outcome] as const),
] as const;

function wordsOf(type: (typeof operationTypeNames)[number]) {
  return Object.fromEntries(
    states.map(([status, outcome]) => [
      `${status} ${outcome}`,
      originStatusOf({ type, status, outcome })?.word ?? null,
    ]),
  );
}

describe('the origin’s word for a run', () => {
  it('of an inventory sync', () => {
    expect(wordsOf('inventory.sync')).toEqual({
      'queued pending': 'pending',
      'running pending': 'running',
      'completed succeeded': 'success',
      'completed partially_succeeded': 'partial',
      'completed failed': 'failed',
      'completed blocked': 'skipped',
      'completed cancelled': 'failed',
    });
  });

  it('of a group sync', () => {
    expect(wordsOf('entra.groups.sync')).toEqual({
      'queued pending': 'pending',
      'running pending': 'running',
      'completed succeeded': 'succeeded',
      'completed partially_succeeded': 'partial',
      'completed failed': 'failed',
      'completed blocked': 'failed',
      'completed cancelled': 'failed',
    });
  });

  it('is not there for a verification', () => {
    expect(new Set(Object.values(wordsOf('provider.connection.check')))).toEqual(new Set([null]));
  });

  it.each(operationTypeNames)('is never shown by the neutral default: %s', (type) => {
    const badges = states.map(([status, outcome]) => originStatusOf({ type, status, outcome })?.badge);
    expect(badges.filter((badge) => badge?.icon === 'question-circle')).toEqual([]);
  });
});

it.each([
  ['inventory_sync_run', 'pending running success partial failed skipped'],
  ['entra_group_sync_run', 'pending running succeeded partial failed'],
  ['entra_group_sync_safety_stop', 'true false'],
  ['backup_schedule_run', 'running success partial failed canceled skipped'],
  ['restore_run', 'draft scoped checked previewed pending queued running completed partial failed cancelled'],
  ['operation_run_outcome', 'pending succeeded partially_succeeded failed blocked cancelled partial'],
] as const)('the badges of %s are exactly %s', (domain, words) => {
  expect(Object.keys(badgeDomains[domain])).toEqual(words.split(' '));
});

it('partial looks like partially_succeeded and is no outcome', () => {
  const { partial, partially_succeeded: whole } = badgeDomains.operation_run_outcome;
  expect(partial).toEqual(whole);
  expect(runOutcomes).not.toContain('partial');
});

it('no page shows it beside status and outcome, which say the same', async () => {
  const documents: string[] = [];
  for await (const file of glob('web/**/*.{ts,tsx}', { exclude: ['web/gql/**'] })) {
    const text = await readFile(file, 'utf8');
    if (text.includes('originStatus')) documents.push(file);
  }
  expect(documents).toEqual([]);
});
