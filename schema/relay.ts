import { Arg, ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { badInput } from '../core/fault.ts';
import type { Page, PageRequest } from '../core/page.ts';

@ObjectType('PageInfo', { description: 'Where a page of a list ends.' })
class PageInfoType {
  @Field(() => Boolean, { description: 'Whether there are more items after this page.' })
  readonly hasNextPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Pass it as `after` to get the next page; null on an empty page.',
  })
  readonly endCursor!: string | null;
}

@ObjectType('BoundedCount', { description: 'How many items a list has, counted no further than asked.' })
class BoundedCountType {
  @Field(() => Int, { description: 'Number of items, at most `atMost`.' })
  readonly value!: number;

  @Field(() => Boolean, { description: 'Whether that is all of them; false: there are more.' })
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
      'Number of items in the whole list that the viewer can see. Counts all of them: for a number to show, ask for `count`.',
  })
  totalCount(): Promise<number> {
    return this.countItems(null);
  }

  @Field(() => BoundedCountType, {
    description: 'Number of items in the whole list, counted up to a limit: quick, however long the list is.',
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
  @ObjectType(`${name}Edge`, { description: `One ${name} of a list, with its place in it.` })
  class EdgeType {
    @Field(() => String, {
      description: 'The item’s position: pass it as `after` to continue after the item.',
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
      return { hasNextPage: this.page.hasNextPage, endCursor: this.page.edges.at(-1)?.cursor ?? null };
    }
  }
  return ConnectionType;
}

/** Bounds every list; a page of 100 tenants is what a dashboard shows at once. */
const largestPage = 100;

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'Number of items, 1 to 100.' })
  readonly first!: number;

  @Field(() => String, { nullable: true, description: 'The cursor to continue after.' })
  readonly after?: string | null;
}

export function toPageRequest({ first, after }: PageArgs): PageRequest {
  if (first < 1 || first > largestPage) throw badInput('first', `Ask for 1 to ${largestPage} items.`);
  return { first, after: after ?? null };
}
