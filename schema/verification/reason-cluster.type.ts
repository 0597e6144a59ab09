import { Field, Int, ObjectType } from 'type-graphql';
import type { ReasonCluster } from '../../core/tenants/workspace.ts';

@ObjectType('ReasonCluster', {
  description:
    'One root cause that keeps tenants from being ready, whichever check of theirs it was found by. All the ways in which Microsoft could not be reached are one.',
})
export class ReasonClusterType implements Omit<ReasonCluster, 'tenantIds' | 'isTransport'> {
  @Field(() => String, { description: 'The reason’s code, e.g. for the filter of tenants.' })
  readonly code!: string;

  @Field(() => String, { description: 'What is wrong, as a sentence that names what the tenants share.' })
  readonly message!: string;

  @Field(() => Int, { description: 'How many of the viewer’s tenants it holds back.' })
  readonly tenantCount!: number;

  @Field(() => Int, { description: 'How many of those cannot be managed because of it.' })
  readonly blockedCount!: number;
}
