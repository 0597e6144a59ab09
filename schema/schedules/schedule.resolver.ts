import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { badInput } from '../../core/fault.ts';
import { messageOf } from '../reasons/message-of.ts';
import { operationTypes } from '../../core/runs/operation-types.ts';
import { dueTimesAfter, parseCadence } from '../../core/schedules/cadence.ts';
import type { LocalInstant } from '../../core/schedules/local-time.ts';
import { assertTimeZone, type Schedule } from '../../core/schedules/schedule.ts';
import { statusOfRound, type ScheduleRound } from '../../core/schedules/schedule-run.ts';
import { badgeFor, type Badge } from '../../core/presentation/badges.ts';
import type { Tenant } from '../../core/tenants/tenant.ts';
import type { User, Workspace } from '../../core/tenants/workspace.ts';
import type { RequestContext } from '../context.ts';
import { BadgeType } from '../presentation/badge.type.ts';
import { UserType } from '../people/viewer.type.ts';
import { PageArgs, toPageRequest } from '../relay.ts';
import { TenantType } from '../tenants/tenant.type.ts';
import { WorkspaceType } from '../tenants/workspace.type.ts';
import { ScheduleRoundCountsType, ScheduleRoundType } from './schedule-run.type.ts';
import {
  ScheduleCadenceInput,
  ScheduleCadenceType,
  ScheduleConnection,
  ScheduleDueTimeType,
  ScheduleReasonCountType,
  ScheduleType,
} from './schedule.type.ts';

/** More than a form shows. */
const mostDueTimes = 50;
/** As a page of them. */
const mostTenants = 100;

@Resolver(() => ScheduleType)
export class ScheduleResolver {
  @Query(() => [ScheduleDueTimeType], {
    description: 'The next due times of a schedule that is not saved yet. Reads nothing.',
  })
  scheduleDueTimes(
    @Arg('cadence', () => ScheduleCadenceInput, { description: 'When.' }) cadence: ScheduleCadenceInput,
    @Arg('timeZone', () => String, { description: 'IANA time zone.' }) timeZone: string,
    @Arg('after', () => Date, { description: 'Only those later than this.' }) after: Date,
    @Arg('first', () => Int, { defaultValue: 5, description: 'Number of times, 1 to 50.' }) first: number,
  ): LocalInstant[] {
    if (first < 1 || first > mostDueTimes) throw badInput('first', `Ask for 1 to ${mostDueTimes} due times.`);
    assertTimeZone(timeZone);
    return dueTimesAfter(parseCadence(cadence), timeZone, after, first);
  }

  @FieldResolver(() => String, { description: 'The operation’s display name.' })
  label(@Root() { operationType }: Schedule): string {
    return operationTypes[operationType].label;
  }

  @FieldResolver(() => ScheduleCadenceType, { description: 'When it is due.' })
  cadence(@Root() { cadence }: Schedule): ScheduleCadenceType {
    return {
      kind: cadence.kind,
      atLocal: cadence.kind === 'hourly' ? null : cadence.atLocal,
      weekdays: cadence.kind === 'weekly' ? cadence.weekdays : null,
      everyHours: cadence.kind === 'hourly' ? cadence.everyHours : null,
    };
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is for every tenant of the workspace.' })
  coversAll(@Root() { selector }: Schedule): boolean {
    return 'all' in selector;
  }

  @FieldResolver(() => [TenantType], {
    description: 'The tenants it is for now, as far as the viewer can see them; the first ones by id.',
  })
  async tenants(
    @Root() { workspaceId, selector }: Schedule,
    @Arg('first', () => Int, { defaultValue: 20, description: 'Number of tenants, 1 to 100.' }) first: number,
    @Ctx() { view, loaders }: RequestContext,
  ): Promise<Tenant[]> {
    if (first < 1 || first > mostTenants) throw badInput('first', `Ask for 1 to ${mostTenants} tenants.`);
    const meant = (await view.selectedTenants(workspaceId, selector)).slice(0, first);
    const tenants = await Promise.all(meant.map(({ id }) => loaders.tenant.load(id)));
    return tenants.filter((tenant) => tenant !== null);
  }

  @FieldResolver(() => Int, { description: 'Number of tenants it is for now that the viewer can see.' })
  async tenantCount(
    @Root() { workspaceId, selector }: Schedule,
    @Ctx() { view }: RequestContext,
  ): Promise<number> {
    return (await view.selectedTenants(workspaceId, selector)).length;
  }

  @FieldResolver(() => Int, { description: 'Number of the viewer’s tenants that still wait for their turn.' })
  async waitingCount(@Root() { id }: Schedule, @Ctx() { loaders }: RequestContext): Promise<number> {
    return (await loaders.waitingOfSchedule.load(id))?.count ?? 0;
  }

  @FieldResolver(() => UserType, { nullable: true, description: 'Who made it; null for the program.' })
  async createdBy(
    @Root() { createdByUserId }: Schedule,
    @Ctx() { loaders }: RequestContext,
  ): Promise<User | null> {
    return createdByUserId === null ? null : await loaders.user.load(createdByUserId);
  }

  @FieldResolver(() => [ScheduleRoundType], { description: 'Its latest due times, newest first.' })
  async rounds(
    @Root() { id }: Schedule,
    @Arg('first', () => Int, { defaultValue: 14, description: 'Number of due times, 1 to 50.' })
    first: number,
    @Ctx() { view }: RequestContext,
  ): Promise<ScheduleRound[]> {
    if (first < 1 || first > mostDueTimes) throw badInput('first', `Ask for 1 to ${mostDueTimes} due times.`);
    return await view.scheduleRounds([id], first);
  }
}

@Resolver(() => ScheduleRoundType)
export class ScheduleRoundResolver {
  @FieldResolver(() => ScheduleRoundCountsType, { description: 'Number of tenants by what became of them.' })
  counts(@Root() { counts, verdicts }: ScheduleRound): ScheduleRoundCountsType {
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const { ready, blocked, needs_attention: needsAttention } = verdicts;
    return { ...counts, total, ready, needsAttention, blocked };
  }

  @FieldResolver(() => BadgeType, { description: 'All of them in one word.' })
  badge(@Root() { counts }: ScheduleRound): Badge {
    return badgeFor('backup_schedule_run', statusOfRound(counts));
  }

  @FieldResolver(() => [ScheduleReasonCountType], {
    description: 'Why tenants were skipped, or their runs failed or were canceled, most frequent first.',
  })
  reasons(@Root() { reasons: counted }: ScheduleRound): ScheduleReasonCountType[] {
    return counted.map(({ code, tenantCount }) => ({ code, tenantCount, message: messageOf(code) }));
  }
}

@Resolver(() => WorkspaceType)
export class WorkspaceSchedulesResolver {
  @FieldResolver(() => ScheduleConnection, { description: 'Its schedules, newest first.' })
  async schedules(
    @Root() { id }: Workspace,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { view }: RequestContext,
  ): Promise<InstanceType<typeof ScheduleConnection>> {
    const page = await view.pageSchedules(id, toPageRequest(args));
    return new ScheduleConnection(page, () => view.countSchedules(id));
  }
}
