import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { parseId } from '../../core/global-id.ts';
import { capabilitiesOf, type Capability as CapabilityName } from '../../core/access/access.ts';
import { tenantActionsFor, type ActionAvailability } from '../../core/presentation/actions.ts';
import { badgeFor, type Badge } from '../../core/presentation/badges.ts';
import type { ProviderConnection } from '../../core/connections/connection.ts';
import { notFound } from '../../core/fault.ts';
import type { OperationRun } from '../../core/runs/run.ts';
import type { Readiness as ReadinessValue, Tenant, TenantPermission } from '../../core/tenants/tenant.ts';
import type { Workspace } from '../../core/tenants/workspace.ts';
import { BadgeType } from '../presentation/badge.type.ts';
import { toPageRequest } from '../relay.ts';
import type { RequestContext } from '../context.ts';
import { Capability, Readiness } from '../enums.ts';
import {
  loadLatestAttempt,
  loadLatestVerdict,
  loadReadiness,
  loadStanding,
  mapEventually,
  type Eventually,
} from './standing.ts';
import { RunListArgs, toRunFilter } from '../runs/operation-run.args.ts';
import { OperationRunConnection, OperationRunType } from '../runs/operation-run.type.ts';
import { ProviderConnectionType } from '../connections/provider-connection.type.ts';
import { WorkspaceType } from './workspace.type.ts';
import { ActionAvailabilityType, TenantPermissionType, TenantType } from './tenant.type.ts';

@Resolver(() => TenantType)
export class TenantResolver {
  @Query(() => TenantType, {
    nullable: true,
    description: 'A tenant the viewer is entitled to; NOT_FOUND otherwise.',
  })
  async tenant(
    @Arg('id', () => ID, { description: 'The tenant.' }) id: string,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Tenant> {
    const tenant = await loaders.tenant.load(parseId('tenant', id));
    if (tenant === null) throw notFound();
    return tenant;
  }

  @FieldResolver(() => WorkspaceType, { description: 'The workspace it belongs to.' })
  async workspace(@Root() tenant: Tenant, @Ctx() { loaders }: RequestContext): Promise<Workspace> {
    const workspace = await loaders.workspace.load(tenant.workspaceId);
    if (workspace === null) throw notFound();
    return workspace;
  }

  @FieldResolver(() => BadgeType, { description: 'How the status is shown.' })
  statusBadge(@Root() { status }: Tenant): Badge {
    return badgeFor('tenant_status', status);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The directory as Graph knows it: tenantId, else externalId.',
  })
  graphTenantId(@Root() { tenantId, externalId }: Tenant): string | null {
    return tenantId ?? externalId;
  }

  @FieldResolver(() => [Capability], { description: 'What the viewer may do here.' })
  capabilities(@Root() { role }: Tenant, @Ctx() { signIn }: RequestContext): readonly CapabilityName[] {
    return capabilitiesOf(role, signIn.viewer.scopes);
  }

  @FieldResolver(() => [ProviderConnectionType], {
    nullable: true,
    description: 'Its connections, default first. Needs PROVIDER_VIEW, else null and FORBIDDEN.',
  })
  async providerConnections(
    @Root() { id }: Tenant,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ProviderConnection[]> {
    return await loaders.connectionsOfTenant.load(id);
  }

  @FieldResolver(() => ProviderConnectionType, {
    nullable: true,
    description: 'The connection operations use when they name none. Needs PROVIDER_VIEW.',
  })
  async defaultProviderConnection(
    @Root() { id }: Tenant,
    @Arg('provider', () => String, {
      nullable: true,
      defaultValue: 'microsoft',
      description: 'The provider.',
    })
    provider: string | null,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ProviderConnection | null> {
    const connections = await loaders.connectionsOfTenant.load(id);
    return connections.find((connection) => connection.isDefault && connection.provider === provider) ?? null;
  }

  @FieldResolver(() => Readiness, {
    description:
      'Whether it can be managed right now: RUNNING while an attempt runs, else the latest verdict; NEVER_VERIFIED before the first.',
  })
  readiness(@Root() { id }: Tenant, @Ctx() context: RequestContext): Eventually<ReadinessValue> {
    return loadReadiness(id, context);
  }

  @FieldResolver(() => BadgeType, { description: 'How the readiness is shown.' })
  readinessBadge(@Root() { id }: Tenant, @Ctx() context: RequestContext): Eventually<Badge> {
    return mapEventually(loadReadiness(id, context), (readiness) => badgeFor('tenant_readiness', readiness));
  }

  @FieldResolver(() => OperationRunType, {
    nullable: true,
    description:
      'The latest verification that has a verdict. One that was cancelled or lost, or failed for a cause on our side, has none.',
  })
  latestVerdict(@Root() { id }: Tenant, @Ctx() context: RequestContext): Eventually<OperationRun | null> {
    return loadLatestVerdict(id, context);
  }

  @FieldResolver(() => OperationRunType, {
    nullable: true,
    description:
      'The latest verification attempt, whatever its status and connection, with or without a verdict; null before the first.',
  })
  latestVerification(
    @Root() { id }: Tenant,
    @Ctx() context: RequestContext,
  ): Eventually<OperationRun | null> {
    return loadLatestAttempt(id, context);
  }

  @FieldResolver(() => OperationRunConnection, { description: 'The tenant’s runs, newest first.' })
  async operationRuns(
    @Root() { id, workspaceId }: Tenant,
    @Args(() => RunListArgs) args: RunListArgs,
    @Ctx() { view }: RequestContext,
  ): Promise<InstanceType<typeof OperationRunConnection>> {
    const filter = toRunFilter({ workspaceId, tenantId: id }, args);
    const page = await view.pageRuns(filter, toPageRequest(args));
    return new OperationRunConnection(page, (limit) => view.countRuns(filter, limit));
  }

  @FieldResolver(() => [TenantPermissionType], {
    description: 'Required permissions as the last verification saw them.',
  })
  async permissions(@Root() { id }: Tenant, @Ctx() { loaders }: RequestContext): Promise<TenantPermission[]> {
    return await loaders.permissionsOfTenant.load(id);
  }

  @FieldResolver(() => Date, {
    nullable: true,
    description: 'When a verification last found it ready; null if never.',
  })
  lastGoodAt(@Root() { id }: Tenant, @Ctx() context: RequestContext): Eventually<Date | null> {
    return mapEventually(loadStanding(id, context), (standing) => standing?.lastGoodAt ?? null);
  }

  @FieldResolver(() => Date, {
    nullable: true,
    description: 'When it was first found not ready after it was last ready; null while ready.',
  })
  firstFailedAt(@Root() { id }: Tenant, @Ctx() context: RequestContext): Eventually<Date | null> {
    return mapEventually(loadStanding(id, context), (standing) => standing?.firstFailedAt ?? null);
  }

  @FieldResolver(() => BadgeType, { description: 'How that is displayed.' })
  isCurrentBadge(@Root() { isCurrent }: Tenant): Badge {
    return badgeFor('tenant_is_current', isCurrent);
  }

  @FieldResolver(() => [ActionAvailabilityType], {
    description: 'Actions offered here, with the reason when disabled.',
  })
  actions(@Root() tenant: Tenant, @Ctx() { signIn }: RequestContext): ActionAvailability[] {
    return tenantActionsFor(tenant, signIn.viewer);
  }
}
