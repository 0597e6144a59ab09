import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { notFound } from '../../core/fault.ts';
import { badgeFor, type Badge } from '../../core/presentation/badges.ts';
import type { OperationRun } from '../../core/runs/run.ts';
import type { Schedule } from '../../core/schedules/schedule.ts';
import type { ScheduleRun, ScheduleRunFilter } from '../../core/schedules/schedule-run.ts';
import type { Tenant } from '../../core/tenants/tenant.ts';
import type { Workspace } from '../../core/tenants/workspace.ts';
import type { RequestContext } from '../context.ts';
import { parseId } from '../../core/global-id.ts';
import { BadgeType } from '../presentation/badge.type.ts';
import { toPageRequest } from '../relay.ts';
import { OperationRunType } from '../runs/operation-run.type.ts';
import { TenantType } from '../tenants/tenant.type.ts';
import { WorkspaceType } from '../tenants/workspace.type.ts';
import { messageOf } from '../reasons/message-of.ts';
import { ScheduleRunConnection, ScheduleRunListArgs, ScheduleRunType } from './schedule-run.type.ts';
import { ScheduleType } from './schedule.type.ts';

@Resolver(() => ScheduleRunType)
export class ScheduleRunResolver {
  @FieldResolver(() => ScheduleType, { description: 'The schedule; it may have been deleted since.' })
  async schedule(@Root() { scheduleId }: ScheduleRun, @Ctx() { loaders }: RequestContext): Promise<Schedule> {
    const schedule = await loaders.schedule.load(scheduleId);
    if (schedule === null) throw notFound();
    return schedule;
  }

  @FieldResolver(() => TenantType, { description: 'The tenant.' })
  async tenant(@Root() { tenantId }: ScheduleRun, @Ctx() { loaders }: RequestContext): Promise<Tenant> {
    const tenant = await loaders.tenant.load(tenantId);
    if (tenant === null) throw notFound();
    return tenant;
  }

  @FieldResolver(() => BadgeType, { description: 'How the status is shown.' })
  statusBadge(@Root() { status }: ScheduleRun): Badge {
    return badgeFor('backup_schedule_run', status);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why it was skipped or failed, as a sentence.',
  })
  reason(@Root() { reasonCode }: ScheduleRun): string | null {
    return reasonCode === null ? null : messageOf(reasonCode);
  }

  @FieldResolver(() => OperationRunType, {
    nullable: true,
    description: 'The run; null if it was skipped, or retention has removed the run.',
  })
  async run(
    @Root() { operationRunId }: ScheduleRun,
    @Ctx() { loaders }: RequestContext,
  ): Promise<OperationRun | null> {
    return operationRunId === null ? null : await loaders.run.load(operationRunId);
  }

  @FieldResolver(() => OperationRunType, {
    nullable: true,
    description: 'For one that was skipped: the run that was in the way.',
  })
  async blockingRun(
    @Root() { blockingRunId }: ScheduleRun,
    @Ctx() { loaders }: RequestContext,
  ): Promise<OperationRun | null> {
    return blockingRunId === null ? null : await loaders.run.load(blockingRunId);
  }
}

@Resolver(() => WorkspaceType)
export class WorkspaceScheduleRunsResolver {
  @FieldResolver(() => ScheduleRunConnection, {
    description: 'What became of the viewer’s tenants at the due times of its schedules, newest first.',
  })
  async scheduleRuns(
    @Root() { id: workspaceId }: Workspace,
    @Args(() => ScheduleRunListArgs) args: ScheduleRunListArgs,
    @Ctx() context: RequestContext,
  ): Promise<InstanceType<typeof ScheduleRunConnection>> {
    return await pageOf(context, { workspaceId, tenantId: null }, args);
  }
}

@Resolver(() => TenantType)
export class TenantScheduleRunsResolver {
  @FieldResolver(() => ScheduleRunConnection, {
    description: 'What schedules did for the tenant, newest first.',
  })
  async scheduleRuns(
    @Root() { id: tenantId, workspaceId }: Tenant,
    @Args(() => ScheduleRunListArgs) args: ScheduleRunListArgs,
    @Ctx() context: RequestContext,
  ): Promise<InstanceType<typeof ScheduleRunConnection>> {
    return await pageOf(context, { workspaceId, tenantId }, args);
  }
}

@Resolver(() => OperationRunType)
export class OperationRunScheduleResolver {
  @FieldResolver(() => ScheduleRunType, {
    nullable: true,
    description: 'What it was started for; null where trigger is not SCHEDULE.',
  })
  async scheduleRun(
    @Root() { id, trigger }: OperationRun,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ScheduleRun | null> {
    return trigger === 'schedule' ? await loaders.scheduleRunOf.load(id) : null;
  }
}

async function pageOf(
  { view, loaders }: RequestContext,
  place: Pick<ScheduleRunFilter, 'workspaceId' | 'tenantId'>,
  { scheduleId, status, ...page }: ScheduleRunListArgs,
): Promise<InstanceType<typeof ScheduleRunConnection>> {
  const schedule = scheduleId == null ? null : await loaders.schedule.load(parseId('schedule', scheduleId));
  if (scheduleId != null && schedule === null) throw notFound();
  const filter = {
    ...place,
    scheduleId: schedule?.id ?? null,
    status: status ?? null,
  };
  const runs = await view.pageScheduleRuns(filter, toPageRequest(page));
  return new ScheduleRunConnection(runs, (limit) => view.countScheduleRuns(filter, limit));
}
