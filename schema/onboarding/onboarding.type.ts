import { GraphQLJSON } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
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
    'The way of one tenant from its directory’s GUID to a verified connection; resumable from any device.',
})
export class OnboardingSessionType
  extends NodeType
  implements Pick<OnboardingSession, 'status' | 'state' | 'consentLinkExpiresAt' | 'createdAt' | 'updatedAt'>
{
  @Field(() => OnboardingStatus, { description: 'How it stands.' })
  readonly status!: Status;

  @Field(() => GraphQLJSON, {
    description:
      'provider_connection_id, verification_operation_run_id and, after an override, override_reason.',
  })
  readonly state!: OnboardingState;

  @Field(() => Date, {
    nullable: true,
    description: 'Until when the open consent link works; null without one.',
  })
  readonly consentLinkExpiresAt!: Date | null;

  @Field(() => Date, { description: 'When it was begun.' })
  readonly createdAt!: Date;

  @Field(() => Date, { description: 'When it last changed.' })
  readonly updatedAt!: Date;
}

export const OnboardingSessionConnection = createConnectionType(
  'TenantOnboardingSession',
  () => OnboardingSessionType,
);

@ObjectType('TenantOnboardingSessionPayload', { description: 'The session as it stands now.' })
export class OnboardingPayload {
  @Field(() => StartOperationPayload, {
    nullable: true,
    description: 'What became of the verification that was asked for; null when none was.',
  })
  readonly start!: OnboardingAnswer['start'];
}

@ObjectType('OnboardingConsentLinkPayload', {
  description: 'A link for the customer’s administrator. It is shown once and works once.',
})
export class ConsentLinkPayload {
  @Field(() => String, { description: 'Microsoft’s admin consent page for this tenant and application.' })
  readonly url!: string;

  @Field(() => Date, { description: 'When it ends unused.' })
  readonly expiresAt!: Date;
}
