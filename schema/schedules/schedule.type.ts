import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { CadenceKind, CadenceInput } from '../../core/schedules/cadence.ts';
import type { ClockChange as ClockChangeValue, LocalInstant } from '../../core/schedules/local-time.ts';
import type { Schedule, SchedulePlan } from '../../core/schedules/schedule.ts';
import { ClockChange, ScheduleCadenceKind } from '../enums.ts';
import { NodeType } from '../node.ts';
import { createConnectionType } from '../relay.ts';

@ObjectType('ScheduleCadence', { description: 'When a schedule is due, by the clocks of its time zone.' })
export class ScheduleCadenceType {
  @Field(() => ScheduleCadenceKind, { description: 'DAILY, WEEKLY or HOURLY.' })
  readonly kind!: CadenceKind;

  @Field(() => String, { nullable: true, description: 'Time of day, HH:MM; null for HOURLY.' })
  readonly atLocal!: string | null;

  @Field(() => [Int], { nullable: true, description: 'For WEEKLY: 1 (Monday) to 7 (Sunday).' })
  readonly weekdays!: readonly number[] | null;

  @Field(() => Int, { nullable: true, description: 'For HOURLY: due at every local hour that it divides.' })
  readonly everyHours!: number | null;
}

@ObjectType('ScheduleDueTime', { description: 'A time at which a schedule is due.' })
export class ScheduleDueTimeType implements LocalInstant {
  @Field(() => Date, { description: 'The time.' })
  readonly at!: Date;

  @Field(() => ClockChange, {
    nullable: true,
    description: 'What a clock change does to it; null on other days.',
  })
  readonly clockChange!: ClockChangeValue | null;
}

@ObjectType('Schedule', {
  implements: NodeType,
  description:
    'What the program starts automatically, for which tenants and when. It acts for the workspace, not for its maker.',
})
export class ScheduleType
  extends NodeType
  implements
    Pick<Schedule, 'name' | 'operationType' | 'timeZone' | 'windowMinutes' | 'isEnabled' | 'pausedReason'>
{
  @Field(() => String, { description: 'Display name.' })
  readonly name!: string;

  @Field(() => String, {
    description: 'The operation it starts; operationTypes lists those that are schedulable.',
  })
  readonly operationType!: SchedulePlan['operationType'];

  @Field(() => String, { description: 'IANA time zone of its times.' })
  readonly timeZone!: string;

  @Field(() => Int, {
    description:
      'Starts are spread over this many minutes after a due time; a busy tenant is tried again until it ends.',
  })
  readonly windowMinutes!: number;

  @Field(() => Boolean, { description: 'false: paused.' })
  readonly isEnabled!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it is paused; null while it is enabled.' })
  readonly pausedReason!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it is due next; null while it is paused.' })
  readonly nextDueAt!: Date | null;

  @Field(() => Date, { description: 'When it was created.' })
  readonly createdAt!: Date;
}

export const ScheduleConnection = createConnectionType('Schedule', () => ScheduleType);

@ObjectType('ScheduleReasonCount', { description: 'Why tenants were skipped or their runs failed.' })
export class ScheduleReasonCountType {
  @Field(() => String, { description: 'Code of the reason catalog.' })
  readonly code!: string;

  @Field(() => String, { description: 'The reason as a sentence.' })
  readonly message!: string;

  @Field(() => Int, { description: 'Number of tenants.' })
  readonly tenantCount!: number;
}

@InputType('TenantSelector', { description: 'Which tenants are meant; evaluated when it is due.' })
export class TenantSelectorInput {
  @Field(() => Boolean, {
    nullable: true,
    description: 'true: every tenant of the workspace that is not archived.',
  })
  readonly all?: boolean | null;

  @Field(() => [ID], { nullable: true, description: 'These tenants, at most 1,000.' })
  readonly tenantIds?: string[] | null;
}

@InputType('ScheduleCadenceInput', { description: 'When a schedule is due.' })
export class ScheduleCadenceInput implements CadenceInput {
  @Field(() => ScheduleCadenceKind, { description: 'DAILY, WEEKLY or HOURLY.' })
  readonly kind!: CadenceKind;

  @Field(() => String, { nullable: true, description: 'For DAILY and WEEKLY: time of day, HH:MM.' })
  readonly atLocal?: string | null;

  @Field(() => [Int], { nullable: true, description: 'For WEEKLY: 1 (Monday) to 7 (Sunday).' })
  readonly weekdays?: number[] | null;

  @Field(() => Int, { nullable: true, description: 'For HOURLY: 1, 2, 3, 4, 6, 8 or 12.' })
  readonly everyHours?: number | null;
}

@InputType('CreateScheduleInput', { description: 'The schedule to add.' })
export class CreateScheduleInput {
  @Field(() => ID, { description: 'The workspace it acts for.' })
  readonly workspaceId!: string;

  @Field(() => String, { description: 'Display name, at most 100 characters.' })
  readonly name!: string;

  @Field(() => String, { description: 'The operation to start.' })
  readonly operationType!: string;

  @Field(() => TenantSelectorInput, { description: 'For which tenants.' })
  readonly selector!: TenantSelectorInput;

  @Field(() => ScheduleCadenceInput, { description: 'When.' })
  readonly cadence!: ScheduleCadenceInput;

  @Field(() => String, { nullable: true, description: 'IANA time zone; defaults to the workspace’s.' })
  readonly timeZone?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Minutes to spread the starts over; defaults to 240, or to less where an hourly cadence allows no more.',
  })
  readonly windowMinutes?: number | null;
}

@InputType('UpdateScheduleInput', { description: 'The changes; omitted fields stay as they are.' })
export class UpdateScheduleInput {
  @Field(() => ID, { description: 'The schedule.' })
  readonly scheduleId!: string;

  @Field(() => String, { nullable: true, description: 'Display name, at most 100 characters.' })
  readonly name?: string | null;

  @Field(() => TenantSelectorInput, { nullable: true, description: 'For which tenants.' })
  readonly selector?: TenantSelectorInput | null;

  @Field(() => ScheduleCadenceInput, { nullable: true, description: 'When.' })
  readonly cadence?: ScheduleCadenceInput | null;

  @Field(() => String, { nullable: true, description: 'IANA time zone.' })
  readonly timeZone?: string | null;

  @Field(() => Int, { nullable: true, description: 'Minutes to spread the starts over.' })
  readonly windowMinutes?: number | null;
}

@InputType('ScheduleInput', { description: 'The schedule.' })
export class ScheduleInput {
  @Field(() => ID, { description: 'The schedule.' })
  readonly scheduleId!: string;
}

@InputType('PauseScheduleInput', { description: 'The schedule to pause, and the reason.' })
export class PauseScheduleInput extends ScheduleInput {
  @Field(() => String, { description: 'Shown beside the schedule; at most 300 characters.' })
  readonly reason!: string;
}

@ObjectType('SchedulePayload', { description: 'The schedule after the change.' })
export class SchedulePayload {
  @Field(() => ScheduleType, { description: 'The schedule.' })
  readonly schedule!: Schedule;
}
