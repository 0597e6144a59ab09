import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { parseId } from '../../core/global-id.ts';
import { capabilitiesOf, type Capability as CapabilityName } from '../../core/access/access.ts';
import { badInput, notFound } from '../../core/fault.ts';
import { byName, type TenantStatus as TenantStatusValue } from '../../core/tenants/tenant.ts';
import type { VerificationOverview, VerificationProgress, Workspace } from '../../core/tenants/workspace.ts';
import { toPageRequest } from '../relay.ts';
import type { RequestContext } from '../context.ts';
import { Capability, TenantStatus } from '../enums.ts';
import { selects } from '../look-ahead.ts';
import { RunListArgs, toRunFilter } from '../runs/operation-run.args.ts';
import { OperationRunConnection } from '../runs/operation-run.type.ts';
import { TenantListArgs, toTenantFilter } from './tenant.args.ts';
import { TenantConnection } from './tenant.type.ts';
import { VerificationOverviewType, VerificationProgressType, WorkspaceType } from './workspace.type.ts';

/** What is read of a tenant together with its page. */
const standingFields = new Set(['latestVerification', 'latestVerdict', 'readiness', 'readinessBadge']);

/** Ten times what one list of tenants can start; their ids still fit into a request. */
const maxRuns = 10_000;

@Resolver(() => WorkspaceType)
export class WorkspaceResolver {
  @Query(() => WorkspaceType, {
    nullable: true,
    description: 'A workspace the viewer is a member of; NOT_FOUND otherwise.',
  })
  async workspace(
    @Arg('id', () => ID, { description: 'The workspace.' }) id: string,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Workspace> {
    const workspace = await loaders.workspace.load(parseId('workspace', id));
    if (workspace === null) throw notFound();
    return workspace;
  }

  @FieldResolver(() => [Capability], { description: 'What the viewer may do in the workspace.' })
  capabilities(@Root() { role }: Workspace, @Ctx() { signIn }: RequestContext): readonly CapabilityName[] {
    return capabilitiesOf(role, signIn.viewer.scopes);
  }

  @FieldResolver(() => TenantConnection, {
    description: 'The tenants the viewer is entitled to, by name unless orderBy is given.',
  })
  async tenants(
    @Root() workspace: Workspace,
    @Args(() => TenantListArgs) args: TenantListArgs,
    @Ctx() { view }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<InstanceType<typeof TenantConnection>> {
    const filter = toTenantFilter(workspace.id, args);
    const ordered = { ...filter, order: args.orderBy ?? byName };
    const page = selects(info, standingFields)
      ? await view.pageStandingTenants(ordered, toPageRequest(args))
      : await view.pageTenants(ordered, toPageRequest(args));
    return new TenantConnection(page, (limit) => view.countTenants(filter, limit));
  }

  @FieldResolver(() => OperationRunConnection, { description: 'Runs the viewer can see, newest first.' })
  async operationRuns(
    @Root() workspace: Workspace,
    @Args(() => RunListArgs) args: RunListArgs,
    @Arg('tenantId', () => ID, { nullable: true, description: 'Only runs of this tenant.' })
    tenantId: string | null,
    @Ctx() { view, loaders }: RequestContext,
  ): Promise<InstanceType<typeof OperationRunConnection>> {
    const tenant = tenantId == null ? null : await loaders.tenant.load(parseId('tenant', tenantId));
    if (tenantId != null && tenant === null) throw notFound();
    const scope = { workspaceId: workspace.id, tenantId: tenant?.id ?? null };
    const filter = toRunFilter(scope, args);
    const page = await view.pageRuns(filter, toPageRequest(args));
    return new OperationRunConnection(page, (limit) => view.countRuns(filter, limit));
  }

  @FieldResolver(() => VerificationOverviewType, { description: 'Number of tenants by readiness.' })
  async verificationOverview(
    @Root() workspace: Workspace,
    @Arg('status', () => [TenantStatus], {
      nullable: true,
      description: 'Only tenants with one of these values.',
    })
    status: TenantStatusValue[] | null | undefined,
    @Ctx() { view, counts }: RequestContext,
  ): Promise<VerificationOverview> {
    const ofStatus = status ?? null;
    return await counts.of({ workspace, viewer: view.viewer, what: ['overview', ofStatus] }, () =>
      view.verificationOverview(workspace.id, ofStatus),
    );
  }

  @FieldResolver(() => VerificationProgressType, {
    description:
      'Progress of the verifications started by startWorkspaceVerification. Runs the viewer cannot see are not counted.',
  })
  async verificationProgress(
    @Root() workspace: Workspace,
    @Arg('runIds', () => [ID], { description: 'The runs it started, at most 10,000.' }) runIds: string[],
    @Ctx() { view }: RequestContext,
  ): Promise<VerificationProgress> {
    if (runIds.length > maxRuns) throw badInput('runIds', `Name at most ${maxRuns} runs.`);
    return await view.verificationProgress(
      workspace.id,
      runIds.map((id) => parseId('run', id)),
    );
  }
}
