import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType('Node', { description: 'An object with a global id.' })
export abstract class NodeType {
  @Field(() => ID, { description: 'Opaque: take it from one answer, give it back in another request.' })
  readonly id!: number;
}
