import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { parseId } from '../../core/global-id.ts';
import { badgeFor, type Badge } from '../../core/presentation/badges.ts';
import { originStatusOf } from '../../core/presentation/origin-status.ts';
import type { ProviderConnection } from '../../core/connections/connection.ts';
import { badInput, notFound } from '../../core/fault.ts';
import type { NextStep } from '../../core/reasons/next-steps.ts';
import { operationTypes } from '../../core/runs/operation-types.ts';
import type { OperationRun, RunEvent } from '../../core/runs/run.ts';
import type { Tenant } from '../../core/tenants/tenant.ts';
import type { User, Workspace } from '../../core/tenants/workspace.ts';
import { BadgeType } from '../presentation/badge.type.ts';
import type { RequestContext } from '../context.ts';
import { selects } from '../look-ahead.ts';
import { ProviderConnectionType } from '../connections/provider-connection.type.ts';
import { TenantType } from '../tenants/tenant.type.ts';
import { VerificationReportType } from '../verification/verification-report.type.ts';
import { UserType } from '../people/viewer.type.ts';
import { WorkspaceType } from '../tenants/workspace.type.ts';
import {
  NextStepType,
  OperationRunType,
  RunEventType,
  RunFailureType,
  RunProgressType,
  TargetScopeType,
} from './operation-run.type.ts';

/** What shows more of a run than its row: read together with it, all of it is of one version. */
const wholeRunFields = new Set(['provider', 'targetScope', 'nextSteps', 'progress', 'verificationReport']);

/** More than any run has; a run has a handful per check. */
const maxEvents = 500;

@Resolver(() => OperationRunType)
export class OperationRunResolver {
  @Query(() => OperationRunType, {
    nullable: true,
    description: 'A run the viewer can see; NOT_FOUND otherwise.',
  })
  async operationRun(
    @Arg('id', () => ID, { description: 'The run.' }) id: string,
    @Ctx() { loaders }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OperationRun> {
    const runs = selects(info, wholeRunFields) ? loaders.wholeRun : loaders.run;
    const run = await runs.load(parseId('run', id));
    if (run === null) throw notFound();
    return run;
  }

  @FieldResolver(() => WorkspaceType, { description: 'The workspace it belongs to.' })
  async workspace(
    @Root() { workspaceId }: OperationRun,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Workspace> {
    const workspace = await loaders.workspace.load(workspaceId);
    if (workspace === null) throw notFound();
    return workspace;
  }

  @FieldResolver(() => TenantType, {
    nullable: true,
    description: 'The tenant; null for a run of the whole workspace.',
  })
  async tenant(
    @Root() { tenantId }: OperationRun,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Tenant | null> {
    return tenantId === null ? null : await loaders.tenant.load(tenantId);
  }

  @FieldResolver(() => String, { description: 'The operation’s display name.' })
  label(@Root() { type, isRehearsal }: OperationRun): string {
    return isRehearsal ? 'Rehearsal' : operationTypes[type].label;
  }

  @FieldResolver(() => BadgeType, { description: 'How the status is shown.' })
  statusBadge(@Root() { status }: OperationRun): Badge {
    return badgeFor('operation_run_status', status);
  }

  @FieldResolver(() => BadgeType, { description: 'How the outcome is displayed.' })
  outcomeBadge(@Root() { outcome }: OperationRun): Badge {
    return badgeFor('operation_run_outcome', outcome);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'For a sync, its state in one word, as inventory_sync_run and entra_group_sync_run in badgeCatalog list them; null for other operations. It adds nothing to status and outcome.',
  })
  originStatus(@Root() run: OperationRun): string | null {
    return originStatusOf(run)?.word ?? null;
  }

  @FieldResolver(() => BadgeType, {
    nullable: true,
    description:
      'How originStatus is shown; null when originStatus is null. Show either this or status and outcome.',
  })
  originStatusBadge(@Root() run: OperationRun): Badge | null {
    return originStatusOf(run)?.badge ?? null;
  }

  @FieldResolver(() => String, { description: 'The run’s page, absolute and canonical.' })
  url(@Root() { id }: OperationRun, @Ctx() { publicUrl }: RequestContext): string {
    return `${publicUrl}/operations/${id}`;
  }

  @FieldResolver(() => UserType, {
    nullable: true,
    description: 'Who started it; null for a schedule or the system.',
  })
  async initiator(
    @Root() { initiatorUserId }: OperationRun,
    @Ctx() { loaders }: RequestContext,
  ): Promise<User | null> {
    return initiatorUserId === null ? null : await loaders.user.load(initiatorUserId);
  }

  @FieldResolver(() => String, { nullable: true, description: 'The provider it talks to.' })
  async provider(@Root() { id }: OperationRun, @Ctx() { loaders }: RequestContext): Promise<string | null> {
    return (await loaders.runScope.load(id))?.scope.provider ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'The part of TenantAtlas it belongs to.' })
  module(@Root() { type }: OperationRun): string {
    return operationTypes[type].module;
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether its type leaves a verification report, whatever its outcome.',
  })
  reports(@Root() { type }: OperationRun): boolean {
    return operationTypes[type].reports;
  }

