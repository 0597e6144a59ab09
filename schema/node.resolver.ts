import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { badInput, notFound } from '../core/fault.ts';
import { parseGlobalId, type IdKind } from '../core/global-id.ts';
import type { RequestContext } from './context.ts';
import { typeNames } from './global-ids.ts';
import type { Loaders } from './loaders.ts';
import { NodeType, type Found } from './node.ts';

/** As many as the largest page. */
const maxIds = 100;

/** Types that have an id and are no Node are not found by it. */
const loads: Partial<Record<IdKind, (loaders: Loaders, row: number) => Promise<object | null>>> = {
  workspace: ({ workspace }, row) => workspace.load(row),
  // Of those who have left only a name in what they did is shown, to those who see that.
  user: ({ colleague }, row) => colleague.load(row),
  tenant: ({ tenant }, row) => tenant.load(row),
  connection: ({ connection }, row) => connection.load(row),
  run: ({ wholeRun }, row) => wholeRun.load(row),
  finding: ({ finding }, row) => finding.load(row),
  item: ({ inventoryItem }, row) => inventoryItem.load(row),
  policy: ({ policy }, row) => policy.load(row),
  backupset: ({ backupSet }, row) => backupSet.load(row),
  token: ({ apiToken }, row) => apiToken.load(row),
  schedule: ({ schedule }, row) => schedule.load(row),
  session: ({ onboardingSession }, row) => onboardingSession.load(row),
};

@Resolver()
export class NodeResolver {
  @Query(() => NodeType, {
    nullable: true,
    description: 'Anything that implements Node, by its id; NOT_FOUND for what the viewer cannot see.',
  })
  async node(
    @Arg('id', () => ID, { description: 'The id as an answer gave it; a plain number names nothing here.' })
    id: string,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Found> {
    return await load(loaders, id);
  }

  @Query(() => [NodeType], {
    nullable: 'items',
    description: 'The same for many ids, in their order; null and an error for each that is not found.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: 'At most 100 ids.' }) ids: string[],
    @Ctx() { loaders }: RequestContext,
  ): Promise<Found>[] {
    if (ids.length > maxIds) throw badInput('ids', `Name at most ${maxIds} ids.`);
    return ids.map((id) => load(loaders, id));
  }
}

async function load(loaders: Loaders, id: string): Promise<Found> {
  const { kind, row } = parseGlobalId(id);
  const found = await loads[kind]?.(loaders, row);
  const typeName = typeNames[kind];
  if (found == null || typeName === undefined) throw notFound();
  return { ...found, __typename: typeName };
}
