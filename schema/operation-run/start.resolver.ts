import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../context.ts';
import { parseId } from '../ids.ts';
import { StartOperationPayload, StartVerificationInput } from './start.type.ts';

@Resolver()
export class StartResolver {
  @Mutation(() => StartOperationPayload, {
    description: 'Queues a verification and answers at once; the run reports live and leaves a report.',
  })
  async startVerification(
    @Arg('input', () => StartVerificationInput, { description: 'What to verify.' })
    input: StartVerificationInput,
    @Ctx() { flows, signIn }: RequestContext,
  ): Promise<StartOperationPayload> {
    const { result, run, reason, nextSteps } = await flows.startVerification(signIn.viewer, {
      tenantId: parseId(input.tenantId),
      connectionId: input.providerConnectionId == null ? null : parseId(input.providerConnectionId),
    });
    return { result, run, reasonCode: reason, nextSteps };
  }
}
