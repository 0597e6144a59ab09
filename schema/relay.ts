import { Arg, ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { badInput } from '../core/fault.ts';
import { defaultPage } from './list-bounds.ts';
import type { Page, PageRequest } from '../core/page.ts';

@ObjectType('PageInfo', { description: 'Where a page of a list begins and ends.' })
class PageInfoType {
  @Field(() => Boolean, { description: 'Whether there are more items after this page.' })
  readonly hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether there are more items before this page.' })
  readonly hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Pass it as `before` to get the previous page; null on an empty page.',
  })
  readonly startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Pass it as `after` to get the next page; null on an empty page.',
  })
  readonly endCursor!: string | null;
}

@ObjectType('BoundedCount', { description: 'The number of items in a list, counted up to a limit.' })
class BoundedCountType {
  @Field(() => Int, { description: 'Number of items, at most `atMost`.' })
  readonly value!: number;

  @Field(() => Boolean, { description: 'Whether the value is exact; false if there are more items.' })
  readonly isExact!: boolean;
}

/** More than a list of a page each can be gone through; whoever needs more asks for totalCount. */
const mostCounted = 10_000;
const countedByDefault = 1_000;

/** How many items the whole list has. Counting stops at `limit`; null: all of them, which reads all of them. */
type Count = (limit: number | null) => Promise<number>;

/** What every connection tells of the whole list: inherited, and no type of its own. */
@ObjectType()
abstract class CountedList {
  constructor(private readonly countItems: Count) {}

  @Field(() => Int, {
    description:
      'Number of items in the whole list that the viewer can see. Counts every item; to display a number, use `count`.',
  })
  totalCount(): Promise<number> {
    return this.countItems(null);
  }

  @Field(() => BoundedCountType, {
    description:
      'Number of items in the whole list, counted up to a limit, so that it is fast however long the list is.',
  })
  async count(
    @Arg('atMost', () => Int, {
      nullable: true,
      defaultValue: countedByDefault,
      description: 'Where counting stops, 1 to 10,000.',
    })
    given: number | null,
  ): Promise<BoundedCountType> {
    const atMost = given ?? countedByDefault;
    if (atMost < 1 || atMost > mostCounted) throw badInput('atMost', 'Count up to 1 to 10,000 items.');
    const found = await this.countItems(atMost + 1);
    return { value: Math.min(found, atMost), isExact: found <= atMost };
  }
}

/**
 * Makes a Relay connection, `<name>Connection` and `<name>Edge`; resolvers return `new TheConnection(page, count)`, and
 * `count` is asked only when a query wants a number of items.
 */
export function createConnectionType<T extends object>(name: string, nodeType: () => ClassType<T>) {
  @ObjectType(`${name}Edge`, { description: `One ${name} in a list, with its position.` })
  class EdgeType {
    @Field(() => String, {
      description: 'The item’s position: pass it as `after` or `before` to continue there.',
    })
    readonly cursor!: string;

    @Field(nodeType, { description: 'The item.' })
    readonly node!: T;
  }

  @ObjectType(`${name}Connection`, {
    description: 'One page of a list. Paging stays stable while items are added and removed.',
  })
  class ConnectionType extends CountedList {
    constructor(
      private readonly page: Page<object>,
      count: Count,
    ) {
      super(count);
    }

    @Field(() => [EdgeType], { description: 'The items with their cursors.' })
    edges(): readonly object[] {
      return this.page.edges;
    }

    @Field(() => [nodeType()], { description: 'The items without cursors.' })
    nodes(): readonly object[] {
      return this.page.edges.map(({ node }) => node);
    }

    @Field(() => PageInfoType, { description: 'Whether there are more pages, and where they start.' })
    pageInfo(): PageInfoType {
      const { edges, hasNextPage, hasPreviousPage } = this.page;
      const [startCursor = null, endCursor = null] = [edges[0]?.cursor, edges.at(-1)?.cursor];
      return { hasNextPage, hasPreviousPage, startCursor, endCursor };
    }
  }
  return ConnectionType;
}

/** Bounds every list; a page of 100 tenants is what a dashboard shows at once. */
const largestPage = 100;

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description:
      'Number of items from the beginning, or after `after`: 1 to 100. 20 without `first` and `last`.',
  })
  readonly first?: number | null;

  @Field(() => String, { nullable: true, description: 'The cursor to continue after.' })
  readonly after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of items from the end, or before `before`: 1 to 100. Not together with `first`.',
  })
  readonly last?: number | null;

  @Field(() => String, { nullable: true, description: 'The cursor to continue before.' })
  readonly before?: string | null;
}

export function toPageRequest({ first, after, last, before }: PageArgs): PageRequest {
  if (last == null && before == null) return { first: toSize('first', first), after: after ?? null };
  if (first != null || after != null) {
    throw badInput(last == null ? 'before' : 'last', 'Page by first and after, or by last and before.');
  }
  return { last: toSize('last', last), before: before ?? null };
}

function toSize(field: string, size: number | null | undefined): number {
  const given = size ?? defaultPage;
  if (given < 1 || given > largestPage) throw badInput(field, `Ask for 1 to ${largestPage} items.`);
  return given;
}
