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

  @Field(() => Date, { description: 'When it was given; carried to later runs unchanged.' })
  readonly acknowledgedAt!: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'When it ends by itself, or has ended; null: when the verdict or its evidence changes.',
  })
  readonly expiresAt!: Date | null;

  @Field(() => AcknowledgementEnd, {
    nullable: true,
    description: 'Why it has ended; null while it holds.',
  })
  readonly ended!: AcknowledgementEndValue | null;
}

@InputType('AcknowledgeVerificationCheckInput', { description: 'Which failing check is known, and why.' })
export class AcknowledgeVerificationCheckInput {
  @Field(() => ID, { description: 'The completed run whose report has the check.' })
  readonly runId!: string;

  @Field(() => String, { description: 'The check’s key, e.g. consent.app_roles.' })
  readonly checkKey!: string;

  @Field(() => String, { description: 'Why, for whoever reads it later; up to 1,000 characters.' })
  readonly reason!: string;

  @Field(() => Date, {
    nullable: true,
    description:
      'Until when: at most 14 days for critical, 90 for high, 180 for medium, 365 for low. Left out, as long as that; a blocking check needs a date.',
  })
  readonly expiresAt?: Date | null;
}

@InputType('WithdrawAcknowledgementInput', { description: 'Which acknowledgement to take back.' })
export class WithdrawAcknowledgementInput {
  @Field(() => ID, { description: 'The run.' })
  readonly runId!: string;

  @Field(() => String, { description: 'The check’s key.' })
  readonly checkKey!: string;
}

/** Its parent value names check and run; both are read again after the change. */
@ObjectType('VerificationCheckPayload', { description: 'The check as it is shown now.' })
export class VerificationCheckPayload {}
