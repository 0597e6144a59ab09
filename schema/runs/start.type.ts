import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { NextStep } from '../../core/reasons/next-steps.ts';
import type { OperationRun } from '../../core/runs/run.ts';
import type { StartAnswer } from '../../flows/runs/start-operation.ts';
import { StartResult } from '../enums.ts';
import { idempotencyKeyDescription } from '../idempotency-key.ts';
import { NextStepType, OperationRunType } from './operation-run.type.ts';

@InputType('StartVerificationInput', { description: 'Which tenant to verify, and over which connection.' })
export class StartVerificationInput {
  @Field(() => ID, { description: 'The tenant.' })
  readonly tenantId!: string;

  @Field(() => ID, { nullable: true, description: 'One of its connections; left out, its default.' })
  readonly providerConnectionId?: string | null;

  @Field(() => String, { nullable: true, description: idempotencyKeyDescription })
  readonly idempotencyKey?: string | null;
}

@InputType('StartOperationInput', { description: 'Which operation to start, and on what.' })
export class StartOperationInput extends StartVerificationInput {
  @Field(() => String, { description: 'A type of `operationTypes` that is started by START_OPERATION.' })
  readonly type!: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'entra.groups.sync only: remove what is missing from the directory also when that is more than half. For after a safety stop, when somebody has looked.',
  })
  readonly acceptRemovals?: boolean | null;
}

@InputType('StartWorkspaceVerificationInput', { description: 'Which tenants of a workspace to verify.' })
export class StartWorkspaceVerificationInput {
  @Field(() => ID, { description: 'The workspace.' })
  readonly workspaceId!: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'These tenants, at most 1,000; left out, every tenant you may verify that is not archived.',
  })
  readonly tenantIds?: string[] | null;

  @Field(() => String, { nullable: true, description: idempotencyKeyDescription })
  readonly idempotencyKey?: string | null;
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

@ObjectType('StartWorkspaceVerificationPayload', {
  description: 'One answer per tenant, and how many of each.',
})
export class StartWorkspaceVerificationPayload {
  @Field(() => [StartOperationPayload], { description: 'In the order in which the tenants were added.' })
  readonly results!: readonly StartOperationPayload[];

  @Field(() => Int, { description: 'New runs.' })
  readonly started!: number;

  @Field(() => Int, { description: 'Runs that were under way already.' })
  readonly deduped!: number;

  @Field(() => Int, { description: 'Tenants whose connection is busy with another operation.' })
  readonly scopeBusy!: number;

  @Field(() => Int, { description: 'Tenants that lack a prerequisite.' })
  readonly blocked!: number;
}
