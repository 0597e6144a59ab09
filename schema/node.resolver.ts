import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { badInput, notFound } from '../core/fault.ts';
import { parseGlobalId, type IdKind } from '../core/global-id.ts';
import type { RequestContext } from './context.ts';
import type { Loaders } from './loaders.ts';
import { NodeType, type Found } from './node.ts';

/** As many as the largest page. */
const maxIds = 100;

/** Types that have an id and are no Node are not found by it. */
const loads: Partial<Record<IdKind, readonly [string, (loaders: Loaders) => Loaders[LoaderName]]>> = {
  workspace: ['Workspace', ({ workspace }) => workspace],
  user: ['User', ({ user }) => user],
  tenant: ['Tenant', ({ tenant }) => tenant],
  connection: ['ProviderConnection', ({ connection }) => connection],
  run: ['OperationRun', ({ wholeRun }) => wholeRun],
  finding: ['Finding', ({ finding }) => finding],
  item: ['InventoryItem', ({ inventoryItem }) => inventoryItem],
  token: ['ApiToken', ({ apiToken }) => apiToken],
  schedule: ['Schedule', ({ schedule }) => schedule],
  session: ['TenantOnboardingSession', ({ onboardingSession }) => onboardingSession],
};
type LoaderName =
  | 'workspace'
  | 'user'
  | 'tenant'
  | 'connection'
  | 'wholeRun'
  | 'finding'
  | 'inventoryItem'
  | 'apiToken'
  | 'schedule'
  | 'onboardingSession';

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
  const [typeName, loaderOf] = loads[kind] ?? [];
  if (typeName === undefined || loaderOf === undefined) throw notFound();
  const found = await loaderOf(loaders).load(row);
  if (found === null) throw notFound();
  return { ...found, __typename: typeName };
}
