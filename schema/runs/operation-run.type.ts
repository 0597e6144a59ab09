import { Field, Int, ObjectType } from 'type-graphql';
import { Json } from '../scalars.ts';
import type { NextStep } from '../../core/reasons/next-steps.ts';
import type {
  OperationRun,
  RunEvent,
  RunOutcome,
  RunStatus,
  RunTrigger,
  SummaryCounts,
} from '../../core/runs/run.ts';
import { createConnectionType } from '../relay.ts';
import { OperationRunOutcome, OperationRunStatus, OperationRunTrigger } from '../enums.ts';
import { NodeType } from '../node.ts';

type FromRow =
  | 'id'
  | 'type'
  | 'status'
  | 'outcome'
  | 'trigger'
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
  @Field(() => String, { description: 'The operation type, such as provider.connection.check.' })
  readonly type!: OperationRun['type'];

  @Field(() => OperationRunStatus, { description: 'queued, running, completed; never backwards.' })
  readonly status!: RunStatus;

  @Field(() => OperationRunOutcome, { description: 'How it ended; PENDING until then.' })
  readonly outcome!: RunOutcome;

  @Field(() => OperationRunTrigger, { description: 'What started it.' })
  readonly trigger!: RunTrigger;

  @Field(() => Int, { description: 'Increases by one with every change; orders what a subscriber receives.' })
  readonly version!: number;

  @Field(() => Int, { description: 'How often a worker has started it; more than 1 if a worker was lost.' })
  readonly attempt!: number;

  @Field(() => Json, { description: 'Progress and totals by name.' })
  readonly summaryCounts!: SummaryCounts;

  @Field(() => String, { nullable: true, description: 'Why the start was refused; null otherwise.' })
  readonly reasonCode!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether it rehearses a credential that is not in use. A rehearsal is never the tenant’s latest verification.',
  })
  readonly isRehearsal!: boolean;

  @Field(() => Date, { description: 'When it was requested.' })
  readonly createdAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When a worker first started it.' })
  readonly startedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it completed.' })
  readonly completedAt!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When cancellation of the running run was requested; it stops within seconds.',
  })
  readonly cancelRequestedAt!: Date | null;
}

export const OperationRunConnection = createConnectionType('OperationRun', () => OperationRunType);

@ObjectType('TargetScope', { description: 'What the run targeted when it was started.' })
export class TargetScopeType {
  @Field(() => String, { description: 'The directory’s GUID.' })
  readonly entraTenantId!: string;

  @Field(() => String, { nullable: true, description: 'The tenant’s name at that time.' })
  readonly entraTenantName!: string | null;
}

@ObjectType('RunProgress', { description: 'A run’s progress.' })
export class RunProgressType {
  @Field(() => Int, { description: 'Steps completed.' })
  readonly completed!: number;

  @Field(() => Int, { description: 'Total number of steps; 0 before the run starts.' })
  readonly total!: number;

  @Field(() => String, { description: 'What the steps are: checks, or collections for a sync.' })
  readonly unit!: string;

  @Field(() => String, { nullable: true, description: 'Title of the current step.' })
  readonly current!: string | null;
}

@ObjectType('RunFailure', { description: 'One cause of the run’s failure.' })
export class RunFailureType {
  @Field(() => String, {
    description:
      'Where: a check’s key, part.<kind>, or start.blocked, safety_stop, run.abandoned, run.cancelled.',
  })
  readonly code!: string;

  @Field(() => String, { description: 'Why, as a code of the reason catalog.' })
  readonly reasonCode!: string;

  @Field(() => String, { description: 'Why, as a sentence.' })
  readonly message!: string;
}

@ObjectType('NextStep', { description: 'The next click to take.' })
export class NextStepType implements NextStep {
  @Field(() => String, { description: 'What the click does.' })
  readonly label!: string;

  @Field(() => String, { description: 'An absolute URL, or a path of the web application.' })
  readonly url!: string;
}

@ObjectType('RunEvent', { description: 'One line of a run’s timeline.' })
export class RunEventType implements RunEvent {
  @Field(() => Int, { description: 'Position in the timeline: 1, 2, 3, … without gaps.' })
  readonly seq!: number;

  @Field(() => Date, { description: 'When it happened.' })
  readonly at!: Date;

  @Field(() => String, {
    description:
      'queued, blocked, started, attempt, check_finished, part_finished, safety_stop, requeued, cancel_requested, completed.',
  })
  readonly kind!: RunEvent['kind'];

  @Field(() => String, { description: 'What happened, as a sentence.' })
  readonly message!: string;

  @Field(() => String, { nullable: true, description: 'The check concerned.' })
  readonly checkKey!: string | null;
}
