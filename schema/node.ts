import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType('Node', { description: 'Something with an identity of its own.' })
export abstract class NodeType {
  @Field(() => ID, { description: 'Opaque: take it from one answer, give it back in another request.' })
  readonly id!: number;
}
