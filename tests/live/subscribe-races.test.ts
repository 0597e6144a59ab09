import { describe, expect, it } from 'vitest';
import type { LiveQueries } from '../../db/runs/live.ts';
import type { LiveHub } from '../../flows/live/hub.ts';
import type { Subject } from '../../flows/live/watch.ts';
import { readAll, show, startLiveTest, type LiveTest, type Seen } from './support/hub.ts';

/**
 * Every await of the subscribe path is a place where the world can change. Here it does, at each of them in turn: what
 * must hold afterward does not depend on where.
 */
const places = ['compareHeads', 'readStates', 'decideAccess'] as const;
type Place = (typeof places)[number];
type Moment = `${'before' | 'after'} ${Place}`;
const moments = places.flatMap((place): Moment[] => [`before ${place}`, `after ${place}`]);

/** Runs `act` once, at that moment of the first subscription; hints are told by hand, so that nothing else wakes the hub. */
async function startWith(moment: Moment, act: () => Promise<void>): Promise<LiveTest> {
  let isDue = true;
  const passing = async (passed: Moment) => {
    if (passed !== moment || !isDue) return;
    isDue = false;
    await act();
  };
  const wrap = (queries: LiveQueries): LiveQueries => ({
    async compareHeads(watched) {
      await passing('before compareHeads');
      const heads = await queries.compareHeads(watched);
      await passing('after compareHeads');
      return heads;
    },
    async readStates(ids) {
      await passing('before readStates');
      const states = await queries.readStates(ids);
      await passing('after readStates');
      return states;
    },
    async decideAccess(questions, now) {
      await passing('before decideAccess');
      const answers = await queries.decideAccess(questions, now);
      await passing('after decideAccess');
      return answers;
    },
  });
  return await startLiveTest({ hints: false, wrap });
}

const kinds = ['run', 'tenant', 'workspace'] as const;
const cases = kinds.flatMap((kind) => moments.map((moment) => ({ kind, moment })));

describe.concurrent.each([true, false])(
  'a change in the middle of subscribing (its hint arrives: %s)',
  (hinted) => {
    it.each(cases)('$kind, $moment', async ({ kind, moment }) => {
      let run = 0;
      await using test = await startWith(moment, async () => {
        await test.world.progress(run, 1);
        if (hinted) test.hub.onChange({ what: 'run', id: run });
      });
      const { world, hub } = test;
      const { signIn } = await world.addPerson();
      run = await world.startRun({ type: 'provider.connection.check' });
      const stream = await hub.watch(signIn, subjectOf(kind, run, test));
      let last = show((await stream.next()).value);
      const first = last;
      while (typeof last !== 'object' || last === null || last.version < 2)
        last = show((await stream.next()).value);
      // A snapshot that has the change already is not followed by the same state again.
      expect(last).toEqual({ id: run, version: 2, status: 'running' });
      expect(first).toMatchObject({ id: run });
      await stream.return?.();
      expect(hub.figures.watching).toBe(0);
    });
  },
);

describe.concurrent('a revocation in the middle of subscribing, its hint lost, then a change', () => {
  it.each(cases)('$kind, $moment', async ({ kind, moment }) => {
    let run = 0;
    let revoke = () => Promise.resolve();
    await using test = await startWith(moment, async () => {
      await revoke();
      await test.world.progress(run, 1);
      test.hub.onChange({ what: 'run', id: run });
    });
    const { world, hub } = test;
    const person = await world.addPerson();
    revoke = () => person.revoke();
    run = await world.startRun({ type: 'provider.connection.check' });
    const seen = await subscribeAndRead(hub, person.signIn, subjectOf(kind, run, test));
    expect(seen.filter((state) => typeof state === 'object' && state !== null && state.version > 1)).toEqual(
      [],
    );
    // A member of the workspace may go on watching it, without the tenant.
    expect(seen.at(-1)).toBe(kind === 'workspace' ? 'after the sweep' : 'NOT_FOUND');
  });
});

async function subscribeAndRead(
  hub: LiveHub,
  signIn: Parameters<LiveHub['watch']>[0],
  subject: Subject,
): Promise<(Seen | string | null | undefined)[]> {
  try {
    const stream = await hub.watch(signIn, subject);
    if (subject.kind !== 'workspace') return await readAll(stream);
    const reading = readAll(stream);
    const { ticks } = hub.figures;
    // The sweep finds the new epoch and asks again: two ticks later everything has been decided anew.
    while (hub.figures.ticks < ticks + 1) await new Promise((resolve) => setImmediate(resolve));
    await stream.return?.();
    return [...(await reading), 'after the sweep'];
  } catch (error) {
    return [(error as { code?: string }).code];
  }
}

function subjectOf(kind: Subject['kind'], run: number, { world }: LiveTest): Subject {
  if (kind === 'run') return { kind, id: run };
  if (kind === 'tenant') return { kind, id: world.tenantId };
  return { kind, id: world.workspaceId, tenantId: null, types: null };
}
