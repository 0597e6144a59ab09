import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../context.ts';

@ObjectType('Cloud', { description: 'A Microsoft cloud that this installation can reach.' })
class CloudType {
  @Field(() => String, { description: 'Its name in connections: global, usgov, usgovdod, china or sandbox.' })
  readonly name!: string;

  @Field(() => String, { description: 'Display name.' })
  readonly label!: string;
}

@Resolver()
export class CloudResolver {
  @Query(() => [CloudType], {
    description: 'The clouds a connection can use, most likely first.',
  })
  clouds(@Ctx() { view, flows }: RequestContext): readonly CloudType[] {
    // The same for everyone, but nothing is served to no one.
    void view;
    return flows.reachableClouds();
  }
}
