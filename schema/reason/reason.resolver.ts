import { Ctx, Query, Resolver } from 'type-graphql';
import { stepLabel } from '../../core/next-steps.ts';
import { reasons, type Reason } from '../../core/reasons.ts';
import type { RequestContext } from '../context.ts';
import { ReasonType } from './reason.type.ts';

@Resolver(() => ReasonType)
export class ReasonResolver {
  @Query(() => [ReasonType], { description: 'The catalogue of reasons, as docs/reasons.md prints it.' })
  reasonCatalog(@Ctx() { view }: RequestContext): ReasonType[] {
    // The catalogue is the same for everybody, but nothing is served to nobody.
    void view;
    return Object.entries<Reason>(reasons).map(([code, { nextSteps, ...reason }]) => ({
      code,
      ...reason,
      steps: nextSteps.map(stepLabel),
    }));
  }
}
