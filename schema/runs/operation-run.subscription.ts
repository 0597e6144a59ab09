import { Arg, Ctx, ID, Resolver, Root, Subscription, type SubscribeResolverData } from 'type-graphql';
import { parseId } from '../../core/global-id.ts';
import type { OperationRun } from '../../core/runs/run.ts';
import type { WorkspaceWatch } from '../../flows/live/watch-run.ts';
import type { Delivery } from '../../flows/live/watch.ts';
import type { RequestContext } from '../context.ts';
import { parseOperationType } from './operation-run.args.ts';
import { OperationRunType } from './operation-run.type.ts';

type Subscribing<A> = SubscribeResolverData<unknown, A, RequestContext>;

/** type-graphql's own pub/sub is not used: it buffers without bound for a slow reader. `subscribe` is our iterator. */
@Resolver()
export class OperationRunSubscription {
  @Subscription(() => OperationRunType, {
    description: 'The run now, then after every change in version order. Ends when the run is completed.',
    subscribe: ({ args, context }: Subscribing<{ id: string }>) =>
      context.flows.watchRun(context.signIn, parseId('run', args.id)),
  })
  operationRun(
    @Root() delivery: Delivery,
    @Arg('id', () => ID, { description: 'The run.' }) _id: string,
    @Ctx() context: RequestContext,
  ): OperationRun | null {
    return receive(delivery, context);
  }

  @Subscription(() => OperationRunType, {
    nullable: true,
    description:
      'The tenant’s latest attempt now, then after every change, following newer attempts. Never ends on its own.',
    subscribe: ({ args, context }: Subscribing<{ tenantId: string }>) =>
      context.flows.watchTenantVerification(context.signIn, parseId('tenant', args.tenantId)),
  })
  tenantVerification(
    @Root() delivery: Delivery,
    @Arg('tenantId', () => ID, { description: 'The tenant.' }) _tenantId: string,
    @Ctx() context: RequestContext,
  ): OperationRun | null {
    return receive(delivery, context);
  }

  @Subscription(() => OperationRunType, {
    description:
      'Every change to a run the viewer can see in the workspace. Starts with active runs and those completed within the last minute, so that a client that reconnects misses no completion. Never ends on its own.',
    subscribe: ({ args, context }: Subscribing<WorkspaceRunsArgs>) =>
      context.flows.watchWorkspaceRuns(context.signIn, toWorkspaceWatch(args)),
  })
  workspaceRuns(
    @Root() delivery: Delivery,
    @Arg('workspaceId', () => ID, { description: 'The workspace.' }) _workspaceId: string,
    @Arg('tenantId', () => ID, { nullable: true, description: 'Only runs of this tenant.' })
    _tenantId: string | null,
    @Arg('types', () => [String], { nullable: true, description: 'Only runs of these types.' })
    _types: string[] | null,
    @Ctx() context: RequestContext,
  ): OperationRun | null {
    return receive(delivery, context);
  }
}

interface WorkspaceRunsArgs {
  readonly workspaceId: string;
  readonly tenantId?: string | null;
  readonly types?: readonly string[] | null;
}

function toWorkspaceWatch({ workspaceId, tenantId, types }: WorkspaceRunsArgs): WorkspaceWatch {
  return {
    workspaceId: parseId('workspace', workspaceId),
    tenantId: tenantId == null ? null : parseId('tenant', tenantId),
    types: types == null ? null : types.map(parseOperationType),
  };
}

function receive(delivery: Delivery, context: RequestContext): OperationRun | null {
  if (delivery.kind === 'ended') throw delivery.fault;
  context.refresh(delivery.state);
  return delivery.state?.run ?? null;
}
