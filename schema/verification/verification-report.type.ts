import { Field, Int, ObjectType } from 'type-graphql';
import type { ChangeKind, CheckChange } from '../../core/verification/report-changes.ts';
import type { Severity } from '../../core/reasons/reasons.ts';
import type {
  CheckStatus as CheckStatusValue,
  ReportCounts,
  ReportOverall,
} from '../../core/runs/report-summary.ts';
import { ChangeKind as ChangeKindEnum, CheckSeverity, CheckStatus, VerificationOverall } from '../enums.ts';

@ObjectType('VerificationReport', {
  description: 'What one verification found about one tenant. Always as stored.',
})
export class VerificationReportType {}

@ObjectType('VerificationCounts', { description: 'Checks by status.' })
class VerificationCountsType implements ReportCounts {
  @Field(() => Int, { description: 'All checks.' })
  readonly total!: number;

  @Field(() => Int, { description: 'Passed.' })
  readonly pass!: number;

  @Field(() => Int, { description: 'Failed.' })
  readonly fail!: number;

  @Field(() => Int, { description: 'Passed with a warning.' })
  readonly warn!: number;

  @Field(() => Int, { description: 'Could not be read.' })
  readonly unknown!: number;

  @Field(() => Int, { description: 'Not checked.' })
  readonly skip!: number;

  @Field(() => Int, { description: 'Not finished yet.' })
  readonly running!: number;
}

@ObjectType('VerificationSummary', { description: 'Summary of the report.' })
export class VerificationSummaryType {
  @Field(() => VerificationOverall, { description: 'The report’s overall verdict.' })
  readonly overall!: ReportOverall;

  @Field(() => VerificationCountsType, { description: 'Checks by status.' })
  readonly counts!: ReportCounts;
}

@ObjectType('CheckEvidence', {
  description: 'A fact the verdict is based on: an id, a code, a name. Never a secret.',
})
export class CheckEvidenceType {
  @Field(() => String, {
    description: 'Kind of fact, such as request_id, aadsts, http_status or precondition.',
  })
  readonly kind!: string;

  @Field(() => String, { description: 'The value.' })
  readonly value!: string;
}

@ObjectType('VerificationCheck', { description: 'One question about the tenant, and its result.' })
export class VerificationCheckType {
  @Field(() => String, { description: 'Stable key, such as token.acquire.' })
  readonly key!: string;

  @Field(() => String, { description: 'What is checked.' })
  readonly title!: string;

  @Field(() => CheckStatus, { description: 'The verdict.' })
  readonly status!: CheckStatusValue;

  @Field(() => CheckSeverity, { description: 'How severe it is.' })
  readonly severity!: Severity;

  @Field(() => Boolean, { description: 'Whether the tenant cannot be managed at all while this fails.' })
  readonly blocking!: boolean;

  @Field(() => String, { description: 'The result as a sentence; empty while running.' })
  readonly message!: string;

  @Field(() => [CheckEvidenceType], { description: 'The facts the result is based on.' })
  readonly evidence!: CheckEvidenceType[];
}

@ObjectType('VerificationChange', {
  description: 'A check whose result or evidence differs from the previous report.',
})
export class VerificationChangeType implements CheckChange {
  @Field(() => String, { description: 'The check’s key.' })
  readonly key!: string;

  @Field(() => String, { description: 'The check’s title.' })
  readonly title!: string;

  @Field(() => ChangeKindEnum, { description: 'The kind of difference.' })
  readonly kind!: ChangeKind;

  @Field(() => CheckStatus, {
    nullable: true,
    description: 'The previous status; null if the check did not exist.',
  })
  readonly before!: CheckStatusValue | null;

  @Field(() => CheckStatus, {
    nullable: true,
    description: 'The status now; null if the check no longer exists.',
  })
  readonly after!: CheckStatusValue | null;

  @Field(() => String, { nullable: true, description: 'The previous reason code.' })
  readonly reasonBefore!: string | null;

  @Field(() => String, { nullable: true, description: 'The current reason code.' })
  readonly reasonAfter!: string | null;

  @Field(() => Boolean, {
    description: 'Whether the evidence differs; request ids and times do not count.',
  })
  readonly evidenceChanged!: boolean;
}
