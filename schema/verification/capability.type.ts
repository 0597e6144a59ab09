import { Field, ObjectType } from 'type-graphql';
import type {
  CapabilityRow,
  CapabilityState as CapabilityStateValue,
} from '../../core/verification/capability-matrix.ts';
import { CapabilityState } from '../enums.ts';

@ObjectType('CapabilityMatrixRow', { description: 'What can be read and written in one workload.' })
export class CapabilityMatrixRowType implements Omit<CapabilityRow, 'workload'> {
  @Field(() => String, {
    description:
      'configuration, apps, devices, enrollment, rbac, scripts, groups or conditional_access. More may be added.',
  })
  readonly workload!: string;

  @Field(() => String, { description: 'Display name.' })
  readonly label!: string;

  @Field(() => CapabilityState, { description: 'Whether reading works, tested with a live request.' })
  readonly read!: CapabilityStateValue;

  @Field(() => CapabilityState, { description: 'Whether writing is permitted; it is never exercised.' })
  readonly write!: CapabilityStateValue;

  @Field(() => Boolean, {
    description: 'Whether the connection’s permission profiles require writing.',
  })
  readonly writeRequired!: boolean;

  @Field(() => String, { description: 'The report’s check this is based on.' })
  readonly checkKey!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Reason code why reading is not verified; null if it is verified.',
  })
  readonly reasonCode!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why reading is not verified, as a sentence; null when it is.',
  })
  readonly message!: string | null;
}
