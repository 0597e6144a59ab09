import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { badInput } from '../../core/fault.ts';
import { toGlobalId } from '../../core/global-id.ts';
import {
  countDays,
  mostHistoryDays,
  type DayCounts,
  type ReadinessHistory,
} from '../../core/tenants/readiness-history.ts';
import type { Workspace } from '../../core/tenants/workspace.ts';
import type { RequestContext } from '../context.ts';
import { WorkspaceType } from './workspace.type.ts';

@ObjectType('ReadinessDay', { description: 'Number of tenants by their last verdict of the day.' })
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
  @Field(() => String, {
    description: 'One letter for each of days: R ready, A needs attention, B blocked, . not verified.',
  })
  readonly letters!: string;
}

@ObjectType('ReadinessHistory', {
  description: 'What verifications found day by day. It outlives the runs that retention removes.',
})
class ReadinessHistoryType {
  @Field(() => [TenantReadinessDaysType], {
    description: 'Each tenant that the viewer can see and that is not archived.',
  })
  readonly tenants!: ReadinessHistory['tenants'];
}

@Resolver(() => ReadinessHistoryType)
export class ReadinessHistoryResolver {
  @FieldResolver(() => [ReadinessDayType], {
    description: 'The days with their counts, oldest first. The last is today.',
  })
  days(@Root() history: ReadinessHistory): DayCounts[] {
    return countDays(history);
  }
}

type TenantDays = ReadinessHistory['tenants'][number];

@Resolver(() => TenantReadinessDaysType)
export class TenantReadinessDaysResolver {
  @FieldResolver(() => ID, { description: 'The tenant.' })
  tenantId(@Root() { tenantId }: TenantDays): string {
    return toGlobalId('tenant', tenantId);
  }
}

@Resolver(() => WorkspaceType)
export class WorkspaceReadinessHistoryResolver {
  @FieldResolver(() => ReadinessHistoryType, {
    description: 'What verifications found on each of the last days.',
  })
  async readinessHistory(
    @Root() { id }: Workspace,
    @Arg('days', () => Int, { defaultValue: 30, description: 'Number of days, 1 to 92.' }) days: number,
    @Ctx() { view }: RequestContext,
  ): Promise<ReadinessHistory> {
    if (days < 1 || days > mostHistoryDays) throw badInput('days', `Ask for 1 to ${mostHistoryDays} days.`);
    return await view.readinessHistory(id, days);
  }
}
