import { it } from 'vitest';
import { peopleOf, tokensOf, walkWorlds } from './walk-worlds.ts';

it('of three worlds in one database, no viewer of one is led into another', async () => {
  await walkWorlds(3, (world) => [...peopleOf(world), ...tokensOf(world)]);
}, 1_200_000);
