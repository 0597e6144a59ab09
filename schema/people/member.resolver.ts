import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { parseId } from '../../core/global-id.ts';
import { whyEffective } from '../../core/access/access.ts';
import type { TenantMember } from '../../core/people/member.ts';
import type { Tenant } from '../../core/tenants/tenant.ts';
import type { Workspace } from '../../core/tenants/workspace.ts';
import { PageArgs, toPageRequest } from '../relay.ts';
import type { RequestContext } from '../context.ts';
import { parseName } from '../input-text.ts';
import { reloadTenant, TenantPayload } from '../tenants/tenant-management.type.ts';
import { TenantType } from '../tenants/tenant.type.ts';
import { WorkspaceType } from '../tenants/workspace.type.ts';
import {
  parseMemberChoice,
  RemoveTenantMemberInput,
  RemoveWorkspaceMemberInput,
  SetTenantMemberInput,
  SetWorkspaceMemberInput,
  TenantMemberType,
  WorkspaceMemberConnection,
  WorkspacePayload,
} from './member.type.ts';

/** Longer than any name. */
const longestName = 200;

@Resolver(() => WorkspaceType)
export class WorkspaceMemberResolver {
  @FieldResolver(() => WorkspaceMemberConnection, { description: 'The workspace’s members, by name.' })
  async members(
    @Root() { id }: Workspace,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { view }: RequestContext,
  ): Promise<InstanceType<typeof WorkspaceMemberConnection>> {
    const page = await view.pageMembers(id, toPageRequest(args));
    return new WorkspaceMemberConnection(page, (limit) => view.countMembers(id, limit));
  }

  @Mutation(() => WorkspacePayload, {
    description:
      'Adds a member or changes their role. Needs MEMBERS_MANAGE and every capability of that role.',
  })
  async setWorkspaceMember(
    @Arg('input', () => SetWorkspaceMemberInput, { description: 'The member, the tenant and the role.' })
    input: SetWorkspaceMemberInput,
    @Ctx() context: RequestContext,
  ): Promise<WorkspacePayload> {
    const workspaceId = parseId('workspace', input.workspaceId);
    const choice = parseMemberChoice(input);
    const displayName =
      input.displayName == null ? null : parseName('displayName', input.displayName, { max: longestName });
    const person = 'email' in choice ? { ...choice, displayName } : choice;
    const { flows, signIn } = context;
    await flows.setWorkspaceMember(signIn.viewer, { workspaceId, person, role: input.role });
    return await reloadWorkspace(context, workspaceId);
  }

  @Mutation(() => WorkspacePayload, {
    description:
      'Removes a member, with their access to tenants, API tokens and open subscriptions. CONFLICT for the last owner.',
  })
  async removeWorkspaceMember(
    @Arg('input', () => RemoveWorkspaceMemberInput, { description: 'The member and the workspace.' })
    input: RemoveWorkspaceMemberInput,
    @Ctx() context: RequestContext,
  ): Promise<WorkspacePayload> {
    const workspaceId = parseId('workspace', input.workspaceId);
    const { flows, signIn } = context;
    await flows.removeWorkspaceMember(signIn.viewer, { workspaceId, member: parseMemberChoice(input) });
    return await reloadWorkspace(context, workspaceId);
  }
}

export async function reloadWorkspace(
  context: RequestContext,
  workspaceId: number,
): Promise<WorkspacePayload> {
  context.refresh();
  return { workspace: await context.loaders.workspace.load(workspaceId) };
}

@Resolver(() => TenantType)
export class TenantMemberResolver {
  @FieldResolver(() => [TenantMemberType], {
    description: 'Everyone entitled to the tenant, by name.',
  })
  async members(@Root() { id }: Tenant, @Ctx() { loaders }: RequestContext): Promise<TenantMember[]> {
    return await loaders.membersOfTenant.load(id);
  }

  @Mutation(() => TenantPayload, {
    description: 'Gives a member of the workspace a role on the tenant. Needs MEMBERS_MANAGE.',
  })
  async setTenantMember(
    @Arg('input', () => SetTenantMemberInput, { description: 'The member, the tenant and the role.' })
    input: SetTenantMemberInput,
    @Ctx() context: RequestContext,
  ): Promise<TenantPayload> {
    const tenantId = parseId('tenant', input.tenantId);
    const member = parseMemberChoice(input);
    await context.flows.setTenantMember(context.signIn.viewer, { tenantId, member, role: input.role });
    return await reloadTenant(context, tenantId);
  }

  @Mutation(() => TenantPayload, {
    description: 'Removes a member’s role on a tenant. Needs MEMBERS_MANAGE.',
  })
  async removeTenantMember(
    @Arg('input', () => RemoveTenantMemberInput, { description: 'The member and the tenant.' })
    input: RemoveTenantMemberInput,
    @Ctx() context: RequestContext,
  ): Promise<TenantPayload> {
    const tenantId = parseId('tenant', input.tenantId);
    await context.flows.removeTenantMember(context.signIn.viewer, {
      tenantId,
      member: parseMemberChoice(input),
    });
    return await reloadTenant(context, tenantId);
  }
}

@Resolver(() => TenantMemberType)
export class TenantMemberRoleResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why effectiveRole differs from the role on the tenant; null if it does not.',
  })
  effectiveRoleReason(@Root() { role, isGiven, effectiveRole }: TenantMember): string | null {
    return whyEffective(isGiven ? role : null, effectiveRole);
  }
}
