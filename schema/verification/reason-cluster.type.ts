import { Field, Int, ObjectType } from 'type-graphql';
import type { ReasonCluster } from '../../core/tenants/workspace.ts';

@ObjectType('ReasonCluster', {
  description: 'A reason that keeps tenants from being ready, whatever check found it.',
})
export class ReasonClusterType implements Omit<ReasonCluster, 'tenantIds'> {
  @Field(() => String, { description: 'The reason code, also for the tenants filter.' })
  readonly code!: string;

  @Field(() => Int, { description: 'Number of the viewer’s tenants affected.' })
  readonly tenantCount!: number;

  @Field(() => Int, { description: 'Number of those tenants it blocks.' })
  readonly blockedCount!: number;
}
