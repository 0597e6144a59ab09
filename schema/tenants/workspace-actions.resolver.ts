import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { workspaceActionsFor, type ActionAvailability } from '../../core/presentation/actions.ts';
import type { Workspace } from '../../core/tenants/workspace.ts';
import type { RequestContext } from '../context.ts';
import { ActionAvailabilityType } from './tenant.type.ts';
import { WorkspaceType } from './workspace.type.ts';

@Resolver(() => WorkspaceType)
export class WorkspaceActionsResolver {
  @FieldResolver(() => [ActionAvailabilityType], {
    description: 'What can be done in the workspace as a whole, and why not where it cannot.',
  })
  actions(@Root() { role }: Workspace, @Ctx() { signIn }: RequestContext): ActionAvailability[] {
    return workspaceActionsFor(role, signIn.viewer);
  }
}
