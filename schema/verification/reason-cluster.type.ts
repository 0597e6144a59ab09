import { Field, Int, ObjectType } from 'type-graphql';
import type { ReasonCluster } from '../../core/tenants/workspace.ts';

@ObjectType('ReasonCluster', {
  description:
    'A root cause that keeps tenants from being ready, whatever check found it. All failures to reach Microsoft count as one.',
})
export class ReasonClusterType implements Omit<ReasonCluster, 'tenantIds' | 'isTransport'> {
  @Field(() => String, { description: 'The reason code, also for the tenants filter.' })
  readonly code!: string;

  @Field(() => String, { description: 'What is wrong, as a sentence that names what the tenants share.' })
  readonly message!: string;

  @Field(() => Int, { description: 'Number of the viewer’s tenants affected.' })
  readonly tenantCount!: number;

  @Field(() => Int, { description: 'Number of those tenants it blocks.' })
  readonly blockedCount!: number;
}
