import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dueTimesAfter,
  hourSteps,
  longestWindow,
  parseCadence,
  type Cadence,
} from '../../../core/schedules/cadence.ts';
import { wallTimeAt } from '../../../core/schedules/local-time.ts';
import { dueTimesAtOnce, endOfWindow, planDue, startOf } from '../../../core/schedules/planning.ts';
import { budgets, chooseStarts, type WaitingDue } from '../../../core/schedules/starting.ts';

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Asia/Kathmandu',
];
const zone = fc.constantFrom(...zones);
const instant = fc
  .integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2025, 0, 1) })
  .map((time) => new Date(time));
const atLocal = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const cadence: fc.Arbitrary<Cadence> = fc.oneof(
  atLocal.map((time) => ({ kind: 'daily', atLocal: time }) as const),
  fc
    .tuple(atLocal, fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }))
    .map(([time, weekdays]) => ({ kind: 'weekly', atLocal: time, weekdays }) as const),
  fc.constantFrom(...hourSteps).map((everyHours) => ({ kind: 'hourly', everyHours }) as const),
);
const iso = (times: readonly { readonly at: Date }[]) => times.map(({ at }) => at.toISOString());

describe('due times', () => {
  it('take the next minute that exists, and the first of two that are the same', () => {
    const night = { kind: 'daily', atLocal: '02:30' } as const;
    const spring = dueTimesAfter(night, 'Europe/Berlin', new Date('2026-03-28T12:00:00Z'), 2);
    expect(spring[0]).toEqual({ at: new Date('2026-03-29T01:00:00Z'), clockChange: 'shifted' });
    expect(spring[1]).toEqual({ at: new Date('2026-03-30T00:30:00Z'), clockChange: null });
    const autumn = dueTimesAfter(night, 'Europe/Berlin', new Date('2026-10-24T12:00:00Z'), 2);
    expect(autumn[0]).toEqual({ at: new Date('2026-10-25T00:30:00Z'), clockChange: 'doubled' });
    expect(autumn[1]).toEqual({ at: new Date('2026-10-26T01:30:00Z'), clockChange: null });
  });

  it('come once where two local times fall on one instant', () => {
    const hourly = { kind: 'hourly', everyHours: 1 } as const;
    expect(iso(dueTimesAfter(hourly, 'Europe/Berlin', new Date('2026-03-29T00:30:00Z'), 3))).toEqual([
      '2026-03-29T01:00:00.000Z',
      '2026-03-29T02:00:00.000Z',
      '2026-03-29T03:00:00.000Z',
    ]);
  });

  it('are later than asked, in order, and those of any other moment', () => {
    fc.assert(
      fc.property(cadence, zone, instant, (when, where, after) => {
        const times = dueTimesAfter(when, where, after, 6).map(({ at }) => at);
        expect(times[0]?.getTime()).toBeGreaterThan(after.getTime());
        for (const [index, at] of times.slice(1).entries()) {
          const before = times[index];
          if (before === undefined) throw new Error('a list without its beginning');
          expect(at.getTime()).toBeGreaterThan(before.getTime());
          expect(dueTimesAfter(when, where, before, 1)[0]?.at).toEqual(at);
        }
      }),
    );
  });

  it('show the local time that was asked for, but where the clocks change', () => {
    fc.assert(
      fc.property(atLocal, zone, instant, (time, where, after) => {
        for (const { at, clockChange } of dueTimesAfter({ kind: 'daily', atLocal: time }, where, after, 4)) {
          const shown = new Date(wallTimeAt(where, at)).toISOString().slice(11, 16);
          if (clockChange !== 'shifted') expect(shown).toBe(time);
        }
      }),
    );
  });

  it('leave room for the longest window', () => {
    fc.assert(
      fc.property(cadence, zone, instant, (when, where, after) => {
        // A day whose hour is doubled or skipped brings hourly due times together: their windows may touch there.
        if (when.kind === 'hourly') return;
        const [first, second] = dueTimesAfter(when, where, after, 2);
        if (first === undefined || second === undefined) throw new Error('a cadence without due times');
        const end = endOfWindow({ windowMinutes: longestWindow(when) }, first.at);
        expect(end.getTime()).toBeLessThanOrEqual(second.at.getTime());
      }),
    );
  });
});

describe('a cadence from outside', () => {
  it.each([
    [{ kind: 'daily', atLocal: '24:00' }, 'atLocal'],
    [{ kind: 'daily' }, 'atLocal'],
    [{ kind: 'weekly', atLocal: '02:00', weekdays: [] }, 'weekdays'],
    [{ kind: 'weekly', atLocal: '02:00', weekdays: [8] }, 'weekdays'],
    [{ kind: 'hourly', everyHours: 5 }, 'everyHours'],
    [{ kind: 'hourly' }, 'everyHours'],
  ] as const)('%j is refused for its %s', (input, field) => {
    expect(() => parseCadence(input)).toThrow(expect.objectContaining({ details: { field } }));
  });
});

