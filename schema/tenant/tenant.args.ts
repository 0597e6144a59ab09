import { ArgsType, Field } from 'type-graphql';
import type { Readiness as ReadinessValue, TenantStatus as TenantStatusValue } from '../../core/tenant.ts';
import type { TenantFilter } from '../../flows/view.ts';
import { PageArgs } from '../connection.ts';
import { Readiness, TenantStatus } from '../enums.ts';
import { parseText } from '../ids.ts';

/** Longer than any name, GUID or external id. */
const longestSearch = 200;

@ArgsType()
export class TenantListArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Part of a name, directory GUID or external id, in any case.',
  })
  readonly search?: string | null;

  @Field(() => [TenantStatus], { nullable: true, description: 'Only tenants with one of these.' })
  readonly status?: TenantStatusValue[] | null;

  @Field(() => [Readiness], { nullable: true, description: 'Only tenants with one of these.' })
  readonly readiness?: ReadinessValue[] | null;
}

export function toTenantFilter(
  workspaceId: number,
  { search, status, readiness }: TenantListArgs,
): TenantFilter {
  const text = search == null ? '' : parseText('search', search, { max: longestSearch });
  return {
    workspaceId,
    search: text === '' ? null : text,
    status: status ?? null,
    readiness: readiness ?? null,
  };
}
