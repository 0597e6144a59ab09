import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { NextStep } from '../../core/reasons/next-steps.ts';
import type { OperationRun } from '../../core/runs/run.ts';
import type { StartAnswer } from '../../flows/runs/start-operation.ts';
import { StartResult } from '../enums.ts';
import { idempotencyKeyDescription } from '../idempotency-key.ts';
import { NextStepType, OperationRunType } from './operation-run.type.ts';

@InputType('StartVerificationInput', { description: 'The tenant to verify, and the connection to use.' })
export class StartVerificationInput {
  @Field(() => ID, { description: 'The tenant.' })
  readonly tenantId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'One of its connections; defaults to the tenant’s default connection.',
  })
  readonly providerConnectionId?: string | null;

  @Field(() => String, { nullable: true, description: idempotencyKeyDescription })
  readonly idempotencyKey?: string | null;
}

@InputType('StartOperationInput', { description: 'The operation to start, and its target.' })
export class StartOperationInput extends StartVerificationInput {
  @Field(() => String, { description: 'A type of `operationTypes` that is started by START_OPERATION.' })
  readonly type!: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'entra.groups.sync only: accept removals even if they exceed half of the groups. Use it after a safety stop, once someone has confirmed them.',
  })
  readonly acceptRemovals?: boolean | null;
}

@InputType('StartWorkspaceVerificationInput', { description: 'The tenants of a workspace to verify.' })
export class StartWorkspaceVerificationInput {
  @Field(() => ID, { description: 'The workspace.' })
  readonly workspaceId!: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'The tenants, at most 1,000; defaults to every active tenant you may verify.',
  })
  readonly tenantIds?: string[] | null;

  @Field(() => String, { nullable: true, description: idempotencyKeyDescription })
  readonly idempotencyKey?: string | null;
}

@ObjectType('StartOperationPayload', { description: 'The result of the request.' })
export class StartOperationPayload {
  @Field(() => StartResult, {
    description:
      'Whether it was started, was already running, is blocked by another operation, or was refused.',
  })
  readonly result!: StartAnswer['result'];

  @Field(() => OperationRunType, {
    description: 'The run that was started, is already running, blocks this one, or records the refusal.',
  })
  readonly run!: OperationRun;

  @Field(() => String, { nullable: true, description: 'Reason code if it was refused; null otherwise.' })
  readonly reasonCode!: string | null;

  @Field(() => [NextStepType], { description: 'What to do if it was refused.' })
  readonly nextSteps!: readonly NextStep[];
}

@ObjectType('StartWorkspaceVerificationPayload', {
  description: 'One result per tenant, and totals.',
})
export class StartWorkspaceVerificationPayload {
  @Field(() => [StartOperationPayload], { description: 'In the order in which the tenants were added.' })
  readonly results!: readonly StartOperationPayload[];

  @Field(() => Int, { description: 'New runs.' })
  readonly started!: number;

  @Field(() => Int, { description: 'Runs that were already active.' })
  readonly deduped!: number;

  @Field(() => Int, { description: 'Tenants whose connection is busy with another operation.' })
  readonly scopeBusy!: number;

  @Field(() => Int, { description: 'Tenants that lack a prerequisite.' })
  readonly blocked!: number;
}
