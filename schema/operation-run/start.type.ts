import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { NextStep } from '../../core/next-steps.ts';
import type { OperationRun } from '../../core/run.ts';
import type { StartAnswer } from '../../flows/start-operation.ts';
import { StartResult } from '../enums.ts';
import { NextStepType, OperationRunType } from './operation-run.type.ts';

@InputType('StartVerificationInput', { description: 'Which tenant to verify, and over which connection.' })
export class StartVerificationInput {
  @Field(() => ID, { description: 'The tenant.' })
  readonly tenantId!: string;

  @Field(() => ID, { nullable: true, description: 'One of its connections; left out, its default.' })
  readonly providerConnectionId?: string | null;
}

@ObjectType('StartOperationPayload', { description: 'What became of the request.' })
export class StartOperationPayload {
  @Field(() => StartResult, { description: 'Started, already under way, in the way of another, or refused.' })
  readonly result!: StartAnswer['result'];

  @Field(() => OperationRunType, {
    description: 'The run that was started, is under way, is in the way, or records the refusal.',
  })
  readonly run!: OperationRun;

  @Field(() => String, { nullable: true, description: 'Why it was refused; null otherwise.' })
  readonly reasonCode!: string | null;

  @Field(() => [NextStepType], { description: 'What to do about a refusal.' })
  readonly nextSteps!: readonly NextStep[];
}
