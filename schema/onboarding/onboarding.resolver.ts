import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { parseId } from '../../core/global-id.ts';
import type { ActionAvailability } from '../../core/presentation/actions.ts';
import { badgeFor, type Badge } from '../../core/presentation/badges.ts';
import type { ProviderConnection } from '../../core/connections/connection.ts';
import { notFound } from '../../core/fault.ts';
import { currentStepOf, onboardingSteps, type OnboardingSession } from '../../core/onboarding/onboarding.ts';
import { onboardingActionsFor } from '../../core/presentation/onboarding-actions.ts';
import type { OperationRun } from '../../core/runs/run.ts';
import type { Tenant } from '../../core/tenants/tenant.ts';
import type { User, Workspace } from '../../core/tenants/workspace.ts';
import { BadgeType } from '../presentation/badge.type.ts';
import type { RequestContext } from '../context.ts';
import { OperationRunType } from '../runs/operation-run.type.ts';
import { ProviderConnectionType } from '../connections/provider-connection.type.ts';
import { ActionAvailabilityType, TenantType } from '../tenants/tenant.type.ts';
import { UserType } from '../people/viewer.type.ts';
import { WorkspaceType } from '../tenants/workspace.type.ts';
import { OnboardingSessionType } from './onboarding.type.ts';

@Resolver(() => OnboardingSessionType)
export class OnboardingSessionResolver {
  @Query(() => OnboardingSessionType, {
    nullable: true,
    description: 'An onboarding session of a tenant the viewer is entitled to; NOT_FOUND otherwise.',
  })
  async tenantOnboardingSession(
    @Arg('id', () => ID, { description: 'The session.' }) id: string,
    @Ctx() { loaders }: RequestContext,
  ): Promise<OnboardingSession> {
    const session = await loaders.onboardingSession.load(parseId('session', id));
    if (session === null) throw notFound();
    return session;
  }

  @FieldResolver(() => TenantType, { nullable: true, description: 'The tenant that is onboarded.' })
  async tenant(
    @Root() { tenantId }: OnboardingSession,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Tenant | null> {
    return await loaders.tenant.load(tenantId);
  }

  @FieldResolver(() => WorkspaceType, { description: 'The workspace it belongs to.' })
  async workspace(
    @Root() { workspaceId }: OnboardingSession,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Workspace> {
    const workspace = await loaders.workspace.load(workspaceId);
    if (workspace === null) throw notFound();
    return workspace;
  }

  @FieldResolver(() => BadgeType, { description: 'How the status is shown.' })
  statusBadge(@Root() { status }: OnboardingSession): Badge {
    return badgeFor('onboarding_status', status);
  }

  @FieldResolver(() => String, {
    description: `The current step, derived from the current state: ${onboardingSteps.join(', ')}.`,
  })
  currentStep(@Root() { facts }: OnboardingSession): string {
    return currentStepOf(facts);
  }

  @FieldResolver(() => ProviderConnectionType, {
    nullable: true,
    description: 'The chosen connection, else the tenant’s default; null without one.',
  })
  async providerConnection(
    @Root() { facts }: OnboardingSession,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ProviderConnection | null> {
    return facts.connectionId === null ? null : await loaders.connection.load(facts.connectionId);
  }

  @FieldResolver(() => OperationRunType, {
    nullable: true,
    description: 'The verification it started; null before that.',
  })
  async verificationRun(
    @Root() { facts }: OnboardingSession,
    @Ctx() { loaders }: RequestContext,
  ): Promise<OperationRun | null> {
    return facts.verification === null ? null : await loaders.run.load(facts.verification.id);
  }

  @FieldResolver(() => String, {
    description:
      'granted, declined or unknown: the answer of the customer’s administrator, or what a verification found.',
  })
  consent(@Root() { facts }: OnboardingSession): string {
    return facts.consent;
  }

  @FieldResolver(() => UserType, {
    nullable: true,
    description: 'Who started it; null if unknown.',
  })
  async begunBy(
    @Root() { begunByUserId }: OnboardingSession,
    @Ctx() { loaders }: RequestContext,
  ): Promise<User | null> {
    return begunByUserId === null ? null : await loaders.user.load(begunByUserId);
  }

  @FieldResolver(() => UserType, {
    nullable: true,
    description: 'Who completed or cancelled it, at updatedAt; null while it is in progress.',
  })
  async endedBy(
    @Root() { endedByUserId }: OnboardingSession,
    @Ctx() { loaders }: RequestContext,
  ): Promise<User | null> {
    return endedByUserId === null ? null : await loaders.user.load(endedByUserId);
  }

  @FieldResolver(() => [ActionAvailabilityType], {
    description:
      'Actions offered in the session (choose_connection, create_consent_link, verify, complete, override, cancel), with the reason when disabled.',
  })
  async actions(
    @Root() session: OnboardingSession,
    @Ctx() { loaders, signIn }: RequestContext,
  ): Promise<ActionAvailability[]> {
    const tenant = await loaders.tenant.load(session.tenantId);
    if (tenant === null) throw notFound();
    return onboardingActionsFor(session, tenant.role, signIn.viewer);
  }
}
