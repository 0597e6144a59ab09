import { Field, ID, InterfaceType } from 'type-graphql';

/** An object of which only its id says what it is. */
export interface Found {
  readonly __typename: string;
}

@InterfaceType('Node', {
  description:
    'An object with a global id, such as run_18. A plain row number, as in page URLs, is accepted wherever an argument refers to a single type.',
  resolveType: ({ __typename }: Found) => __typename,
})
export abstract class NodeType {
  @Field(() => ID, {
    description: 'Opaque and unique across types. Pass it back as received.',
  })
  readonly id!: number;
}
