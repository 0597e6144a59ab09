import { Field, Int, ObjectType } from 'type-graphql';
import type { ReasonCluster } from '../../core/tenants/workspace.ts';

@ObjectType('ReasonCluster', {
  description: 'One reason that keeps tenants from being ready, whichever check of theirs it was found by.',
})
export class ReasonClusterType implements Omit<ReasonCluster, 'tenantIds'> {
  @Field(() => String, { description: 'The reason’s code, e.g. for the filter of tenants.' })
  readonly code!: string;

  @Field(() => Int, { description: 'How many of the viewer’s tenants it holds back.' })
  readonly tenantCount!: number;

  @Field(() => Int, { description: 'How many of those cannot be managed because of it.' })
  readonly blockedCount!: number;
}
