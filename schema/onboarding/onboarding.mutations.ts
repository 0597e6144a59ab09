import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { parseId } from '../../core/global-id.ts';
import { badInput, notFound } from '../../core/fault.ts';
import { isDirectoryId, longestName } from '../../core/tenants/tenant.ts';
import type { OnboardingSession } from '../../core/onboarding/onboarding.ts';
import type { ConsentLinkAnswer } from '../../flows/onboarding/request-consent.ts';
import type { RequestContext } from '../context.ts';
import { parseLine, parseText } from '../input-text.ts';
import type { OnboardingAnswer } from './onboarding-answer.ts';
import {
  BeginTenantOnboardingInput,
  CancelTenantOnboardingInput,
  CompleteTenantOnboardingInput,
  CreateConsentLinkInput,
  UpdateTenantOnboardingInput,
} from './onboarding.input.ts';
import { ConsentLinkPayload, OnboardingPayload, OnboardingSessionType } from './onboarding.type.ts';

/** As long as a paragraph. */
const longestReason = 1_000;

@Resolver()
export class OnboardingMutations {
  @Mutation(() => OnboardingPayload, {
    description: 'Starts onboarding a tenant, or returns the open session. Needs TENANT_MANAGE.',
  })
  async beginTenantOnboarding(
    @Arg('input', () => BeginTenantOnboardingInput, { description: 'The directory.' })
    input: BeginTenantOnboardingInput,
    @Ctx() context: RequestContext,
  ): Promise<OnboardingAnswer> {
    const entraTenantId = input.entraTenantId.trim().toLowerCase();
    if (!isDirectoryId(entraTenantId)) {
      throw badInput(
        'entraTenantId',
        'Give the directory’s GUID, e.g. 292f6999-2f83-4d34-a419-67a088c41314.',
      );
    }
    const chosen = parseLine('name', input.name ?? '', { max: longestName });
    const name = chosen || parseLine('domain', input.domain ?? '', { max: longestName }) || entraTenantId;
    const nameChosenBy = chosen === '' ? 'nobody' : 'person';
    const externalId = parseLine('externalId', input.externalId ?? '', { max: longestName }) || null;
    const workspaceId = parseId('workspace', input.workspaceId);
    const directory = { workspaceId, entraTenantId, name, nameChosenBy, externalId } as const;
    const sessionId = await context.flows.beginOnboarding(context.signIn.viewer, directory);
    return answer(context, sessionId);
  }

  @Mutation(() => OnboardingPayload, {
    description:
      'Continues an onboarding: chooses the connection or starts the verification. Needs TENANT_MANAGE.',
  })
  async updateTenantOnboarding(
    @Arg('input', () => UpdateTenantOnboardingInput, { description: 'The next step.' })
    { sessionId: id, providerConnectionId, startVerification }: UpdateTenantOnboardingInput,
    @Ctx() context: RequestContext,
  ): Promise<OnboardingAnswer> {
    const sessionId = parseId('session', id);
    const connectionId = providerConnectionId == null ? null : parseId('connection', providerConnectionId);
    const update = { sessionId, connectionId, startVerification };
    const start = await context.flows.updateOnboarding(context.signIn.viewer, update);
    return answer(context, sessionId, start && { ...start, reasonCode: start.reason });
  }

  @Mutation(() => ConsentLinkPayload, {
    description:
      'Creates a consent link for the customer’s administrator. The previous link stops working. Needs TENANT_MANAGE.',
  })
  async createOnboardingConsentLink(
    @Arg('input', () => CreateConsentLinkInput, { description: 'The session to create the link for.' })
    { sessionId: id }: CreateConsentLinkInput,
    @Ctx() context: RequestContext,
  ): Promise<ConsentLinkAnswer & OnboardingAnswer> {
    const sessionId = parseId('session', id);
    const link = await context.flows.requestConsent(context.signIn, sessionId);
    return { ...link, ...answer(context, sessionId) };
  }

  @Mutation(() => OnboardingPayload, {
    description:
      'Completes an onboarding session and activates the tenant. Its verification must not be blocked. Needs TENANT_MANAGE.',
  })
  async completeTenantOnboarding(
    @Arg('input', () => CompleteTenantOnboardingInput, { description: 'The session.' })
    { sessionId: id, overrideReason }: CompleteTenantOnboardingInput,
    @Ctx() context: RequestContext,
  ): Promise<OnboardingAnswer> {
    const sessionId = parseId('session', id);
    const reason =
      overrideReason == null ? null : parseText('overrideReason', overrideReason, { max: longestReason });
    if (reason === '') throw badInput('overrideReason', 'Enter an override reason, or omit the field.');
    await context.flows.completeOnboarding(context.signIn.viewer, { sessionId, overrideReason: reason });
    return answer(context, sessionId);
  }

  @Mutation(() => OnboardingPayload, {
    description:
      'Cancels an onboarding session. Its results stay readable, and a new session can be started. Needs TENANT_MANAGE.',
  })
  async cancelTenantOnboarding(
    @Arg('input', () => CancelTenantOnboardingInput, { description: 'The session.' })
    { sessionId: id }: CancelTenantOnboardingInput,
    @Ctx() context: RequestContext,
  ): Promise<OnboardingAnswer> {
    const sessionId = parseId('session', id);
    await context.flows.cancelOnboarding(context.signIn.viewer, sessionId);
    return answer(context, sessionId);
  }
}

function answer(
  context: RequestContext,
  sessionId: number,
  start: OnboardingAnswer['start'] = null,
): OnboardingAnswer {
  context.refresh();
  return { sessionId, start };
}

@Resolver(() => OnboardingPayload)
export class OnboardingPayloadResolver {
  @FieldResolver(() => OnboardingSessionType, { description: 'The session.' })
  async session(@Root() root: OnboardingAnswer, @Ctx() context: RequestContext): Promise<OnboardingSession> {
    return await getSession(root, context);
  }
}

@Resolver(() => ConsentLinkPayload)
export class ConsentLinkPayloadResolver {
  @FieldResolver(() => OnboardingSessionType, { description: 'The session.' })
  async session(@Root() root: OnboardingAnswer, @Ctx() context: RequestContext): Promise<OnboardingSession> {
    return await getSession(root, context);
  }
}

async function getSession(
  { sessionId }: OnboardingAnswer,
  { loaders }: RequestContext,
): Promise<OnboardingSession> {
  const session = await loaders.onboardingSession.load(sessionId);
  if (session === null) throw notFound();
  return session;
}
