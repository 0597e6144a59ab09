import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { OperationRun } from '../../core/runs/run.ts';
import type { RequestContext } from '../context.ts';
import { parseId } from '../ids.ts';
import { OperationRunType } from './operation-run.type.ts';

@InputType('CancelOperationRunInput', { description: 'Which run to stop.' })
class CancelOperationRunInput {
  @Field(() => ID, { description: 'The run.' })
  readonly runId!: string;
}

@ObjectType('OperationRunPayload', { description: 'The run as it is now.' })
class OperationRunPayload {
  @Field(() => OperationRunType, { description: 'The run.' })
  readonly run!: OperationRun;
}

@Resolver()
export class CancelResolver {
  @Mutation(() => OperationRunPayload, {
    description:
      'Stops a run: a queued one at once, a running one within seconds, keeping what it has found. A completed run is a CONFLICT. Needs the capability that starts such a run.',
  })
  async cancelOperationRun(
    @Arg('input', () => CancelOperationRunInput, { description: 'What to stop.' })
    { runId }: CancelOperationRunInput,
    @Ctx() { flows, signIn }: RequestContext,
  ): Promise<OperationRunPayload> {
    return { run: await flows.cancelRun(signIn.viewer, parseId(runId)) };
  }
}
