import { expect, it } from 'vitest';
import type { Workspace } from '../../../core/tenants/workspace.ts';
import { createSharedCounts } from '../../../flows/tenants/shared-counts.ts';

const viewer = (userId: number) => ({ userId, workspaceId: null, scopes: null });
const thawed = { frozenUntil: null, frozenReason: null, frozenByUserId: null };
const workspace: Workspace = {
  id: 1,
  name: 'One',
  slug: 'one',
  role: 'owner',
  accessEpoch: 7,
  timeZone: 'UTC',
  ...thawed,
};

/** Counts that end when they are told to, on a clock of their own. */
function createWorld() {
  let nowMs = 0;
  const slept: number[] = [];
  const begun: PromiseWithResolvers<number>[] = [];
  const counts = createSharedCounts({
    nowMs: () => nowMs,
    sleep: (ms) => {
      slept.push(ms);
      nowMs += ms;
      return Promise.resolve();
    },
  });
  const ask = (of: Partial<Workspace> = {}, userId = 1, what: readonly unknown[] = ['overview']) =>
    counts.of({ workspace: { ...workspace, ...of }, viewer: viewer(userId), what }, () => {
      const one = Promise.withResolvers<number>();
      begun.push(one);
      return one.promise;
    });
  const end = (index: number, tookMs: number) => {
    nowMs += tookMs;
    begun[index]?.resolve(index);
  };
  return {
    ask,
    end,
    begun,
    slept,
    until: async (length: number) => await expect.poll(() => begun.length).toBe(length),
  };
}

it('counts once for all who ask before the count begins, and anew for who asks after', async () => {
  const world = createWorld();
  const [first, second] = [world.ask(), world.ask({}, 2)];
  await world.until(1);
  const [later, last] = [world.ask(), world.ask({}, 2)];
  world.end(0, 5);
  expect(await Promise.all([first, second])).toEqual([0, 0]);
  await world.until(2);
  world.end(1, 5);
  expect(await Promise.all([later, last])).toEqual([1, 1]);
  expect(world.begun).toHaveLength(2);
});

it('shares nothing between epochs, workspaces, questions, and people who see different tenants', async () => {
  const world = createWorld();
  const asked = [
    world.ask(),
    world.ask({ accessEpoch: 8 }),
    world.ask({ id: 2 }),
    world.ask({ role: 'operator' }, 2),
    world.ask({ role: 'operator' }, 3),
    world.ask({}, 1, ['reasons', 5]),
  ];
  await world.until(asked.length);
  asked.forEach((_, index) => world.end(index, 0));
  expect(await Promise.all(asked)).toEqual([0, 1, 2, 3, 4, 5]);
});

it('does not fail one for what another did', async () => {
  const world = createWorld();
  const [first, second] = [world.ask(), world.ask({}, 2)];
  await world.until(1);
  world.begun[0]?.reject(new Error('too many reads'));
  await expect(first).rejects.toThrow('too many reads');
  await world.until(2);
  world.end(1, 0);
  expect(await second).toBe(1);
});

it('answers at once until it has worked for half a second, and then keeps to a twentieth of the time', async () => {
  const world = createWorld();
  for (let index = 0; index < 60; index += 1) {
    const answer = world.ask();
    await world.until(index + 1);
    world.end(index, 10);
    await answer;
  }
  expect(world.slept.length).toBeLessThanOrEqual(10);
  expect(world.slept.length).toBeGreaterThan(5);
  for (const ms of world.slept) expect(ms).toBeLessThanOrEqual(200);
});
