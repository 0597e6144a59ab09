import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { OnboardingSession, OnboardingStatus as Status } from '../../core/onboarding/onboarding.ts';
import type { Tenant } from '../../core/tenants/tenant.ts';
import type { Workspace } from '../../core/tenants/workspace.ts';
import { PageArgs, toPageRequest } from '../relay.ts';
import type { RequestContext } from '../context.ts';
import { OnboardingStatus } from '../enums.ts';
import { TenantType } from '../tenants/tenant.type.ts';
import { WorkspaceType } from '../tenants/workspace.type.ts';
import { OnboardingSessionConnection, OnboardingSessionType } from './onboarding.type.ts';

@Resolver(() => TenantType)
export class TenantOnboardingResolver {
  @FieldResolver(() => OnboardingSessionType, {
    nullable: true,
    description: 'The open onboarding session, or else the latest; null if there is none.',
  })
  async onboardingSession(
    @Root() { id }: Tenant,
    @Ctx() { loaders }: RequestContext,
  ): Promise<OnboardingSession | null> {
    return await loaders.onboardingSessionOfTenant.load(id);
  }
}

@Resolver(() => WorkspaceType)
export class WorkspaceOnboardingResolver {
  @FieldResolver(() => OnboardingSessionConnection, {
    description: 'Onboardings of tenants the viewer is entitled to, newest first.',
  })
  async onboardingSessions(
    @Root() { id: workspaceId }: Workspace,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('status', () => [OnboardingStatus], {
      nullable: true,
      description: 'Only sessions with one of these statuses.',
    })
    status: Status[] | null,
    @Ctx() { view }: RequestContext,
  ): Promise<InstanceType<typeof OnboardingSessionConnection>> {
    const filter = { workspaceId, status: status ?? null };
    const page = await view.pageOnboardingSessions(filter, toPageRequest(args));
    return new OnboardingSessionConnection(page, (limit) => view.countOnboardingSessions(filter, limit));
  }
}
