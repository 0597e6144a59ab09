import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { parseId } from '../../core/global-id.ts';
import { badgeFor, type Badge } from '../../core/presentation/badges.ts';
import { badInput, notFound } from '../../core/fault.ts';
import type { Finding, FindingFilter } from '../../core/inventory/findings.ts';
import type { OperationRun } from '../../core/runs/run.ts';
import type { Tenant } from '../../core/tenants/tenant.ts';
import type { User, Workspace } from '../../core/tenants/workspace.ts';
import { BadgeType } from '../presentation/badge.type.ts';
import { toPageRequest } from '../relay.ts';
import type { RequestContext } from '../context.ts';
import { parseText } from '../input-text.ts';
import { OperationRunType } from '../runs/operation-run.type.ts';
import { TenantType } from '../tenants/tenant.type.ts';
import { UserType } from '../people/viewer.type.ts';
import { WorkspaceType } from '../tenants/workspace.type.ts';
import {
  AcknowledgeFindingInput,
  FindingConnection,
  FindingListArgs,
  FindingPayload,
  FindingType,
} from './finding.type.ts';

/** A paragraph. */
const longestReason = 1_000;

@Resolver(() => FindingType)
export class FindingResolver {
  @Mutation(() => FindingPayload, {
    description:
      'Acknowledges a finding. Needs VERIFICATION_ACKNOWLEDGE. CONFLICT if it is already acknowledged.',
  })
  async acknowledgeFinding(
    @Arg('input', () => AcknowledgeFindingInput, { description: 'The finding and the reason.' })
    { findingId, reason }: AcknowledgeFindingInput,
    @Ctx() { flows, signIn }: RequestContext,
  ): Promise<FindingPayload> {
    const text = parseText('reason', reason, { max: longestReason });
    if (text === '') throw badInput('reason', 'Enter a reason.');
    const request = { findingId: parseId('finding', findingId), reason: text };
    return { finding: await flows.acknowledgeFinding(signIn.viewer, request) };
  }

  @FieldResolver(() => TenantType, { description: 'The tenant it was found in.' })
  async tenant(@Root() { tenantId }: Finding, @Ctx() { loaders }: RequestContext): Promise<Tenant> {
    const tenant = await loaders.tenant.load(tenantId);
    if (tenant === null) throw notFound();
    return tenant;
  }

  @FieldResolver(() => OperationRunType, { nullable: true, description: 'The sync that saw it last.' })
  async run(
    @Root() { operationRunId }: Finding,
    @Ctx() { loaders }: RequestContext,
  ): Promise<OperationRun | null> {
    return await loaders.run.load(operationRunId);
  }

  @FieldResolver(() => UserType, { nullable: true, description: 'Who acknowledged it.' })
  async acknowledgedBy(
    @Root() { acknowledgedByUserId }: Finding,
    @Ctx() { loaders }: RequestContext,
  ): Promise<User | null> {
    return acknowledgedByUserId === null ? null : await loaders.user.load(acknowledgedByUserId);
  }

  @FieldResolver(() => BadgeType, { description: 'How the status is shown.' })
  statusBadge(@Root() { status }: Finding): Badge {
    return badgeFor('finding_status', status);
  }

  @FieldResolver(() => BadgeType, { description: 'How the severity is shown.' })
  severityBadge(@Root() { severity }: Finding): Badge {
    return badgeFor('finding_severity', severity);
  }

  @FieldResolver(() => BadgeType, { description: 'How the change is shown.' })
  changeBadge(@Root() { change }: Finding): Badge {
    return badgeFor('finding_change', change);
  }
}

@Resolver(() => WorkspaceType)
export class WorkspaceFindingsResolver {
  @FieldResolver(() => FindingConnection, {
    description: 'Drift in the tenants the viewer can see, newest first.',
  })
  async findings(
    @Root() { id }: Workspace,
    @Args(() => FindingListArgs) args: FindingListArgs,
    @Arg('tenantId', () => ID, { nullable: true, description: 'Only findings in this tenant.' })
    tenantId: string | null,
    @Ctx() context: RequestContext,
  ): Promise<InstanceType<typeof FindingConnection>> {
    const tenant = tenantId == null ? null : await context.loaders.tenant.load(parseId('tenant', tenantId));
    if (tenantId != null && tenant === null) throw notFound();
    return await pageOf(context, { workspaceId: id, tenantId: tenant?.id ?? null }, args);
  }
}

@Resolver(() => TenantType)
export class TenantFindingsResolver {
  @FieldResolver(() => FindingConnection, { description: 'Drift in the tenant, newest first.' })
  async findings(
    @Root() { id, workspaceId }: Tenant,
    @Args(() => FindingListArgs) args: FindingListArgs,
    @Ctx() context: RequestContext,
  ): Promise<InstanceType<typeof FindingConnection>> {
    return await pageOf(context, { workspaceId, tenantId: id }, args);
  }
}

async function pageOf(
  { view }: RequestContext,
  place: Pick<FindingFilter, 'workspaceId' | 'tenantId'>,
  args: FindingListArgs,
): Promise<InstanceType<typeof FindingConnection>> {
  const filter = { ...place, status: args.status ?? null, severity: args.severity ?? null };
  const page = await view.pageFindings(filter, toPageRequest(args));
  return new FindingConnection(page, (limit) => view.countFindings(filter, limit));
}
