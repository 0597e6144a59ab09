import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { parseId } from '../../core/global-id.ts';
import { longestName } from '../../core/tenants/tenant.ts';
import type { RequestContext } from '../context.ts';
import { parseName } from '../input-text.ts';
import { reloadWorkspace } from '../people/member.resolver.ts';
import { WorkspacePayload } from '../people/member.type.ts';
import { ViewerType } from '../people/viewer.type.ts';

@InputType('CreateWorkspaceInput', { description: 'The new workspace.' })
class CreateWorkspaceInput {
  @Field(() => String, { description: 'Display name, at most 200 characters.' })
  readonly name!: string;
}

@InputType('LeaveWorkspaceInput', { description: 'The workspace to leave.' })
class LeaveWorkspaceInput {
  @Field(() => ID, { description: 'The workspace.' })
  readonly workspaceId!: string;
}

@Resolver(() => ViewerType)
export class WorkspaceManagementResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why the viewer cannot create a workspace, as a sentence; null if they can.',
  })
  async createWorkspaceRefusal(@Ctx() { flows, signIn, view }: RequestContext): Promise<string | null> {
    return flows.whyNoWorkspace(signIn.viewer, await view.workspaces());
  }

  @Mutation(() => WorkspacePayload, {
    description:
      'Creates a workspace, which the viewer then owns. Who may is set by the operator (WORKSPACE_CREATORS): owners of a workspace by default. Not with an API token.',
  })
  async createWorkspace(
    @Arg('input', () => CreateWorkspaceInput, { description: 'The workspace.' }) input: CreateWorkspaceInput,
    @Ctx() context: RequestContext,
  ): Promise<WorkspacePayload> {
    const name = parseName('name', input.name, { max: longestName });
    const id = await context.flows.createWorkspace(context.signIn.viewer, { name });
    return await reloadWorkspace(context, id);
  }

  @Mutation(() => WorkspacePayload, {
    description:
      'Ends the viewer’s membership, with their access to tenants, API tokens and open subscriptions; the workspace as it was. CONFLICT for the last owner. Not with an API token.',
  })
  async leaveWorkspace(
    @Arg('input', () => LeaveWorkspaceInput, { description: 'The workspace.' }) input: LeaveWorkspaceInput,
    @Ctx() { flows, signIn }: RequestContext,
  ): Promise<WorkspacePayload> {
    return { workspace: await flows.leaveWorkspace(signIn.viewer, parseId('workspace', input.workspaceId)) };
  }
}
