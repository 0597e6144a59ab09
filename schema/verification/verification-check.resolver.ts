import { FieldResolver, Resolver, Root } from 'type-graphql';
import { badgeFor, type Badge } from '../../core/presentation/badges.ts';
import type { NextStep } from '../../core/reasons/next-steps.ts';
import type { ReportCheck } from '../../core/verification/report-facts.ts';
import { BadgeType } from '../presentation/badge.type.ts';
import { NextStepType } from '../runs/operation-run.type.ts';
import { VerificationCheckType } from './verification-report.type.ts';

@Resolver(() => VerificationCheckType)
export class VerificationCheckResolver {
  @FieldResolver(() => BadgeType, { description: 'How the status is shown.' })
  statusBadge(@Root() { status }: ReportCheck): Badge {
    return badgeFor('check_status', status);
  }

  @FieldResolver(() => BadgeType, { description: 'How the severity is shown.' })
  severityBadge(@Root() { severity }: ReportCheck): Badge {
    return badgeFor('check_severity', severity);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The reason code; null if it passed or is running.',
  })
  reasonCode(@Root() { reason_code }: ReportCheck): string | null {
    return reason_code;
  }

  @FieldResolver(() => [NextStepType], { description: 'What to do about it.' })
  nextSteps(@Root() { next_steps }: ReportCheck): readonly NextStep[] {
    return next_steps;
  }
}
