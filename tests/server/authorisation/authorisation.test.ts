import fc from 'fast-check';
import type { GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { personIn, tokenIn, type Entitlement } from './entitlement.ts';
import { digestOfDatabase, storeWorld } from './store.ts';
import { fetchSchema, walkCounts, walkQueries } from './walk.ts';
import { walkMutations } from './walk-mutations.ts';
import { walkSubscriptions } from './walk-subscriptions.ts';
import { buildWorld, plans, type World } from './world.ts';

let app: TestApp;
let schema: GraphQLSchema;
beforeAll(async () => {
  app = await startTestApp({ roles: new Set(['api']) });
  schema = await fetchSchema(await app.as('owner'));
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

/** Each world adds to what is foreign in the next. Another seed with every run; one world takes some ten seconds. */
const worlds = 2;
const hops = 2;

/** Everybody, and as many tokens: for members and for people who are none. */
function viewersOf(world: World): Entitlement[] {
  const tokens = world.tokens.filter((_, index) => index % 3 === 0);
  return [
    ...world.users.map((userId) => personIn(world, userId)),
    ...tokens.map((token) => tokenIn(world, token)),
  ];
}

it('no path through the schema leads further than the viewer’s entitlements, and foreign is the same as absent', async () => {
  let base = 7_000_000_000;
  await fc.assert(
    fc.asyncProperty(plans, async (plan) => {
      const world = buildWorld(plan, (base += 10_000));
      await storeWorld(app.connection, world);
      const before = await digestOfDatabase(app.connection);
      const walk = { url: app.url, schema, world, hops, neverIssued: 7_999_999_999 };
      for (const viewer of viewersOf(world)) {
        await walkQueries(walk, viewer);
        await walkCounts(walk, viewer);
        await walkMutations(walk, viewer);
        await walkSubscriptions(walk, viewer);
      }
      expect(await digestOfDatabase(app.connection)).toBe(before);
    }),
    // Shrinking would walk dozens of smaller worlds; the seed and the message say enough.
    { numRuns: worlds, endOnFailure: true, includeErrorInReport: true },
  );
}, 300_000);
