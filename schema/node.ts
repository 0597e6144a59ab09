import { Field, ID, InterfaceType } from 'type-graphql';

/** An object of which only its id says what it is. */
export interface Found {
  readonly __typename: string;
}

@InterfaceType('Node', {
  description:
    'An object with a global id, such as run_18. A plain row number, as addresses of pages have, is accepted wherever an argument means one type.',
  resolveType: ({ __typename }: Found) => __typename,
})
export abstract class NodeType {
  @Field(() => ID, {
    description: 'Unique across types, opaque: take it from one answer, give it back in another request.',
  })
  readonly id!: number;
}
