import { ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { badInput } from '../core/fault.ts';
import type { Page, PageRequest } from '../core/page.ts';

@ObjectType('PageInfo', { description: 'Where a page of a list ends.' })
class PageInfoType {
  @Field(() => Boolean, { description: 'Whether there are more items after this page.' })
  readonly hasNextPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Pass as `after` to get the next page; null on an empty page.',
  })
  readonly endCursor!: string | null;
}

/**
 * Makes a Relay connection, `<name>Connection` and `<name>Edge`; resolvers return `new TheConnection(page, count)`, and
 * `count` is asked only when a query wants totalCount.
 */
export function createConnectionType<T extends object>(name: string, nodeType: () => ClassType<T>) {
  @ObjectType(`${name}Edge`, { description: `One ${name} of a list, with its place in it.` })
  class EdgeType {
    @Field(() => String, { description: 'This item’s place: pass as `after` to continue behind it.' })
    readonly cursor!: string;

    @Field(nodeType, { description: 'The item.' })
    readonly node!: T;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list; stable while items come and go.` })
  class ConnectionType {
    constructor(
      private readonly page: Page<object>,
      private readonly count: () => Promise<number>,
    ) {}

    @Field(() => [EdgeType], { description: 'The items with their cursors.' })
    edges(): readonly object[] {
      return this.page.edges;
    }

    @Field(() => [nodeType()], { description: 'The items alone.' })
    nodes(): readonly object[] {
      return this.page.edges.map(({ node }) => node);
    }

    @Field(() => PageInfoType, { description: 'Whether and how to go on.' })
    pageInfo(): PageInfoType {
      return { hasNextPage: this.page.hasNextPage, endCursor: this.page.edges.at(-1)?.cursor ?? null };
    }

    @Field(() => Int, { description: 'How many items the whole list has for this viewer.' })
    totalCount(): Promise<number> {
      return this.count();
    }
  }
  return ConnectionType;
}

/** Bounds every list; a page of 100 tenants is what a dashboard shows at once. */
const largestPage = 100;

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many items, 1 to 100.' })
  readonly first!: number;

  @Field(() => String, { nullable: true, description: 'The cursor to continue behind.' })
  readonly after?: string | null;
}

export function toPageRequest({ first, after }: PageArgs): PageRequest {
  if (first < 1 || first > largestPage) throw badInput('first', `Ask for 1 to ${largestPage} items.`);
  return { first, after: after ?? null };
}
