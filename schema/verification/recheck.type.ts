import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { NextRecheck } from '../../core/verification/recheck-ladder.ts';
import type { Tenant } from '../../core/tenants/tenant.ts';
import { TenantType } from '../tenants/tenant.type.ts';

@ObjectType('NextRecheck', {
  description: 'A verification that starts automatically because a grant is not effective yet.',
})
export class NextRecheckType implements NextRecheck {
  @Field(() => Date, { description: 'When it starts.' })
  readonly at!: Date;

  @Field(() => Int, {
    description: 'Its number in the series, from 1; the fourth is the last.',
  })
  readonly attempt!: number;

  @Field(() => String, { description: 'Reason code of what it waits for.' })
  readonly reason!: string;
}

@InputType('StopVerificationRecheckInput', { description: 'The tenant whose automatic rechecks to stop.' })
export class StopVerificationRecheckInput {
  @Field(() => ID, { description: 'The tenant.' })
  readonly tenantId!: string;
}

@ObjectType('StopVerificationRecheckPayload', { description: 'The result.' })
export class StopVerificationRecheckPayload {
  @Field(() => Boolean, { description: 'Whether a recheck was pending.' })
  readonly stopped!: boolean;

  @Field(() => TenantType, { description: 'The tenant, now without a pending recheck.' })
  readonly tenant!: Tenant;
}
