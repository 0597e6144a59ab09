import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { badgeFor, type Badge } from '../../core/presentation/badges.ts';
import { isReasonCode, reasons } from '../../core/reasons/reasons.ts';
import { BadgeType } from '../presentation/badge.type.ts';
import type { RequestContext } from '../context.ts';
import { ReasonType, toReason } from './reason.type.ts';

@Resolver(() => ReasonType)
export class ReasonResolver {
  @Query(() => [ReasonType], { description: 'The reason catalog, as in docs/reasons.md.' })
  reasonCatalog(@Ctx() { view }: RequestContext): ReasonType[] {
    // The catalog is the same for everyone, but nothing is served to no one.
    void view;
    return Object.keys(reasons).filter(isReasonCode).map(toReason);
  }

  @FieldResolver(() => BadgeType, { description: 'How the severity is shown.' })
  severityBadge(@Root() { severity }: ReasonType): Badge {
    return badgeFor('check_severity', severity);
  }
}
