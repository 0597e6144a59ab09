import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { Json } from '../scalars.ts';
import { badgeFor, type Badge } from '../../core/presentation/badges.ts';
import { toGlobalId } from '../../core/global-id.ts';
import { Fault } from '../../core/fault.ts';
import { compareReports, type CheckChange } from '../../core/verification/report-changes.ts';
import type { VerificationReport } from '../../core/verification/report.ts';
import {
  checkStatuses,
  reportOveralls,
  type CheckStatus as CheckStatusValue,
  type ReportSummary,
} from '../../core/runs/report-summary.ts';
import type { OperationRun } from '../../core/runs/run.ts';
import { findingOf } from '../../core/runs/verdict.ts';
import { BadgeType } from '../presentation/badge.type.ts';
import type { RequestContext } from '../context.ts';
import { CheckStatus } from '../enums.ts';
import { OperationRunType } from '../runs/operation-run.type.ts';
import type { CheckOfRun, SummaryOfRun } from './of-run.ts';
import {
  VerificationChangeType,
  VerificationCheckType,
  VerificationReportType,
  VerificationSummaryType,
} from './verification-report.type.ts';

/** The report of a run. Its parent value is the run: the document is loaded only for fields that need it. */
@Resolver(() => VerificationReportType)
export class VerificationReportResolver {
  @FieldResolver(() => String, { description: 'Version of the document’s schema, e.g. 1.5.0.' })
  async schemaVersion(@Root() run: OperationRun, @Ctx() context: RequestContext): Promise<string> {
    return (await getStored(run, context)).schema_version;
  }

  @FieldResolver(() => String, { description: 'The type of the run that wrote it.' })
  async flow(@Root() run: OperationRun, @Ctx() context: RequestContext): Promise<string> {
    return (await getReport(run, context)).flow;
  }

  @FieldResolver(() => Date, { description: 'When it was last written.' })
  async generatedAt(@Root() run: OperationRun, @Ctx() context: RequestContext): Promise<Date> {
    return new Date((await getReport(run, context)).generated_at);
  }

  @FieldResolver(() => String, {
    description: '64 hex digits computed over the results: the same tenant state has the same fingerprint.',
  })
  async fingerprint(@Root() run: OperationRun, @Ctx() context: RequestContext): Promise<string> {
    return (await getReport(run, context)).fingerprint;
  }

  @FieldResolver(() => ID, { nullable: true, description: 'The run that holds the previous report.' })
  async previousReportId(@Root() run: OperationRun, @Ctx() context: RequestContext): Promise<string | null> {
    const { previous_report_id: id } = await getReport(run, context);
    return id === null ? null : toGlobalId('run', id);
  }

  @FieldResolver(() => OperationRunType, {
    nullable: true,
    description: 'The run that holds the previous report.',
  })
  async previousRun(@Root() run: OperationRun, @Ctx() context: RequestContext): Promise<OperationRun | null> {
    const { previous_report_id: id } = await getReport(run, context);
    return id === null ? null : await context.loaders.run.load(id);
  }

