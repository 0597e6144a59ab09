import { ArgsType, Field, ID, Int, InterfaceType, ObjectType } from 'type-graphql';
import { operationTypes, type OperationTypeDefinition } from '../../core/runs/operation-types.ts';
import type {
  ScheduleRound,
  ScheduleRun,
  ScheduleRunStatus as ScheduleRunStatusValue,
} from '../../core/schedules/schedule-run.ts';
import { ScheduleRunStatus } from '../enums.ts';
import { createConnectionType, PageArgs } from '../relay.ts';

@InterfaceType('ScheduleRun', {
  description:
    'What became of one tenant at one due time of a schedule. One of them exists for each, and it never changes once final.',
  resolveType: ({ operationType }: ScheduleRun) => typeNameOf(operationType),
})
export class ScheduleRunType {
  @Field(() => ID, { description: 'Opaque: take it from one answer, give it back in another request.' })
  readonly id!: number;

  @Field(() => String, { description: 'The operation that was due.' })
  readonly operationType!: string;

  @Field(() => Date, { description: 'When it was due.' })
  readonly dueAt!: Date;

  @Field(() => ScheduleRunStatus, {
    description:
      'RUNNING, then SUCCESS, PARTIAL, FAILED or CANCELED; or SKIPPED. It speaks of the run, not of the tenant.',
  })
  readonly status!: ScheduleRunStatusValue;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was skipped or failed, as a code of the reason catalog.',
  })
  readonly reasonCode!: string | null;

  @Field(() => Date, { nullable: true, description: 'When the run was queued; null if it was skipped.' })
  readonly startedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When this became final.' })
  readonly endedAt!: Date | null;
}

@ObjectType('VerificationScheduleRun', {
  implements: ScheduleRunType,
  description: 'A scheduled verification.',
})
export class VerificationScheduleRunType extends ScheduleRunType {}

@ObjectType('SyncScheduleRun', { implements: ScheduleRunType, description: 'A scheduled sync.' })
export class SyncScheduleRunType extends ScheduleRunType {}

@ObjectType('BackupScheduleRun', { implements: ScheduleRunType, description: 'A scheduled backup.' })
export class BackupScheduleRunType extends ScheduleRunType {}

function typeNameOf(type: ScheduleRun['operationType']): string {
  const { reports, module }: OperationTypeDefinition = operationTypes[type];
  if (reports) return 'VerificationScheduleRun';
  return module === 'backup' ? 'BackupScheduleRun' : 'SyncScheduleRun';
}

export const ScheduleRunConnection = createConnectionType('ScheduleRun', () => ScheduleRunType);

@ArgsType()
export class ScheduleRunListArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only runs of this schedule.' })
  readonly scheduleId?: string | null;

  @Field(() => [ScheduleRunStatus], { nullable: true, description: 'Only runs with one of these statuses.' })
  readonly status?: ScheduleRunStatusValue[] | null;
}

@ObjectType('ScheduleRound', {
  description: 'One due time of a schedule: what became of the tenants the viewer can see.',
})
export class ScheduleRoundType {
  @Field(() => Date, { description: 'When it was due.' })
  readonly dueAt!: ScheduleRound['dueAt'];

  @Field(() => Date, {
    nullable: true,
    description: 'When the last of its runs became final; null while one is running.',
  })
  readonly endedAt!: ScheduleRound['endedAt'];
}

@ObjectType('ScheduleRoundCounts', {
  description: 'Number of tenants by what became of them; they add up to total.',
})
export class ScheduleRoundCountsType {
  @Field(() => Int, { description: 'Under way.' })
  readonly running!: number;

  @Field(() => Int, { description: 'The run did its work, whatever it found.' })
  readonly success!: number;

  @Field(() => Int, { description: 'Some part could not be done.' })
  readonly partial!: number;

  @Field(() => Int, { description: 'The run failed.' })
  readonly failed!: number;

  @Field(() => Int, { description: 'Someone stopped the run.' })
  readonly canceled!: number;

  @Field(() => Int, { description: 'Nothing was started.' })
  readonly skipped!: number;

  @Field(() => Int, { description: 'All of them.' })
  readonly total!: number;

  @Field(() => Int, { description: 'Of verifications: found ready.' })
  readonly ready!: number;

  @Field(() => Int, { description: 'Of verifications: need attention.' })
  readonly needsAttention!: number;

  @Field(() => Int, { description: 'Of verifications: blocked.' })
  readonly blocked!: number;
}
