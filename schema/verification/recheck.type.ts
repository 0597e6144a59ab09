import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { NextRecheck } from '../../core/verification/recheck-ladder.ts';
import type { Tenant } from '../../core/tenants/tenant.ts';
import { TenantType } from '../tenants/tenant.type.ts';

@ObjectType('NextRecheck', {
  description: 'A verification that starts by itself, because something granted has not taken effect yet.',
})
export class NextRecheckType implements NextRecheck {
  @Field(() => Date, { description: 'When it starts.' })
  readonly at!: Date;

  @Field(() => Int, {
    description: 'Which one in a row, from 1; after the fourth nothing follows by itself.',
  })
  readonly attempt!: number;

  @Field(() => String, { description: 'Reason code of what it waits for.' })
  readonly reason!: string;
}

@InputType('StopVerificationRecheckInput', { description: 'Whose automatic re-checks to end.' })
export class StopVerificationRecheckInput {
  @Field(() => ID, { description: 'The tenant.' })
  readonly tenantId!: string;
}

@ObjectType('StopVerificationRecheckPayload', { description: 'What became of it.' })
export class StopVerificationRecheckPayload {
  @Field(() => Boolean, { description: 'Whether one was waiting.' })
  readonly stopped!: boolean;

  @Field(() => TenantType, { description: 'The tenant, without a next re-check.' })
  readonly tenant!: Tenant;
}