  @FieldResolver(() => OperationRunType, {
    nullable: true,
    description:
      'The run that changes are relative to: the latest one before it that has a verdict. Null if it has none itself.',
  })
  async comparedRun(@Root() run: OperationRun, @Ctx() context: RequestContext): Promise<OperationRun | null> {
    const runId = await findComparedId(run, context);
    return runId === null ? null : await context.loaders.run.load(runId);
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'Whether there are changes; null if there is nothing to compare with.',
  })
  async changedSincePrevious(
    @Root() run: OperationRun,
    @Ctx() context: RequestContext,
  ): Promise<boolean | null> {
    const previous = await findCompared(run, context);
    return previous && compareReports(previous, await getReport(run, context)).length > 0;
  }

  @FieldResolver(() => VerificationSummaryType, { description: 'Summary of the report.' })
  async summary(@Root() run: OperationRun, @Ctx() context: RequestContext): Promise<SummaryOfRun> {
    return { ...(summaryFromRow(run) ?? (await getReport(run, context)).summary), runId: run.id };
  }

  @FieldResolver(() => [VerificationCheckType], { description: 'The checks, in the order they run.' })
  async checks(
    @Root() run: OperationRun,
    @Arg('status', () => [CheckStatus], {
      nullable: true,
      description: 'Only checks with one of these statuses.',
    })
    status: CheckStatusValue[] | null,
    @Ctx() context: RequestContext,
  ): Promise<CheckOfRun[]> {
    const { checks } = await getReport(run, context);
    return checks
      .filter((check) => status == null || status.includes(check.status))
      .map((check) => ({ ...check, runId: run.id }));
  }

  @FieldResolver(() => [VerificationChangeType], {
    description:
      'Differences from the report of comparedRun, including changed evidence; empty without one. A check that passes in both is not a change.',
  })
  async changes(@Root() run: OperationRun, @Ctx() context: RequestContext): Promise<CheckChange[]> {
    const previous = await findCompared(run, context);
    return previous === null ? [] : compareReports(previous, await getReport(run, context));
  }

  @FieldResolver(() => Json, { description: 'The stored document, verbatim.' })
  async document(@Root() run: OperationRun, @Ctx() context: RequestContext): Promise<object> {
    return await getStored(run, context);
  }
}

@Resolver(() => VerificationSummaryType)
export class VerificationSummaryResolver {
  @FieldResolver(() => BadgeType, { description: 'How the overall verdict is shown.' })
  overallBadge(@Root() { overall }: ReportSummary): Badge {
    return badgeFor('verification_overall', overall);
  }
}

@Resolver(() => VerificationChangeType)
export class VerificationChangeResolver {
  @FieldResolver(() => BadgeType, { nullable: true, description: 'How the previous status is displayed.' })
  beforeBadge(@Root() { before }: CheckChange): Badge | null {
    return before && badgeFor('check_status', before);
  }

  @FieldResolver(() => BadgeType, { nullable: true, description: 'How the current status is displayed.' })
  afterBadge(@Root() { after }: CheckChange): Badge | null {
    return after && badgeFor('check_status', after);
  }
}

async function getReport(run: OperationRun, { loaders }: RequestContext): Promise<VerificationReport> {
  const report = await loaders.report.load(run.id);
  if (report === null) throw new Fault('REPORT_INVALID', `The stored report of run ${run.id} is gone.`);
  return report;
}

/** As it was written, whatever its version; only a document that is valid as a whole is shown. */
async function getStored(
  run: OperationRun,
  context: RequestContext,
): Promise<Pick<VerificationReport, 'schema_version'>> {
  await getReport(run, context);
  const stored = await context.loaders.reportDocument.load(run.id);
  return stored?.document as Pick<VerificationReport, 'schema_version'>;
}

/** null also when the run is out of the viewer's sight: then there is nothing to compare with. */
async function findCompared(run: OperationRun, context: RequestContext): Promise<VerificationReport | null> {
  const runId = await findComparedId(run, context);
  return runId === null ? null : await context.loaders.report.load(runId);
}

/** The latest verdict before. A report that says nothing about the tenant is compared with none, and none with it. */
async function findComparedId(run: OperationRun, context: RequestContext): Promise<number | null> {
  if (run.status === 'completed' && findingOf(run) === null) return null;
  const { previous_report_id: previousId } = await getReport(run, context);
  if (previousId === null) return null;
  return (await context.loaders.verdictBefore.load(run.id))?.verdictRunId ?? null;
}

/** The copies beside the document, unless the document was changed behind their back: then it has to be read. */
function summaryFromRow({ reportIntact, reportOverall, reportCounts }: OperationRun): ReportSummary | null {
  if (!reportIntact || reportOverall === null || reportCounts === null) return null;
  // A report of version 1.4 has no count of unknown checks: the copy is not whole, the document is asked.
  const isWhole = checkStatuses.every((status) => Number.isSafeInteger(reportCounts[status]));
  const isKnown = isWhole && reportOveralls.includes(reportOverall);
  return isKnown ? { overall: reportOverall, counts: reportCounts } : null;
}
