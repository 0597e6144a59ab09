import { FieldResolver, Resolver, Root } from 'type-graphql';
import { badgeFor, badgeOfRun, type Badge } from '../../core/presentation/badges.ts';
import type { OperationRun } from '../../core/runs/run.ts';
import { verdictOf, type Verdict } from '../../core/runs/verdict.ts';
import { VerificationOverall } from '../enums.ts';
import { BadgeType } from '../presentation/badge.type.ts';
import { OperationRunType } from './operation-run.type.ts';

/** What a run came to, and what it says about its tenant. */
@Resolver(() => OperationRunType)
export class RunResultResolver {
  @FieldResolver(() => BadgeType, {
    description:
      'The result as one badge: the status while it runs, then a verification’s verdict, otherwise the outcome.',
  })
  resultBadge(@Root() run: OperationRun): Badge {
    return badgeOfRun(run);
  }

  @FieldResolver(() => VerificationOverall, {
    nullable: true,
    description:
      'What a verification says about its tenant; null for one that says nothing: under way, cancelled, lost, a rehearsal, or failed for a cause on our side (network.*, proxy.*).',
  })
  verdict(@Root() run: OperationRun): Verdict | null {
    return verdictOf(run);
  }

  @FieldResolver(() => BadgeType, {
    nullable: true,
    description: 'How the verdict is shown; null where there is none.',
  })
  verdictBadge(@Root() run: OperationRun): Badge | null {
    const verdict = verdictOf(run);
    return verdict && badgeFor('verification_overall', verdict);
  }
}
