import { GraphQLJSON } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import type { NextStep } from '../../core/reasons/next-steps.ts';
import type { OperationRun, RunEvent, RunOutcome, RunStatus, SummaryCounts } from '../../core/runs/run.ts';
import { createConnectionType } from '../relay.ts';
import { OperationRunOutcome, OperationRunStatus } from '../enums.ts';
import { NodeType } from '../node.ts';

type FromRow =
  | 'id'
  | 'type'
  | 'status'
  | 'outcome'
  | 'version'
  | 'attempt'
  | 'summaryCounts'
  | 'reasonCode'
  | 'isRehearsal';

@ObjectType('OperationRun', {
  implements: NodeType,
  description: 'The canonical record of a long-running action, from queued to completed.',
})
export class OperationRunType extends NodeType implements Pick<OperationRun, FromRow> {
  @Field(() => String, { description: 'Which operation, e.g. provider.connection.check.' })
  readonly type!: OperationRun['type'];

  @Field(() => OperationRunStatus, { description: 'queued, running, completed; never backwards.' })
  readonly status!: RunStatus;

  @Field(() => OperationRunOutcome, { description: 'How it ended; PENDING until it is completed.' })
  readonly outcome!: RunOutcome;

  @Field(() => Int, { description: '+1 with every change: orders what a subscriber sees.' })
  readonly version!: number;

  @Field(() => Int, { description: 'How often a worker has taken it; more than 1 when a worker was lost.' })
  readonly attempt!: number;

  @Field(() => GraphQLJSON, { description: 'Progress and totals by name.' })
  readonly summaryCounts!: SummaryCounts;

  @Field(() => String, { nullable: true, description: 'Why the start was refused; null otherwise.' })
  readonly reasonCode!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether it tries a credential that is not in use: then it is never the tenant’s latest verification.',
  })
  readonly isRehearsal!: boolean;

  @Field(() => Date, { description: 'When it was asked for.' })
  readonly createdAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When a worker first took it.' })
  readonly startedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it ended.' })
  readonly completedAt!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When somebody asked for it to stop while it was running; it ends within seconds.',
  })
  readonly cancelRequestedAt!: Date | null;
}

export const OperationRunConnection = createConnectionType('OperationRun', () => OperationRunType);

@ObjectType('TargetScope', { description: 'What the run was pointed at when it was started.' })
export class TargetScopeType {
  @Field(() => String, { description: 'The directory’s GUID.' })
  readonly entraTenantId!: string;

  @Field(() => String, { nullable: true, description: 'The tenant’s name at that time.' })
  readonly entraTenantName!: string | null;
}

@ObjectType('RunProgress', { description: 'How far a run has come.' })
export class RunProgressType {
  @Field(() => Int, { description: 'Steps that are finished.' })
  readonly completed!: number;

  @Field(() => Int, { description: 'All steps; 0 before the run has started.' })
  readonly total!: number;

  @Field(() => String, { description: 'What a step is, in the plural: checks, or collections for a sync.' })
  readonly unit!: string;

  @Field(() => String, { nullable: true, description: 'Title of the step that is under way.' })
  readonly current!: string | null;
}

@ObjectType('RunFailure', { description: 'One thing that made the run fail.' })
export class RunFailureType {
  @Field(() => String, {
    description:
      'Where: a check’s key, part.<kind>, or start.blocked, safety_stop, run.abandoned, run.cancelled.',
  })
  readonly code!: string;

  @Field(() => String, { description: 'Why, as a code of the reason catalogue.' })
  readonly reasonCode!: string;

  @Field(() => String, { description: 'Why, as a sentence.' })
  readonly message!: string;
}

@ObjectType('NextStep', { description: 'What to do about it: the next click.' })
export class NextStepType implements NextStep {
  @Field(() => String, { description: 'What the click does.' })
  readonly label!: string;

  @Field(() => String, { description: 'Where it leads: absolute, or a path of the web application.' })
  readonly url!: string;
}

@ObjectType('RunEvent', { description: 'One line of a run’s timeline.' })
export class RunEventType implements RunEvent {
  @Field(() => Int, { description: 'Place in the timeline: 1, 2, 3, … without gaps.' })
  readonly seq!: number;

  @Field(() => Date, { description: 'When.' })
  readonly at!: Date;

  @Field(() => String, {
    description:
      'queued, blocked, started, attempt, check_finished, part_finished, safety_stop, requeued, cancel_requested, completed.',
  })
  readonly kind!: RunEvent['kind'];

  @Field(() => String, { description: 'What happened, as a sentence.' })
  readonly message!: string;

  @Field(() => String, { nullable: true, description: 'The check it is about.' })
  readonly checkKey!: string | null;
}
