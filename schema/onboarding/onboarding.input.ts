import { Field, ID, InputType } from 'type-graphql';

@InputType('BeginTenantOnboardingInput', { description: 'Which directory to onboard, and where.' })
export class BeginTenantOnboardingInput {
  @Field(() => ID, { description: 'The workspace.' })
  readonly workspaceId!: string;

  @Field(() => String, { description: 'The directory’s GUID. A tenant of it that exists is adopted.' })
  readonly entraTenantId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Name of a new tenant. Left out, it is called by its domain or GUID until a verification reads its name from Microsoft Graph.',
  })
  readonly name?: string | null;

  @Field(() => String, { nullable: true, description: 'The domain it was found by.' })
  readonly domain?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A new tenant’s id in the system that tells us of it.',
  })
  readonly externalId?: string | null;
}

@InputType('UpdateTenantOnboardingInput', { description: 'How to go on.' })
export class UpdateTenantOnboardingInput {
  @Field(() => ID, { description: 'The session.' })
  readonly sessionId!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Which of the tenant’s connections to use; left out, the one chosen before, else its default.',
  })
  readonly providerConnectionId?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Starts the verification through the start gate, and points the session at its run.',
  })
  readonly startVerification!: boolean;
}

@InputType('CompleteTenantOnboardingInput', { description: 'Which session to complete.' })
export class CompleteTenantOnboardingInput {
  @Field(() => ID, { description: 'The session.' })
  readonly sessionId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Completes although the verification is blocked or missing: why. Owners only; up to 1,000 characters, and audited.',
  })
  readonly overrideReason?: string | null;
}

@InputType('CancelTenantOnboardingInput', { description: 'Which session to give up.' })
export class CancelTenantOnboardingInput {
  @Field(() => ID, { description: 'The session.' })
  readonly sessionId!: string;
}

@InputType('CreateOnboardingConsentLinkInput', { description: 'For which session.' })
export class CreateConsentLinkInput {
  @Field(() => ID, { description: 'The session.' })
  readonly sessionId!: string;
}