  @FieldResolver(() => ProviderConnectionType, {
    nullable: true,
    description: 'The connection it uses or used. Needs PROVIDER_VIEW.',
  })
  async providerConnection(
    @Root() { providerConnectionId }: OperationRun,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ProviderConnection | null> {
    return providerConnectionId === null ? null : await loaders.connection.load(providerConnectionId);
  }

  @FieldResolver(() => TargetScopeType, {
    nullable: true,
    description: 'What it targeted when it was started.',
  })
  async targetScope(
    @Root() { id }: OperationRun,
    @Ctx() { loaders }: RequestContext,
  ): Promise<TargetScopeType | null> {
    const target = (await loaders.runScope.load(id))?.scope.target_scope;
    if (target === undefined) return null;
    return { entraTenantId: target.entra_tenant_id, entraTenantName: target.entra_tenant_name ?? null };
  }

  @FieldResolver(() => RunProgressType, { description: 'Its progress.' })
  async progress(@Root() run: OperationRun, @Ctx() { loaders }: RequestContext): Promise<RunProgressType> {
    const { completed = 0, total = 0 } = run.summaryCounts;
    const { countedAs: unit } = operationTypes[run.type];
    if (run.status !== 'running' || run.reportOverall === null)
      return { completed, total, unit, current: null };
    const report = await loaders.report.load(run.id);
    return {
      completed,
      total,
      unit,
      current: report?.checks.find(({ status }) => status === 'running')?.title ?? null,
    };
  }

  @FieldResolver(() => [RunFailureType], { description: 'Why it failed or was refused; empty otherwise.' })
  failureSummary(@Root() { failureSummary }: OperationRun): RunFailureType[] {
    return failureSummary.map(({ code, reason_code, message }) => ({
      code,
      reasonCode: reason_code,
      message,
    }));
  }

  @FieldResolver(() => [NextStepType], { description: 'What to do about a refused start.' })
  async nextSteps(
    @Root() { id }: OperationRun,
    @Ctx() { loaders }: RequestContext,
  ): Promise<readonly NextStep[]> {
    return (await loaders.runScope.load(id))?.scope.next_steps ?? [];
  }

  @FieldResolver(() => VerificationReportType, {
    nullable: true,
    description: 'The report so far; final once the run is completed. Null before the first check.',
  })
  verificationReport(@Root() run: OperationRun): OperationRun | null {
    // An undamaged run without a copy of the summary has no report; in doubt the document itself is asked.
    return run.reportOverall === null && run.reportIntact ? null : run;
  }

  @FieldResolver(() => [RunEventType], { description: 'The run’s timeline, by sequence number.' })
  async events(
    @Root() { id, lastEventSeq }: OperationRun,
    @Arg('first', () => Int, {
      nullable: true,
      defaultValue: 100,
      description: 'Number of events, 1 to 500.',
    })
    first: number,
    @Arg('after', () => Int, {
      nullable: true,
      defaultValue: 0,
      description: 'Only events after this sequence number.',
    })
    after: number,
    @Ctx() { view }: RequestContext,
  ): Promise<RunEvent[]> {
    if (first < 1 || first > maxEvents) throw badInput('first', `Ask for 1 to ${maxEvents} events.`);
    return await view.runEvents({ id, lastEventSeq }, { first, after });
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Time from the first start to completion, in milliseconds.',
  })
  durationMs(@Root() { startedAt, completedAt }: OperationRun): number | null {
    return startedAt === null || completedAt === null ? null : completedAt.getTime() - startedAt.getTime();
  }
}