describe('planning', () => {
  it('gives every due time exactly one end, whenever it looks', () => {
    const looks = fc.array(fc.integer({ min: 1, max: 40 * 24 * 60 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(cadence, zone, instant, looks, (when, where, from, gaps) => {
        let next = dueTimesAfter(when, where, from, 1)[0]?.at ?? from;
        const first = next;
        let now = from;
        const planned: Date[] = [];
        for (const minutes of gaps) {
          now = new Date(now.getTime() + minutes * 60_000);
          for (let plan = planDue({ cadence: when, timeZone: where }, next, now); plan.next > next;) {
            planned.push(...plan.missed, ...(plan.due === null ? [] : [plan.due]));
            next = plan.next;
            if (next <= now) expect(plan.due).toBeNull();
            plan = planDue({ cadence: when, timeZone: where }, next, now);
          }
        }
        const expected = [first, ...dueTimesAfter(when, where, first, planned.length).map(({ at }) => at)];
        expect(planned).toEqual(expected.slice(0, planned.length));
        expect(next > now).toBe(true);
      }),
    );
  });

  it('runs the newest due time after downtime, and records the others', () => {
    const nightly = { cadence: { kind: 'daily', atLocal: '02:00' }, timeZone: 'UTC' } as const;
    const plan = planDue(nightly, new Date('2026-11-27T02:00:00Z'), new Date('2026-11-30T09:00:00Z'));
    expect(plan).toEqual({
      missed: ['27', '28', '29'].map((day) => new Date(`2026-11-${day}T02:00:00Z`)),
      due: new Date('2026-11-30T02:00:00Z'),
      next: new Date('2026-12-01T02:00:00Z'),
    });
  });

  it('takes a bounded step, however long nobody planned', () => {
    const hourly = { cadence: { kind: 'hourly', everyHours: 1 }, timeZone: 'UTC' } as const;
    const plan = planDue(hourly, new Date('2025-01-01T00:00:00Z'), new Date('2026-01-01T00:00:00Z'));
    expect(plan.missed).toHaveLength(dueTimesAtOnce);
    expect(plan.due).toBeNull();
  });

  it('spreads a fleet over the window, the same every night', () => {
    const schedule = { id: 7, windowMinutes: 240 };
    const due = new Date('2026-11-30T02:00:00Z');
    const minutes = Array.from({ length: 2_000 }, (_, tenant) => {
      const start = startOf(schedule, tenant, due);
      expect(startOf(schedule, tenant, due)).toEqual(start);
      return (start.getTime() - due.getTime()) / 60_000;
    });
    expect(Math.min(...minutes)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...minutes)).toBeLessThan(180);
    // 2,000 over 180 minutes are 111 in ten of them.
    const tens = Array.from(
      { length: 18 },
      (_, ten) => minutes.filter((at) => Math.floor(at / 10) === ten).length,
    );
    expect(Math.min(...tens)).toBeGreaterThan(70);
    expect(Math.max(...tens)).toBeLessThan(160);
  });
});

describe('choosing who starts', () => {
  const due = (workspaceId: number, tenantId: number, clientId: string | null = null): WaitingDue => ({
    scheduleId: workspaceId,
    workspaceId,
    tenantId,
    clientId,
    dueAt: new Date(0),
  });
  const idle = { byWorkspace: new Map<number, number>(), byApplication: new Map<string, number>() };

  it('lets no workspace wait for all of another', () => {
    const large = Array.from({ length: 150 }, (_, tenant) => due(1, tenant));
    const chosen = chooseStarts([...large, due(2, 1_000), due(2, 1_001)], idle);
    const places = chosen.map(({ due: { workspaceId } }) => workspaceId);
    expect(places.slice(0, 4).filter((workspaceId) => workspaceId === 2)).toHaveLength(2);
    expect(chosen).toHaveLength(152);
  });

  it('counts what is under way', () => {
    const active = { ...idle, byWorkspace: new Map([[1, budgets.workspace - 1]]) };
    const chosen = chooseStarts([due(1, 1), due(1, 2), due(2, 3)], active);
    expect(chosen.map(({ due: { tenantId } }) => tenantId)).toEqual([3, 1]);
  });

  it('keeps the budget of an application over all its workspaces', () => {
    const active = { ...idle, byApplication: new Map([['app', budgets.application - 1]]) };
    const chosen = chooseStarts([due(1, 1, 'app'), due(2, 2, 'app'), due(2, 3, 'other'), due(2, 4)], active);
    expect(chosen.map(({ due: { tenantId } }) => tenantId)).toEqual([1, 3, 4]);
  });
});
