import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { badInput, notFound } from '../../core/fault.ts';
import { longestWindow, parseCadence } from '../../core/schedules/cadence.ts';
import { longestScheduleName } from '../../core/schedules/schedule.ts';
import { parseSelector, type TenantSelector } from '../../core/tenants/selector.ts';
import type { Workspace } from '../../core/tenants/workspace.ts';
import type { RequestContext } from '../context.ts';
import { parseId } from '../../core/global-id.ts';
import { parseName } from '../input-text.ts';
import { parseOperationType } from '../runs/operation-run.args.ts';
import { WorkspacePayload } from '../people/member.type.ts';
import {
  CreateScheduleInput,
  PauseScheduleInput,
  ScheduleInput,
  SchedulePayload,
  UpdateScheduleInput,
  type TenantSelectorInput,
} from './schedule.type.ts';

/** A sentence or two. */
const longestReason = 300;

/** Long enough that a few hundred tenants hardly meet, and over before people come to work. */
const usualWindow = 240;

@Resolver()
export class ScheduleMutations {
  @Mutation(() => SchedulePayload, { description: 'Adds a schedule. Needs SCHEDULE_MANAGE.' })
  async createSchedule(
    @Arg('input', () => CreateScheduleInput, { description: 'The schedule.' }) input: CreateScheduleInput,
    @Ctx() context: RequestContext,
  ): Promise<SchedulePayload> {
    const workspaceId = parseId('workspace', input.workspaceId);
    const workspace = await context.loaders.workspace.load(workspaceId);
    if (workspace === null) throw notFound();
    const cadence = parseCadence(input.cadence);
    const plan = {
      name: parseName('name', input.name, { max: longestScheduleName }),
      operationType: parseOperationType(input.operationType),
      selector: toSelector(input.selector),
      cadence,
      timeZone: input.timeZone ?? workspace.timeZone,
      windowMinutes: input.windowMinutes ?? Math.min(usualWindow, longestWindow(cadence)),
    };
    return await reload(
      context,
      await context.flows.createSchedule(context.signIn.viewer, { workspaceId, plan }),
    );
  }

  @Mutation(() => SchedulePayload, { description: 'Changes a schedule. Needs SCHEDULE_MANAGE.' })
  async updateSchedule(
    @Arg('input', () => UpdateScheduleInput, { description: 'The changes.' }) input: UpdateScheduleInput,
    @Ctx() context: RequestContext,
  ): Promise<SchedulePayload> {
    const id = parseId('schedule', input.scheduleId);
    const { name, selector, cadence, timeZone, windowMinutes } = input;
    const changes = {
      ...(name != null && { name: parseName('name', name, { max: longestScheduleName }) }),
      ...(selector != null && { selector: toSelector(selector) }),
      ...(cadence != null && { cadence: parseCadence(cadence) }),
      ...(timeZone != null && { timeZone }),
      ...(windowMinutes != null && { windowMinutes }),
    };
    await context.flows.updateSchedule(context.signIn.viewer, { id, changes });
    return await reload(context, id);
  }

  @Mutation(() => SchedulePayload, {
    description:
      'Pauses a schedule: tenants that wait for their turn are skipped. Safe to repeat. Needs SCHEDULE_MANAGE.',
  })
  async pauseSchedule(
    @Arg('input', () => PauseScheduleInput, { description: 'The schedule and the reason.' })
    input: PauseScheduleInput,
    @Ctx() context: RequestContext,
  ): Promise<SchedulePayload> {
    const id = parseId('schedule', input.scheduleId);
    const reason = parseName('reason', input.reason, { max: longestReason });
    await context.flows.pauseSchedule(context.signIn.viewer, { id, reason });
    return await reload(context, id);
  }

  @Mutation(() => SchedulePayload, {
    description: 'Resumes a schedule from its next due time on. Safe to repeat. Needs SCHEDULE_MANAGE.',
  })
  async resumeSchedule(
    @Arg('input', () => ScheduleInput, { description: 'The schedule.' }) { scheduleId }: ScheduleInput,
    @Ctx() context: RequestContext,
  ): Promise<SchedulePayload> {
    const id = parseId('schedule', scheduleId);
    await context.flows.resumeSchedule(context.signIn.viewer, id);
    return await reload(context, id);
  }

  @Mutation(() => WorkspacePayload, {
    description: 'Deletes a schedule; what it has done stays readable. Needs SCHEDULE_MANAGE.',
  })
  async deleteSchedule(
    @Arg('input', () => ScheduleInput, { description: 'The schedule.' }) { scheduleId }: ScheduleInput,
    @Ctx() context: RequestContext,
  ): Promise<WorkspacePayload> {
    const workspaceId = await context.flows.deleteSchedule(
      context.signIn.viewer,
      parseId('schedule', scheduleId),
    );
    return await reloadWorkspace(context, workspaceId);
  }

  @Mutation(() => SchedulePayload, {
    description:
      'Starts it for all its tenants within about a minute, also while it is paused. Needs SCHEDULE_MANAGE.',
  })
  async runScheduleNow(
    @Arg('input', () => ScheduleInput, { description: 'The schedule.' }) { scheduleId }: ScheduleInput,
    @Ctx() context: RequestContext,
  ): Promise<SchedulePayload> {
    const id = parseId('schedule', scheduleId);
    await context.flows.runScheduleNow(context.signIn.viewer, id);
    return await reload(context, id);
  }
}

function toSelector({ all, tenantIds }: TenantSelectorInput): TenantSelector {
  if (all === false) throw badInput('selector', 'selector.all must be true, or left out.');
  return parseSelector(all ?? false, tenantIds?.map((id) => parseId('tenant', id)) ?? null);
}

async function reload(context: RequestContext, id: number): Promise<SchedulePayload> {
  context.refresh();
  const schedule = await context.loaders.schedule.load(id);
  if (schedule === null) throw notFound();
  return { schedule };
}

export async function reloadWorkspace(
  context: RequestContext,
  id: number,
): Promise<{ readonly workspace: Workspace }> {
  context.refresh();
  const workspace = await context.loaders.workspace.load(id);
  if (workspace === null) throw notFound();
  return { workspace };
}
