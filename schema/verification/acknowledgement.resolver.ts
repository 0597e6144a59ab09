import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { parseId } from '../../core/global-id.ts';
import { longestReason, type Acknowledgement } from '../../core/verification/acknowledgement.ts';
import {
  groupOf,
  positionOf,
  type CheckGroup as CheckGroupName,
} from '../../core/verification/check-groups.ts';
import { evidenceHashOf } from '../../core/verification/evidence.ts';
import { badInput, notFound } from '../../core/fault.ts';
import type { OperationRun } from '../../core/runs/run.ts';
import type { User } from '../../core/tenants/workspace.ts';
import type { AcknowledgedCheck } from '../../flows/verification/acknowledge-check.ts';
import type { RequestContext } from '../context.ts';
import { CheckGroup } from '../enums.ts';
import { parseText } from '../input-text.ts';
import { OperationRunType } from '../runs/operation-run.type.ts';
import { UserType } from '../people/viewer.type.ts';
import {
  AcknowledgementType,
  AcknowledgeVerificationCheckInput,
  VerificationCheckPayload,
  WithdrawAcknowledgementInput,
} from './acknowledgement.type.ts';
import type { CheckOfRun, SummaryOfRun } from './of-run.ts';
import { VerificationCheckType, VerificationSummaryType } from './verification-report.type.ts';

@Resolver()
export class AcknowledgeResolver {
  @Mutation(() => VerificationCheckPayload, {
    description:
      'Acknowledges a failing check of a completed run. It carries over to later runs while the check has the same result on the same evidence.',
  })
  async acknowledgeVerificationCheck(
    @Arg('input', () => AcknowledgeVerificationCheckInput, { description: 'The check and the reason.' })
    { runId, checkKey, reason: given, expiresAt = null }: AcknowledgeVerificationCheckInput,
    @Ctx() context: RequestContext,
  ): Promise<AcknowledgedCheck> {
    const { flows, signIn } = context;
    const reason = parseText('reason', given, { max: longestReason });
    if (reason === '') throw badInput('reason', 'Enter a reason.');
    const request = { runId: parseId('run', runId), checkKey, reason, expiresAt };
    const acknowledged = await flows.acknowledgeCheck(signIn.viewer, request);
    context.refresh();
    return acknowledged;
  }

  @Mutation(() => VerificationCheckPayload, {
    description: 'Withdraws an acknowledgement. Does nothing if there is none.',
  })
  async withdrawVerificationCheckAcknowledgement(
    @Arg('input', () => WithdrawAcknowledgementInput, { description: 'The connection.' })
    { runId, checkKey }: WithdrawAcknowledgementInput,
    @Ctx() context: RequestContext,
  ): Promise<AcknowledgedCheck> {
    const { flows, signIn } = context;
    const withdrawn = await flows.withdrawAcknowledgement(signIn.viewer, {
      runId: parseId('run', runId),
      checkKey,
    });
    context.refresh();
    return withdrawn;
  }
}

@Resolver(() => VerificationCheckPayload)
export class VerificationCheckPayloadResolver {
  @FieldResolver(() => VerificationCheckType, { description: 'The check.' })
  async check(
    @Root() { runId, checkKey }: AcknowledgedCheck,
    @Ctx() { loaders }: RequestContext,
  ): Promise<CheckOfRun> {
    const report = await loaders.report.load(runId);
    const check = report?.checks.find(({ key }) => key === checkKey);
    if (check === undefined) throw notFound();
    return { ...check, runId };
  }

  @FieldResolver(() => OperationRunType, { description: 'The run with its new version.' })
  async run(@Root() { runId }: AcknowledgedCheck, @Ctx() { loaders }: RequestContext): Promise<OperationRun> {
    const run = await loaders.run.load(runId);
    if (run === null) throw notFound();
    return run;
  }
}

@Resolver(() => VerificationCheckType)
export class AcknowledgementOfCheckResolver {
  @FieldResolver(() => AcknowledgementType, {
    nullable: true,
    description:
      'The acknowledgement in effect; null if there is none, it has ended, or the evidence has changed.',
  })
  async acknowledgement(
    @Root() check: CheckOfRun,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Acknowledgement | null> {
    return await acknowledgementOf(check, loaders);
  }

  @FieldResolver(() => CheckGroup, {
    description: 'Where it belongs when a report is read by who needs to act.',
  })
  async group(@Root() check: CheckOfRun, @Ctx() { loaders }: RequestContext): Promise<CheckGroupName> {
    return groupOf(check, (await acknowledgementOf(check, loaders)) !== null);
  }

  @FieldResolver(() => Int, { description: 'The place of its group, the most urgent first.' })
  async groupPosition(@Root() check: CheckOfRun, @Ctx() context: RequestContext): Promise<number> {
    return positionOf(await this.group(check, context));
  }

  @FieldResolver(() => AcknowledgementType, {
    nullable: true,
    description:
      'The acknowledgement that ended, and why. Shown until someone acknowledges again or withdraws it, or the check passes; null while one is in effect.',
  })
  async endedAcknowledgement(
    @Root() check: CheckOfRun,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Acknowledgement | null> {
    const acknowledgements = await loaders.acknowledgementsOfRun.load(check.runId);
    return acknowledgements.find(({ checkKey, ended }) => checkKey === check.key && ended !== null) ?? null;
  }
}

async function acknowledgementOf(
  check: CheckOfRun,
  loaders: RequestContext['loaders'],
): Promise<Acknowledgement | null> {
  const acknowledgements = await loaders.acknowledgementsOfRun.load(check.runId);
  const given = acknowledgements.find(({ checkKey }) => checkKey === check.key);
  return given?.ended === null && given.evidenceHash === evidenceHashOf(check) ? given : null;
}

@Resolver(() => VerificationSummaryType)
export class AcknowledgedCountResolver {
  @FieldResolver(() => Int, {
    description:
      'Number of failing, warning or unknown checks that are acknowledged. They are still included in the counts.',
  })
  async acknowledged(@Root() { runId }: SummaryOfRun, @Ctx() { loaders }: RequestContext): Promise<number> {
    const acknowledgements = await loaders.acknowledgementsOfRun.load(runId);
    return acknowledgements.filter(({ ended }) => ended === null).length;
  }
}

@Resolver(() => AcknowledgementType)
export class AcknowledgementResolver {
  @FieldResolver(() => UserType, { description: 'Who acknowledged it.' })
  async acknowledgedBy(
    @Root() { acknowledgedByUserId }: Acknowledgement,
    @Ctx() { loaders }: RequestContext,
  ): Promise<User> {
    const user = await loaders.user.load(acknowledgedByUserId);
    if (user === null) throw notFound();
    return user;
  }
}
