import { Ctx, Query, Resolver } from 'type-graphql';
import { badgeDomains } from '../../core/presentation/badges.ts';
import type { RequestContext } from '../context.ts';
import { BadgeDomainType } from './badge.type.ts';

@Resolver(() => BadgeDomainType)
export class BadgeResolver {
  @Query(() => [BadgeDomainType], {
    description: 'Every status-like value and its badge: for caches and documentation.',
  })
  badgeCatalog(@Ctx() { view }: RequestContext): BadgeDomainType[] {
    // The catalog is the same for everyone, but nothing is served to no one.
    void view;
    return Object.entries(badgeDomains).map(([name, definitions]) => ({
      name,
      definitions: Object.entries(definitions).map(([value, badge]) => ({ value, badge })),
    }));
  }
}
