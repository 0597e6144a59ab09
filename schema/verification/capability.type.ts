import { Field, ObjectType } from 'type-graphql';
import type {
  CapabilityRow,
  CapabilityState as CapabilityStateValue,
} from '../../core/verification/capability-matrix.ts';
import { CapabilityState } from '../enums.ts';

@ObjectType('CapabilityMatrixRow', { description: 'What can be read and written of one workload.' })
export class CapabilityMatrixRowType implements Omit<CapabilityRow, 'workload'> {
  @Field(() => String, {
    description:
      'configuration, apps, devices, enrolment, rbac, scripts, groups or conditional_access; more may come.',
  })
  readonly workload!: string;

  @Field(() => String, { description: 'Name as shown.' })
  readonly label!: string;

  @Field(() => CapabilityState, { description: 'Reading: a live request was made.' })
  readonly read!: CapabilityStateValue;

  @Field(() => CapabilityState, { description: 'Writing: as permitted; never exercised.' })
  readonly write!: CapabilityStateValue;

  @Field(() => Boolean, {
    description: 'Whether the tenant is required to allow writing, by its connection’s permission profiles.',
  })
  readonly writeRequired!: boolean;

  @Field(() => String, { description: 'The check of the report this comes from.' })
  readonly checkKey!: string;

  @Field(() => String, { nullable: true, description: 'Why reading is not verified; null when it is.' })
  readonly reasonCode!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why reading is not verified, as a sentence; null when it is.',
  })
  readonly message!: string | null;
}
