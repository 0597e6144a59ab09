import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { badgeDomains } from '../../../core/presentation/badges.ts';
import {
  nextRestoreRunStatuses,
  restoreRunStatuses,
  type RestoreRunStatus,
} from '../../../core/restore/restore-run.ts';
import { isFinal, nextStatuses, runStatuses, type RunStatus } from '../../../core/runs/run.ts';

describe('an operation run', () => {
  it('never goes back, whichever way it takes, and always can end', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 10 }), (choices) => {
        let status: RunStatus = 'queued';
        for (const choice of choices) {
          const next: readonly RunStatus[] = nextStatuses[status];
          if (next.length === 0) expect(isFinal(status)).toBe(true);
          const following: RunStatus = next[choice % Math.max(next.length, 1)] ?? status;
          expect(runStatuses.indexOf(following)).toBeGreaterThanOrEqual(runStatuses.indexOf(status));
          status = following;
        }
        expect(status === 'completed' || nextStatuses[status].includes('completed')).toBe(true);
      }),
    );
  });
});

describe('a restore run', () => {
  it('is never run without a preview, and never leaves a final status', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 20 }), (choices) => {
        const seen: string[] = ['draft'];
        let status: RestoreRunStatus = 'draft';
        for (const choice of choices) {
          const next: readonly RestoreRunStatus[] = nextRestoreRunStatuses[status];
          status = next[choice % Math.max(next.length, 1)] ?? status;
          seen.push(status);
        }
        if (seen.includes('running')) expect(seen.indexOf('previewed')).toBeGreaterThan(0);
        const firstFinal = seen.findIndex((one) =>
          ['completed', 'partial', 'failed', 'cancelled'].includes(one),
        );
        if (firstFinal >= 0) expect(new Set(seen.slice(firstFinal)).size).toBe(1);
      }),
    );
  });

  it('has a badge for every status, and no badge for another', () => {
    expect(Object.keys(badgeDomains.restore_run).sort()).toEqual([...restoreRunStatuses].sort());
  });
});
