import { it } from 'vitest';
import { tokensOf, walkWorlds } from './walk-worlds.ts';

it('no path through the schema leads a token further than its entitlements, and foreign is the same as absent', async () => {
  await walkWorlds({ worlds: 1, viewersOf: tokensOf, hops: 1 });
}, 600_000);
