import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { parseId } from '../../core/global-id.ts';
import { capabilitiesOf, type Capability as CapabilityName } from '../../core/access/access.ts';
import { badgeFor, type Badge } from '../../core/presentation/badges.ts';
import { cloudLabels, isCloudName } from '../../core/clouds.ts';
import type {
  CredentialCandidate,
  CredentialMetadata,
  ProviderConnection,
} from '../../core/connections/connection.ts';
import { notFound } from '../../core/fault.ts';
import {
  permissionProfilesOf,
  type PermissionProfile as PermissionProfileValue,
} from '../../core/connections/permission-profiles.ts';
import type { OperationRun } from '../../core/runs/run.ts';
import type { Tenant } from '../../core/tenants/tenant.ts';
import type { Workspace } from '../../core/tenants/workspace.ts';
import { BadgeType } from '../presentation/badge.type.ts';
import type { RequestContext } from '../context.ts';
import { Capability } from '../enums.ts';
import { PermissionProfile } from '../enums.ts';
import { toPageRequest } from '../relay.ts';
import { RunListArgs, toRunFilter } from '../runs/operation-run.args.ts';
import { OperationRunConnection, OperationRunType } from '../runs/operation-run.type.ts';
import { TenantType } from '../tenants/tenant.type.ts';
import { WorkspaceType } from '../tenants/workspace.type.ts';
import {
  ProviderConnectionType,
  ProviderCredentialCandidateType,
  ProviderCredentialType,
} from './provider-connection.type.ts';

@Resolver(() => ProviderConnectionType)
export class ProviderConnectionResolver {
  @Query(() => ProviderConnectionType, {
    nullable: true,
    description: 'A connection of a tenant the viewer can see; NOT_FOUND otherwise. Needs PROVIDER_VIEW.',
  })
  async providerConnection(
    @Arg('id', () => ID, { description: 'The connection.' }) id: string,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ProviderConnection> {
    const connection = await loaders.connection.load(parseId('connection', id));
    if (connection === null) throw notFound();
    return connection;
  }

  @FieldResolver(() => WorkspaceType, { description: 'The workspace that owns it.' })
  async workspace(
    @Root() { workspaceId }: ProviderConnection,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Workspace> {
    const workspace = await loaders.workspace.load(workspaceId);
    if (workspace === null) throw notFound();
    return workspace;
  }

  @FieldResolver(() => TenantType, { description: 'The tenant it reaches.' })
  async tenant(@Root() connection: ProviderConnection, @Ctx() context: RequestContext): Promise<Tenant> {
    return await loadTenant(connection, context);
  }

  @FieldResolver(() => [PermissionProfile], { description: 'What the tenant is required to grant.' })
  permissionProfiles(@Root() { metadata }: ProviderConnection): PermissionProfileValue[] {
    return permissionProfilesOf(metadata);
  }

  @FieldResolver(() => String, { description: 'The cloud’s name as shown.' })
  cloudLabel(@Root() { cloud }: ProviderConnection): string {
    return isCloudName(cloud) ? cloudLabels[cloud] : cloud;
  }

  @FieldResolver(() => BadgeType, { description: 'How the status is shown.' })
  statusBadge(@Root() { status }: ProviderConnection): Badge {
    return badgeFor('connection_status', status);
  }

  @FieldResolver(() => BadgeType, { description: 'How the health is displayed.' })
  healthBadge(@Root() { healthStatus }: ProviderConnection): Badge {
    return badgeFor('connection_health', healthStatus);
  }

  @FieldResolver(() => ProviderCredentialType, {
    nullable: true,
    description: 'The credential in use; null without one. Needs PROVIDER_VIEW.',
  })
  async credential(
    @Root() { id }: ProviderConnection,
    @Ctx() { loaders }: RequestContext,
  ): Promise<CredentialMetadata | null> {
    return await loaders.credential.load(id);
  }

  @FieldResolver(() => ProviderCredentialCandidateType, {
    nullable: true,
    description: 'The rehearsed credential that is not in use. Needs PROVIDER_VIEW.',
  })
  async credentialCandidate(
    @Root() { id }: ProviderConnection,
    @Ctx() { loaders }: RequestContext,
  ): Promise<CredentialCandidate | null> {
    return await loaders.credentialCandidate.load(id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where the customer’s administrator consents to the application; null without an application. Consent can revoke earlier grants that are not in the app registration. Needs PROVIDER_VIEW.',
  })
  async adminConsentUrl(
    @Root() connection: ProviderConnection,
    @Ctx() context: RequestContext,
  ): Promise<string | null> {
    const { credential, credentialCandidate } = context.loaders;
    const application =
      (await credential.load(connection.id)) ?? (await credentialCandidate.load(connection.id));
    return application && context.flows.adminConsentUrl(connection, application.clientId, null);
  }

  @FieldResolver(() => [Capability], { description: 'What the viewer may do here.' })
  async capabilities(
    @Root() connection: ProviderConnection,
    @Ctx() context: RequestContext,
  ): Promise<readonly CapabilityName[]> {
    const { role } = await loadTenant(connection, context);
    return capabilitiesOf(role, context.signIn.viewer.scopes);
  }

  @FieldResolver(() => OperationRunType, { nullable: true, description: 'The run that is using it now.' })
  async activeRun(
    @Root() { id }: ProviderConnection,
    @Ctx() { loaders }: RequestContext,
  ): Promise<OperationRun | null> {
    return await loaders.activeRunOfConnection.load(id);
  }

  @FieldResolver(() => OperationRunConnection, {
    description: 'The runs that used it, including rehearsals, newest first.',
  })
  async operationRuns(
    @Root() { id, workspaceId, tenantId }: ProviderConnection,
    @Args(() => RunListArgs) args: RunListArgs,
    @Ctx() { view }: RequestContext,
  ): Promise<InstanceType<typeof OperationRunConnection>> {
    const filter = toRunFilter({ workspaceId, tenantId, connectionId: id }, args);
    const page = await view.pageRuns(filter, toPageRequest(args));
    return new OperationRunConnection(page, (limit) => view.countRuns(filter, limit));
  }
}

async function loadTenant({ tenantId }: ProviderConnection, { loaders }: RequestContext): Promise<Tenant> {
  const tenant = await loaders.tenant.load(tenantId);
  if (tenant === null) throw notFound();
  return tenant;
}
