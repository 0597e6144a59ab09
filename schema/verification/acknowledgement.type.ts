import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type {
  Acknowledgement,
  AcknowledgementEnd as AcknowledgementEndValue,
} from '../../core/verification/acknowledgement.ts';
import { AcknowledgementEnd } from '../enums.ts';

@ObjectType('VerificationCheckAcknowledgement', {
  description:
    '“We know about this failing check, because …”. It stands beside the verdict and never changes it.',
})
export class AcknowledgementType implements Pick<
  Acknowledgement,
  'id' | 'reason' | 'acknowledgedAt' | 'expiresAt' | 'ended'
> {
  @Field(() => ID, { description: 'Opaque.' })
  readonly id!: number;

  @Field(() => String, { description: 'Why this is known and accepted for now.' })
  readonly reason!: string;

  @Field(() => Date, { description: 'When it was acknowledged; carried over to later runs unchanged.' })
  readonly acknowledgedAt!: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'When it expires or expired; null if it lasts until the result or its evidence changes.',
  })
  readonly expiresAt!: Date | null;

  @Field(() => AcknowledgementEnd, {
    nullable: true,
    description: 'Why it ended; null while in effect.',
  })
  readonly ended!: AcknowledgementEndValue | null;
}

@InputType('AcknowledgeVerificationCheckInput', {
  description: 'The failing check to acknowledge, and the reason.',
})
export class AcknowledgeVerificationCheckInput {
  @Field(() => ID, { description: 'The completed run whose report has the check.' })
  readonly runId!: string;

  @Field(() => String, { description: 'The check’s key, e.g. consent.app_roles.' })
  readonly checkKey!: string;

  @Field(() => String, {
    description: 'The reason, shown to everyone who sees the check; at most 1,000 characters.',
  })
  readonly reason!: string;

  @Field(() => Date, {
    nullable: true,
    description:
      'When it expires: at most 14 days from now for critical, 90 for high, 180 for medium, 365 for low. Defaults to that maximum; required for a blocking check.',
  })
  readonly expiresAt?: Date | null;
}

@InputType('WithdrawAcknowledgementInput', { description: 'The acknowledgement to withdraw.' })
export class WithdrawAcknowledgementInput {
  @Field(() => ID, { description: 'The run.' })
  readonly runId!: string;

  @Field(() => String, { description: 'The check’s key.' })
  readonly checkKey!: string;
}

/** Its parent value names check and run; both are read again after the change. */
@ObjectType('VerificationCheckPayload', { description: 'The check after the change.' })
export class VerificationCheckPayload {}
