import { it } from 'vitest';
import { peopleOf, tokensOf, walkWorlds } from './walk-worlds.ts';
import type { World } from './world.ts';

// The limits only guard against hanging: each walk takes minutes on an idle machine.
const guard = 1_200_000;

it(
  'of three worlds in one database, no viewer of one is led into another',
  async () => {
    const viewersOf = (world: World) => [...peopleOf(world), ...tokensOf(world)];
    await walkWorlds({ worlds: 3, viewersOf, hops: 1 });
  },
  guard,
);

it(
  'neither a person nor a token is led further by one hop more',
  async () => {
    const seesATenant = ({ tenants }: { readonly tenants: ReadonlySet<number> }) => tenants.size > 0;
    const viewersOf = (world: World) =>
      [peopleOf(world), tokensOf(world)].flatMap((viewers) => viewers.filter(seesATenant).slice(0, 1));
    await walkWorlds({ worlds: 2, viewersOf, hops: 2 });
  },
  guard,
);
