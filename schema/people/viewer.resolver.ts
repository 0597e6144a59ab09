import { Ctx, FieldResolver, Query, Resolver } from 'type-graphql';
import { notFound } from '../../core/fault.ts';
import type { User, Workspace } from '../../core/tenants/workspace.ts';
import type { RequestContext } from '../context.ts';
import { WorkspaceType } from '../tenants/workspace.type.ts';
import { UserType, ViewerType } from './viewer.type.ts';

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType, { description: 'The caller, as authenticated by this session or API token.' })
  viewer(@Ctx() { signIn }: RequestContext): object {
    return signIn;
  }

  @FieldResolver(() => UserType, { description: 'The person behind the session or token.' })
  async user(@Ctx() { signIn, loaders }: RequestContext): Promise<User> {
    const user = await loaders.user.load(signIn.viewer.userId);
    if (user === null) throw notFound();
    return user;
  }

  @FieldResolver(() => [WorkspaceType], {
    description: 'Every workspace the viewer is a member of, by name.',
  })
  async workspaces(@Ctx() { view }: RequestContext): Promise<Workspace[]> {
    return await view.workspaces();
  }
}
