import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { workspaceActionsFor, type ActionAvailability } from '../../core/presentation/actions.ts';
import type { Workspace } from '../../core/tenants/workspace.ts';
import type { RequestContext } from '../context.ts';
import { ActionAvailabilityType } from './tenant.type.ts';
import { WorkspaceType } from './workspace.type.ts';

@Resolver(() => WorkspaceType)
export class WorkspaceActionsResolver {
  @FieldResolver(() => [ActionAvailabilityType], {
    description: 'Actions offered on the whole workspace, with the reason when disabled.',
  })
  actions(@Root() { role }: Workspace, @Ctx() { signIn }: RequestContext): ActionAvailability[] {
    return workspaceActionsFor(role, signIn.viewer);
  }
}
