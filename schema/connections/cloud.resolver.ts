import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../context.ts';

@ObjectType('Cloud', { description: 'A cloud of Microsoft that this installation can reach.' })
class CloudType {
  @Field(() => String, { description: 'As connections name it: global, usgov, usgovdod, china or sandbox.' })
  readonly name!: string;

  @Field(() => String, { description: 'Name as shown.' })
  readonly label!: string;
}

@Resolver()
export class CloudResolver {
  @Query(() => [CloudType], {
    description: 'Where a connection can lead to; the one most likely meant first.',
  })
  clouds(@Ctx() { view, flows }: RequestContext): readonly CloudType[] {
    // The same for everybody, but nothing is served to nobody.
    void view;
    return flows.reachableClouds();
  }
}
