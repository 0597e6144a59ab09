import { ArgsType, Field } from 'type-graphql';
import { badInput } from '../../core/fault.ts';
import { isOperationType, operationTypes, type OperationType } from '../../core/runs/operation-types.ts';
import type { RunFilter, RunOutcome, RunStatus, RunTrigger } from '../../core/runs/run.ts';
import { PageArgs } from '../relay.ts';
import { OperationRunOutcome, OperationRunStatus, OperationRunTrigger } from '../enums.ts';

@ArgsType()
export class RunListArgs extends PageArgs {
  @Field(() => [String], { nullable: true, description: 'Only runs of these types.' })
  readonly types?: string[] | null;

  @Field(() => [OperationRunStatus], { nullable: true, description: 'Only runs with one of these statuses.' })
  readonly status?: RunStatus[] | null;

  @Field(() => [OperationRunOutcome], {
    nullable: true,
    description: 'Only runs with one of these outcomes.',
  })
  readonly outcome?: RunOutcome[] | null;

  @Field(() => [OperationRunTrigger], { nullable: true, description: 'Only runs started by one of these.' })
  readonly trigger?: RunTrigger[] | null;
}

export function toRunFilter(
  scope: Pick<RunFilter, 'workspaceId' | 'tenantId' | 'connectionId'>,
  { types, status, outcome, trigger }: RunListArgs,
): RunFilter {
  return {
    ...scope,
    types: types == null ? null : types.map(parseOperationType),
    status: status ?? null,
    outcome: outcome ?? null,
    triggers: trigger ?? null,
  };
}

export function parseOperationType(type: string): OperationType {
  if (isOperationType(type)) return type;
  throw badInput(
    'types',
    `There is no operation type ${JSON.stringify(type)}. There are: ${Object.keys(operationTypes).join(', ')}.`,
  );
}
