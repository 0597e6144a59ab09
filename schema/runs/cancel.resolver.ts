import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { parseId } from '../../core/global-id.ts';
import type { OperationRun } from '../../core/runs/run.ts';
import type { RequestContext } from '../context.ts';
import { OperationRunType } from './operation-run.type.ts';

@InputType('CancelOperationRunInput', { description: 'The run to cancel.' })
class CancelOperationRunInput {
  @Field(() => ID, { description: 'The run.' })
  readonly runId!: string;
}

@ObjectType('OperationRunPayload', { description: 'The run’s current state.' })
class OperationRunPayload {
  @Field(() => OperationRunType, { description: 'The run.' })
  readonly run!: OperationRun;
}

@Resolver()
export class CancelResolver {
  @Mutation(() => OperationRunPayload, {
    description:
      'Cancels a run: immediately if it is queued, within seconds if it is running. Results so far are kept. CONFLICT if it is completed. Needs the capability that starts this type of run.',
  })
  async cancelOperationRun(
    @Arg('input', () => CancelOperationRunInput, { description: 'The run to cancel.' })
    { runId }: CancelOperationRunInput,
    @Ctx() context: RequestContext,
  ): Promise<OperationRunPayload> {
    const run = await context.flows.cancelRun(context.signIn.viewer, parseId('run', runId));
    context.refresh();
    return { run };
  }
}
