import { Field, ObjectType } from 'type-graphql';
import { stepLabel } from '../../core/reasons/next-steps.ts';
import {
  reasons,
  type Actor,
  type Reason,
  type ReasonCode,
  type Severity,
} from '../../core/reasons/reasons.ts';
import { CheckSeverity, ReasonActor } from '../enums.ts';

@ObjectType('Reason', {
  description: 'Why a check did not pass or a start was refused: one entry of the catalog.',
})
export class ReasonType {
  @Field(() => String, { description: 'area.reason; never renamed.' })
  readonly code!: string;

  @Field(() => String, { description: 'What is wrong, in one sentence.' })
  readonly message!: string;

  @Field(() => CheckSeverity, { description: 'How severe it is.' })
  readonly severity!: Severity;

  @Field(() => Boolean, { description: 'Whether the tenant cannot be managed until it is resolved.' })
  readonly blocking!: boolean;

  @Field(() => Boolean, { description: 'Whether retrying later can help without anyone acting.' })
  readonly retryable!: boolean;

  @Field(() => ReasonActor, { description: 'Who has to act.' })
  readonly actor!: Actor;

  @Field(() => [String], { description: 'What to do; a report has the links.' })
  readonly steps!: string[];
}

export function toReason(code: ReasonCode): ReasonType {
  const { nextSteps, ...reason }: Reason = reasons[code];
  return { code, ...reason, steps: nextSteps.map(stepLabel) };
}
