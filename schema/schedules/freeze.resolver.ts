import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Tenant } from '../../core/tenants/tenant.ts';
import type { User, Workspace } from '../../core/tenants/workspace.ts';
import type { FreezePlace } from '../../flows/schedules/freeze.ts';
import type { RequestContext } from '../context.ts';
import { parseId } from '../../core/global-id.ts';
import { longestName } from '../../core/tenants/tenant.ts';
import { parseName } from '../input-text.ts';
import { WorkspacePayload } from '../people/member.type.ts';
import { UserType } from '../people/viewer.type.ts';
import { TenantType } from '../tenants/tenant.type.ts';
import { WorkspaceType } from '../tenants/workspace.type.ts';
import {
  FreezeInput,
  FreezePayload,
  FreezeType,
  UnfreezeInput,
  UpdateWorkspaceInput,
  type FreezeSource,
} from './freeze.type.ts';
import { reloadWorkspace } from './schedule.mutations.ts';

/** A sentence or two. */
const longestReason = 300;

@Resolver()
export class FreezeMutations {
  @Mutation(() => FreezePayload, {
    description: 'Freezes a workspace or a tenant; replaces a freeze that is on. Needs SCHEDULE_MANAGE.',
  })
  async freeze(
    @Arg('input', () => FreezeInput, { description: 'What, until when and why.' }) input: FreezeInput,
    @Ctx() context: RequestContext,
  ): Promise<FreezePayload> {
    const place = parsePlace(input);
    const reason = parseName('reason', input.reason, { max: longestReason });
    await context.flows.freeze(context.signIn.viewer, { place, reason, until: input.until });
    return await reload(context, place);
  }

  @Mutation(() => FreezePayload, { description: 'Ends a freeze. Safe to repeat. Needs SCHEDULE_MANAGE.' })
  async unfreeze(
    @Arg('input', () => UnfreezeInput, { description: 'What is frozen.' }) input: UnfreezeInput,
    @Ctx() context: RequestContext,
  ): Promise<FreezePayload> {
    const place = parsePlace(input);
    await context.flows.unfreeze(context.signIn.viewer, place);
    return await reload(context, place);
  }

  @Mutation(() => WorkspacePayload, {
    description: 'Changes a workspace. Each field says what it needs.',
  })
  async updateWorkspace(
    @Arg('input', () => UpdateWorkspaceInput, { description: 'The changes.' }) input: UpdateWorkspaceInput,
    @Ctx() context: RequestContext,
  ): Promise<WorkspacePayload> {
    const id = parseId('workspace', input.workspaceId);
    await context.flows.updateWorkspace(context.signIn.viewer, {
      id,
      name: input.name == null ? undefined : parseName('name', input.name, { max: longestName }),
      timeZone: input.timeZone ?? undefined,
    });
    return await reloadWorkspace(context, id);
  }
}

function parsePlace({ workspaceId, tenantId }: UnfreezeInput): FreezePlace {
  return {
    workspaceId: parseId('workspace', workspaceId),
    tenantId: tenantId == null ? null : parseId('tenant', tenantId),
  };
}

async function reload(context: RequestContext, place: FreezePlace): Promise<FreezePayload> {
  const { workspace } = await reloadWorkspace(context, place.workspaceId);
  const tenant = place.tenantId === null ? null : await context.loaders.tenant.load(place.tenantId);
  return { workspace, tenant };
}

@Resolver(() => FreezeType)
export class FreezeResolver {
  @FieldResolver(() => UserType, { nullable: true, description: 'Who set it.' })
  async by(@Root() { byUserId }: FreezeSource, @Ctx() { loaders }: RequestContext): Promise<User | null> {
    return await loaders.user.load(byUserId);
  }
}

@Resolver(() => WorkspaceType)
export class WorkspaceFreezeResolver {
  @FieldResolver(() => FreezeType, {
    nullable: true,
    description: 'The freeze that is on; null if there is none.',
  })
  freeze(@Root() workspace: Workspace, @Ctx() { flows }: RequestContext): FreezeSource | null {
    return freezeOf(workspace, flows.now());
  }
}

@Resolver(() => TenantType)
export class TenantFreezeResolver {
  @FieldResolver(() => FreezeType, {
    nullable: true,
    description: 'The tenant’s freeze, or else the workspace’s; null if there is none.',
  })
  async freeze(
    @Root() tenant: Tenant,
    @Ctx() { flows, loaders }: RequestContext,
  ): Promise<FreezeSource | null> {
    const workspace = await loaders.workspace.load(tenant.workspaceId);
    const now = flows.now();
    return freezeOf(tenant, now) ?? (workspace && freezeOf(workspace, now));
  }
}

function freezeOf(
  {
    frozenUntil,
    frozenReason,
    frozenByUserId,
  }: Pick<Workspace, 'frozenUntil' | 'frozenReason' | 'frozenByUserId'>,
  now: Date,
): FreezeSource | null {
  if (frozenUntil === null || frozenReason === null || frozenByUserId === null || frozenUntil <= now)
    return null;
  return { until: frozenUntil, reason: frozenReason, byUserId: frozenByUserId };
}
