import { it } from 'vitest';
import { peopleOf, walkWorlds } from './walk-worlds.ts';

it('no path through the schema leads a person further than their entitlements, and foreign is the same as absent', async () => {
  await walkWorlds({ worlds: 1, viewersOf: peopleOf, hops: 1 });
}, 600_000);
