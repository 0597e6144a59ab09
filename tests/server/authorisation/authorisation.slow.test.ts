import { it } from 'vitest';
import { peopleOf, tokensOf, walkWorlds } from './walk-worlds.ts';
import type { World } from './world.ts';

it('of three worlds in one database, no viewer of one is led into another', async () => {
  const viewersOf = (world: World) => [...peopleOf(world), ...tokensOf(world)];
  await walkWorlds({ worlds: 3, viewersOf, hops: 2 });
  // Five minutes on an idle machine; only a guard against hanging.
}, 2_400_000);
