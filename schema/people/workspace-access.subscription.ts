import { Arg, Ctx, ID, Resolver, Root, Subscription, type SubscribeResolverData } from 'type-graphql';
import { parseId } from '../../core/global-id.ts';
import { notFound } from '../../core/fault.ts';
import type { Workspace } from '../../core/tenants/workspace.ts';
import type { Delivery } from '../../flows/live/watch.ts';
import type { RequestContext } from '../context.ts';
import { WorkspaceType } from '../tenants/workspace.type.ts';

type Subscribing = SubscribeResolverData<unknown, { workspaceId: string }, RequestContext>;

@Resolver()
export class WorkspaceAccessSubscription {
  @Subscription(() => WorkspaceType, {
    description:
      'The workspace now, then whenever the viewer’s role in it or on one of its tenants changes: refetch what they may do. Ends with NOT_FOUND when the viewer is removed. Never ends on its own.',
    subscribe: ({ args, context }: Subscribing) =>
      context.flows.watchAccess(context.signIn, parseId('workspace', args.workspaceId)),
  })
  async workspaceAccess(
    @Root() delivery: Delivery,
    @Arg('workspaceId', () => ID, { description: 'The workspace.' }) workspaceId: string,
    @Ctx() context: RequestContext,
  ): Promise<Workspace> {
    if (delivery.kind === 'ended') throw delivery.fault;
    context.refresh();
    const workspace = await context.loaders.workspace.load(parseId('workspace', workspaceId));
    if (workspace === null) throw notFound();
    return workspace;
  }
}
