import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { AtlasEvent } from '../../core/notifications/event.ts';
import { badgeFor, type Badge } from '../../core/presentation/badges.ts';
import type { OperationRun } from '../../core/runs/run.ts';
import type { Tenant } from '../../core/tenants/tenant.ts';
import type { Workspace } from '../../core/tenants/workspace.ts';
import type { RequestContext } from '../context.ts';
import { BadgeType } from '../presentation/badge.type.ts';
import { PageArgs, toPageRequest } from '../relay.ts';
import { OperationRunType } from '../runs/operation-run.type.ts';
import { TenantType } from '../tenants/tenant.type.ts';
import { WorkspaceType } from '../tenants/workspace.type.ts';
import { EventConnection, EventType } from './event.type.ts';

@Resolver(() => WorkspaceType)
export class WorkspaceEventsResolver {
  @FieldResolver(() => EventConnection, {
    nullable: true,
    description:
      'What changed in the workspace, newest first. Needs MEMBERS_MANAGE, else null and FORBIDDEN.',
  })
  async events(
    @Root() workspace: Workspace,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { view }: RequestContext,
  ): Promise<InstanceType<typeof EventConnection>> {
    const page = await view.pageEvents(workspace, toPageRequest(args));
    return new EventConnection(page, (limit) => view.countEvents(workspace, limit));
  }
}

@Resolver(() => EventType)
export class EventResolver {
  @FieldResolver(() => BadgeType, { description: 'Label, color and icon of the severity.' })
  severityBadge(@Root() { severity }: AtlasEvent): Badge {
    return badgeFor('check_severity', severity);
  }

  @FieldResolver(() => TenantType, {
    nullable: true,
    description: 'The tenant; null for an event of the whole workspace.',
  })
  async tenant(@Root() { tenantId }: AtlasEvent, @Ctx() { loaders }: RequestContext): Promise<Tenant | null> {
    return tenantId === null ? null : await loaders.tenant.load(tenantId);
  }

  @FieldResolver(() => OperationRunType, {
    nullable: true,
    description: 'The run that found it; null if none did or the run was removed.',
  })
  async operationRun(
    @Root() { operationRunId }: AtlasEvent,
    @Ctx() { loaders }: RequestContext,
  ): Promise<OperationRun | null> {
    return operationRunId === null ? null : await loaders.run.load(operationRunId);
  }
}
