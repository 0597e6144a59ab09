import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { badgeFor, type Badge } from '../../core/badges.ts';
import type { CredentialMetadata, ProviderConnection } from '../../core/connection.ts';
import { notFound } from '../../core/fault.ts';
import type { OperationRun } from '../../core/run.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { Workspace } from '../../core/workspace.ts';
import { BadgeType } from '../badge/badge.type.ts';
import type { RequestContext } from '../context.ts';
import { parseId } from '../ids.ts';
import { OperationRunType } from '../operation-run/operation-run.type.ts';
import { TenantType } from '../tenant/tenant.type.ts';
import { WorkspaceType } from '../workspace/workspace.type.ts';
import { ProviderConnectionType, ProviderCredentialType } from './provider-connection.type.ts';

@Resolver(() => ProviderConnectionType)
export class ProviderConnectionResolver {
  @Query(() => ProviderConnectionType, {
    nullable: true,
    description: 'A connection of a tenant the viewer can see.',
  })
  async providerConnection(
    @Arg('id', () => ID, { description: 'The connection.' }) id: string,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ProviderConnection> {
    const connection = await loaders.connection.load(parseId(id));
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
  async tenant(
    @Root() { tenantId }: ProviderConnection,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Tenant> {
    const tenant = await loaders.tenant.load(tenantId);
    if (tenant === null) throw notFound();
    return tenant;
  }

  @FieldResolver(() => BadgeType, { description: 'How the status is shown.' })
  statusBadge(@Root() { status }: ProviderConnection): Badge {
    return badgeFor('connection_status', status);
  }

  @FieldResolver(() => BadgeType, { description: 'How the health is shown.' })
  healthBadge(@Root() { healthStatus }: ProviderConnection): Badge {
    return badgeFor('connection_health', healthStatus);
  }

  @FieldResolver(() => ProviderCredentialType, {
    nullable: true,
    description: 'The credential in use; null without one.',
  })
  async credential(
    @Root() { id }: ProviderConnection,
    @Ctx() { loaders }: RequestContext,
  ): Promise<CredentialMetadata | null> {
    return await loaders.credential.load(id);
  }

  @FieldResolver(() => OperationRunType, { nullable: true, description: 'The run that is using it now.' })
  async activeRun(
    @Root() { id }: ProviderConnection,
    @Ctx() { loaders }: RequestContext,
  ): Promise<OperationRun | null> {
    return await loaders.activeRunOfConnection.load(id);
  }
}
