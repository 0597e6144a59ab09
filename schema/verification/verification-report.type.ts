import { Field, Int, ObjectType } from 'type-graphql';
import type { ChangeKind, CheckChange } from '../../core/verification/report-changes.ts';
import type { Severity } from '../../core/reasons/reasons.ts';
import type {
  CheckStatus as CheckStatusValue,
  ReportCounts,
  ReportOverall,
} from '../../core/verification/report.ts';
import { ChangeKind as ChangeKindEnum, CheckSeverity, CheckStatus, VerificationOverall } from '../enums.ts';

@ObjectType('VerificationReport', {
  description: 'What one verification found out about one tenant. Stored, never made up.',
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

@ObjectType('VerificationSummary', { description: 'The report in one line.' })
export class VerificationSummaryType {
  @Field(() => VerificationOverall, { description: 'What it says of the tenant.' })
  readonly overall!: ReportOverall;

  @Field(() => VerificationCountsType, { description: 'Checks by status.' })
  readonly counts!: ReportCounts;
}

@ObjectType('CheckEvidence', {
  description: 'A pointer to what was seen: an id, a code, a name. Never a secret.',
})
export class CheckEvidenceType {
  @Field(() => String, { description: 'E.g. request_id, aadsts, http_status, precondition.' })
  readonly kind!: string;

  @Field(() => String, { description: 'The value.' })
  readonly value!: string;
}

@ObjectType('VerificationCheck', { description: 'One question about the tenant, and its verdict.' })
export class VerificationCheckType {
  @Field(() => String, { description: 'Stable name, e.g. token.acquire.' })
  readonly key!: string;

  @Field(() => String, { description: 'What is checked.' })
  readonly title!: string;

  @Field(() => CheckStatus, { description: 'The verdict.' })
  readonly status!: CheckStatusValue;

  @Field(() => CheckSeverity, { description: 'How much it matters.' })
  readonly severity!: Severity;

  @Field(() => Boolean, { description: 'Whether the tenant cannot be managed at all while this fails.' })
  readonly blocking!: boolean;

  @Field(() => String, { description: 'The verdict as a sentence; empty while it is running.' })
  readonly message!: string;

  @Field(() => [CheckEvidenceType], { description: 'What the verdict rests on.' })
  readonly evidence!: CheckEvidenceType[];
}

@ObjectType('VerificationChange', {
  description: 'A check that says something else than in the previous report, or says it on other evidence.',
})
export class VerificationChangeType implements CheckChange {
  @Field(() => String, { description: 'The check’s key.' })
  readonly key!: string;

  @Field(() => String, { description: 'The check’s title.' })
  readonly title!: string;

  @Field(() => ChangeKindEnum, { description: 'What kind of difference it is.' })
  readonly kind!: ChangeKind;

  @Field(() => CheckStatus, { nullable: true, description: 'Then; null where the check did not exist.' })
  readonly before!: CheckStatusValue | null;

  @Field(() => CheckStatus, {
    nullable: true,
    description: 'Now; null where the check does not exist any more.',
  })
  readonly after!: CheckStatusValue | null;

  @Field(() => String, { nullable: true, description: 'The reason code then.' })
  readonly reasonBefore!: string | null;

  @Field(() => String, { nullable: true, description: 'The reason code now.' })
  readonly reasonAfter!: string | null;

  @Field(() => Boolean, {
    description: 'Whether it rests on something else; request ids and times do not count.',
  })
  readonly evidenceChanged!: boolean;
}
