import fc from 'fast-check';
import { expect } from 'vitest';
import { startTestApp } from '../../support/test-app.ts';
import { personIn, tokenIn, type Entitlement } from './entitlement.ts';
import { digestOfDatabase, storeWorld } from './store.ts';
import { fetchSchema, walkCounts, walkQueries } from './walk.ts';
import { walkNodes } from './walk-nodes.ts';
import { walkMutations } from './walk-mutations.ts';
import { walkSubscriptions } from './walk-subscriptions.ts';
import { buildWorld, plans, type World } from './world.ts';

/** For members and for people who are none. */
export const peopleOf = (world: World): Entitlement[] => world.users.map((userId) => personIn(world, userId));

/** As many as there are people: of every user, and of each workspace. */
export const tokensOf = (world: World): Entitlement[] =>
  world.tokens.filter((_, index) => index % 3 === 0).map((token) => tokenIn(world, token));

export interface Walks {
  readonly worlds: number;
  readonly viewersOf: (world: World) => Entitlement[];
  /** Of every viewer, see Walkable. One more makes three times as many documents; one is enough to miss any guard, see guards/. */
  readonly hops: number;
}

/**
 * Walks random worlds, each of which adds to what is foreign in the next. Another seed with every run, which a failure
 * prints.
 */
export async function walkWorlds({ worlds, viewersOf, hops }: Walks): Promise<void> {
  await using app = await startTestApp({ roles: new Set(['api']) });
  const schema = await fetchSchema(await app.as('owner'));
  let base = 7_000_000_000;
  await fc.assert(
    fc.asyncProperty(plans, async (plan) => {
      const world = buildWorld(plan, (base += 10_000));
      await storeWorld(app.connection, world);
      const before = await digestOfDatabase(app.connection);
      const walk = { url: app.url, schema, world, hops, neverIssued: 7_999_999_999 };
      for (const viewer of viewersOf(world)) {
        await walkQueries(walk, viewer);
        await walkNodes(walk, viewer);
        await walkCounts(walk, viewer);
        await walkMutations(walk, viewer);
        await walkSubscriptions(walk, viewer);
      }
      expect(await digestOfDatabase(app.connection)).toBe(before);
    }),
    // Shrinking would walk dozens of smaller worlds; the seed and the message say enough.
    { numRuns: worlds, endOnFailure: true, includeErrorInReport: true },
  );
}
