import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { badInput } from '../../core/fault.ts';
import {
  countDays,
  type DayCounts,
  type ReadinessHistory,
} from '../../core/tenants/readiness-history.ts';
import type { Workspace } from '../../core/tenants/workspace.ts';
import type { RequestContext } from '../context.ts';
import { WorkspaceType } from './workspace.type.ts';

@ObjectType('ReadinessDay', { description: 'Number of tenants by the day’s last verdict.' })
class ReadinessDayType implements DayCounts {
  @Field(() => String, { description: 'The day in the workspace’s time zone, such as 2026-11-30.' })
  readonly day!: string;

  @Field(() => Int, { description: 'Ready.' })
  readonly ready!: number;

  @Field(() => Int, { description: 'Needing attention.' })
  readonly needsAttention!: number;

  @Field(() => Int, { description: 'Blocked.' })
  readonly blocked!: number;

  @Field(() => Int, { description: 'Without a verdict that day.' })
  readonly notVerified!: number;
}

@ObjectType('TenantReadinessDays', { description: 'One tenant’s days as letters.' })
class TenantReadinessDaysType {
  @Field(() => ID, { description: 'The tenant.' })
  readonly tenantId!: number;

  @Field(() => String, {
    description: 'One letter for each of days: R ready, A needs attention, B blocked, . not verified.',
  })
  readonly letters!: string;
}

@ObjectType('ReadinessHistory', {
  description: 'What verifications found day by day. It outlives the runs that retention removes.',
})
class ReadinessHistoryType {
  @Field(() => [TenantReadinessDaysType], { description: 'Each tenant that the viewer can see and that is not archived.' })
  readonly tenants!: ReadinessHistory['tenants'];
}

/** A quarter. */
const mostDays = 92;

@Resolver(() => ReadinessHistoryType)
export class ReadinessHistoryResolver {
  @FieldResolver(() => [ReadinessDayType], { description: 'The days with their counts, oldest first; the last is today.' })
  days(@Root() history: ReadinessHistory): DayCounts[] {
    return countDays(history);
  }
}

@Resolver(() => WorkspaceType)
export class WorkspaceReadinessHistoryResolver {
  @FieldResolver(() => ReadinessHistoryType, { description: 'What verifications found on each of the last days.' })
  async readinessHistory(
    @Root() { id }: Workspace,
    @Arg('days', () => Int, { defaultValue: 30, description: 'Number of days, 1 to 92.' }) days: number,
    @Ctx() { view }: RequestContext,
  ): Promise<ReadinessHistory> {
    if (days < 1 || days > mostDays) throw badInput('days', `Ask for 1 to ${mostDays} days.`);
    return await view.readinessHistory(id, days);
  }
}
