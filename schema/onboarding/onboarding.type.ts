import { Field, ObjectType } from 'type-graphql';
import { Json } from '../scalars.ts';
import type {
  OnboardingSession,
  OnboardingState,
  OnboardingStatus as Status,
} from '../../core/onboarding/onboarding.ts';
import type { OnboardingAnswer } from './onboarding-answer.ts';
import { createConnectionType } from '../relay.ts';
import { OnboardingStatus } from '../enums.ts';
import { NodeType } from '../node.ts';
import { StartOperationPayload } from '../runs/start.type.ts';

@ObjectType('TenantOnboardingSession', {
  implements: NodeType,
  description:
    'Onboarding of one tenant, from its directory GUID to a verified connection. Can be resumed from any device.',
})
export class OnboardingSessionType
  extends NodeType
  implements Pick<OnboardingSession, 'status' | 'state' | 'consentLinkExpiresAt' | 'createdAt' | 'updatedAt'>
{
  @Field(() => OnboardingStatus, { description: 'The session’s status.' })
  readonly status!: Status;

  @Field(() => Json, {
    description:
      'provider_connection_id, verification_operation_run_id and, after an override, override_reason.',
  })
  readonly state!: OnboardingState;

  @Field(() => Date, {
    nullable: true,
    description: 'When the open consent link expires; null without one.',
  })
  readonly consentLinkExpiresAt!: Date | null;

  @Field(() => Date, { description: 'When it was started.' })
  readonly createdAt!: Date;

  @Field(() => Date, { description: 'When it last changed.' })
  readonly updatedAt!: Date;
}

export const OnboardingSessionConnection = createConnectionType(
  'TenantOnboardingSession',
  () => OnboardingSessionType,
);

@ObjectType('TenantOnboardingSessionPayload', { description: 'The session after the change.' })
export class OnboardingPayload {
  @Field(() => StartOperationPayload, {
    nullable: true,
    description: 'The result of the verification start; null if none was requested.',
  })
  readonly start!: OnboardingAnswer['start'];
}

@ObjectType('OnboardingConsentLinkPayload', {
  description: 'A consent link for the customer’s administrator. Returned once; works once.',
})
export class ConsentLinkPayload {
  @Field(() => String, { description: 'Microsoft’s admin consent page for this tenant and application.' })
  readonly url!: string;

  @Field(() => Date, { description: 'When it expires if it is not used.' })
  readonly expiresAt!: Date;
}
