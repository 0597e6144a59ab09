import { ArgsType, Field, InputType } from 'type-graphql';
import type {
  Readiness as ReadinessValue,
  TenantFilter,
  TenantOrder,
  TenantStatus as TenantStatusValue,
} from '../../core/tenants/tenant.ts';
import { PageArgs } from '../relay.ts';
import { OrderDirection, Readiness, TenantOrderField, TenantStatus } from '../enums.ts';
import { parseLine } from '../input-text.ts';

/** Longer than any name, GUID or external id. */
const longestSearch = 200;

@InputType('TenantOrder', { description: 'How to sort tenants.' })
export class TenantOrderInput implements TenantOrder {
  @Field(() => TenantOrderField, { description: 'The field to sort by.' })
  readonly field!: TenantOrder['field'];

  @Field(() => OrderDirection, { description: 'The sort direction.' })
  readonly direction!: TenantOrder['direction'];
}

@ArgsType()
export class TenantListArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Part of a name, directory GUID or external id; case-insensitive.',
  })
  readonly search?: string | null;

  @Field(() => [TenantStatus], { nullable: true, description: 'Only tenants with one of these values.' })
  readonly status?: TenantStatusValue[] | null;

  @Field(() => [Readiness], {
    nullable: true,
    description: 'Only tenants with one of these verdicts; RUNNING selects those with an attempt under way.',
  })
  readonly readiness?: ReadinessValue[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Only tenants that this reason keeps from being ready, such as one of Workspace.reasonClusters.',
  })
  readonly reason?: string | null;

  @Field(() => TenantOrderInput, {
    nullable: true,
    description: 'The order; defaults to name. A cursor is valid only in its own order.',
  })
  readonly orderBy?: TenantOrderInput | null;
}

export function toTenantFilter(
  workspaceId: number,
  { search, status, readiness, reason }: TenantListArgs,
): TenantFilter {
  const text = search == null ? '' : parseLine('search', search, { max: longestSearch });
  return {
    workspaceId,
    search: text === '' ? null : text,
    status: status ?? null,
    readiness: readiness ?? null,
    reason: reason == null ? null : parseLine('reason', reason, { max: longestSearch }),
  };
}
