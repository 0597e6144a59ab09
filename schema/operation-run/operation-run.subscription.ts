import { Arg, Ctx, ID, Resolver, Root, Subscription, type SubscribeResolverData } from 'type-graphql';
import type { OperationRun } from '../../core/run.ts';
import type { Delivery } from '../../flows/watch-run.ts';
import type { RequestContext } from '../context.ts';
import { parseId } from '../ids.ts';
import { OperationRunType } from './operation-run.type.ts';

type Subscribing<A> = SubscribeResolverData<unknown, A, RequestContext>;

/** type-graphql's own pub/sub is not used: it buffers without bound for a slow reader. `subscribe` is our iterator. */
@Resolver()
export class OperationRunSubscription {
  @Subscription(() => OperationRunType, {
    description:
      'The run now, then after every change, in version order, until it is completed; then it completes.',
    subscribe: ({ args, context }: Subscribing<{ id: string }>) =>
      context.flows.watchRun(context.signIn, parseId(args.id)),
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
      'The tenant’s latest attempt now, then every change, following newer attempts as they start. Does not complete by itself.',
    subscribe: ({ args, context }: Subscribing<{ tenantId: string }>) =>
      context.flows.watchTenantVerification(context.signIn, parseId(args.tenantId)),
  })
  tenantVerification(
    @Root() delivery: Delivery,
    @Arg('tenantId', () => ID, { description: 'The tenant.' }) _tenantId: string,
    @Ctx() context: RequestContext,
  ): OperationRun | null {
    return receive(delivery, context);
  }
}

function receive(delivery: Delivery, context: RequestContext): OperationRun | null {
  context.refresh();
  if (delivery.kind === 'ended') throw delivery.fault;
  return delivery.run;
}
