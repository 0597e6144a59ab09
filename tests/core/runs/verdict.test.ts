import { describe, expect, it } from 'vitest';
import { readinessOf } from '../../../core/tenants/tenant.ts';
import { findingOf, verdictOf, type JudgedRun } from '../../../core/runs/verdict.ts';

const ended: JudgedRun = {
  type: 'provider.connection.check',
  status: 'completed',
  outcome: 'succeeded',
  failureSummary: [],
  reportOverall: 'ready',
  isRehearsal: false,
};
const failedFor = (reason_code: string): JudgedRun => ({
  ...ended,
  outcome: 'failed',
  reportOverall: 'needs_attention',
  failureSummary: [{ code: 'token.acquire', reason_code, message: '' }],
});

describe('a verdict', () => {
  it.each([
    ['a run that worked', ended, 'ready'],
    ['one that worked in part', { ...ended, outcome: 'partially_succeeded' }, 'ready'],
    ['a refused start', { ...ended, outcome: 'blocked', reportOverall: 'blocked' }, 'blocked'],
    ['a refusal of Entra', { ...failedFor('app.disabled'), reportOverall: 'blocked' }, 'blocked'],
    ['an outage of Microsoft', failedFor('provider.transient'), 'needs_attention'],
    ['a throttled one', failedFor('throttled.graph'), 'needs_attention'],
    ['one under way', { ...ended, status: 'running', outcome: 'pending', reportOverall: 'running' }, null],
    ['a cancelled one', { ...ended, outcome: 'cancelled', reportOverall: 'needs_attention' }, null],
    ['a lost one', failedFor('worker.lost'), null],
    ['no way out of our network', failedFor('network.unreachable'), null],
    ['a proxy of ours', failedFor('proxy.unreachable'), null],
    ['a rehearsal', { ...ended, isRehearsal: true }, null],
    ['another operation', { ...ended, type: 'inventory.sync', reportOverall: null }, null],
  ] as const)('of %s', (_what, run, verdict) => {
    expect(verdictOf(run)).toBe(verdict);
  });

  it('is what a rehearsal lacks, although it has found something out', () => {
    expect(findingOf({ ...ended, isRehearsal: true })).toBe('ready');
  });
});

describe('readiness', () => {
  const latest = { ...ended, id: 7 };
  const none = { verdict: null, underWayRunId: null };

  it('is RUNNING while an attempt runs, else the latest verdict’s', () => {
    expect(readinessOf(null, none)).toBe('never_verified');
    expect(readinessOf(latest, { verdict: 'ready', underWayRunId: null })).toBe('ready');
    expect(readinessOf({ ...latest, status: 'queued' }, { verdict: 'ready', underWayRunId: 7 })).toBe(
      'running',
    );
    const cancelled = { ...latest, outcome: 'cancelled', reportOverall: 'needs_attention' } as const;
    expect(readinessOf(cancelled, { verdict: 'blocked', underWayRunId: null })).toBe('blocked');
    expect(readinessOf(cancelled, none)).toBe('never_verified');
  });

  it('is RUNNING for an older attempt over another connection, and not for one seen just before it ended', () => {
    expect(readinessOf(latest, { verdict: 'ready', underWayRunId: 5 })).toBe('running');
    expect(readinessOf(latest, { verdict: null, underWayRunId: 7 })).toBe('ready');
  });
});
