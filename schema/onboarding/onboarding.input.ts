import { Field, ID, InputType } from 'type-graphql';

@InputType('BeginTenantOnboardingInput', { description: 'The directory to onboard, and its workspace.' })
export class BeginTenantOnboardingInput {
  @Field(() => ID, { description: 'The workspace.' })
  readonly workspaceId!: string;

  @Field(() => String, {
    description:
      'The directory (tenant) GUID. If the workspace already has a tenant for it, that tenant is used.',
  })
  readonly entraTenantId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Name of the new tenant. Defaults to the domain or GUID until a verification reads the name from Microsoft Graph.',
  })
  readonly name?: string | null;

  @Field(() => String, { nullable: true, description: 'The domain it was found by.' })
  readonly domain?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The new tenant’s id in another system.',
  })
  readonly externalId?: string | null;
}

@InputType('UpdateTenantOnboardingInput', { description: 'The next step.' })
export class UpdateTenantOnboardingInput {
  @Field(() => ID, { description: 'The session.' })
  readonly sessionId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The tenant’s connection to use; defaults to the one chosen before, else its default.',
  })
  readonly providerConnectionId?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Starts the verification through the start gate, and points the session at its run.',
  })
  readonly startVerification!: boolean;
}

@InputType('CompleteTenantOnboardingInput', { description: 'The session to complete.' })
export class CompleteTenantOnboardingInput {
  @Field(() => ID, { description: 'The session.' })
  readonly sessionId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The reason to complete without a successful verification. Owners only; at most 1,000 characters; audited.',
  })
  readonly overrideReason?: string | null;
}

@InputType('CancelTenantOnboardingInput', { description: 'The session to cancel.' })
export class CancelTenantOnboardingInput {
  @Field(() => ID, { description: 'The session.' })
  readonly sessionId!: string;
}

@InputType('CreateOnboardingConsentLinkInput', { description: 'The session to create the link for.' })
export class CreateConsentLinkInput {
  @Field(() => ID, { description: 'The session.' })
  readonly sessionId!: string;
}
