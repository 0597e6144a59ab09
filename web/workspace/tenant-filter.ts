import type { OrderDirection, Readiness, TenantOrderField, TenantStatus } from '../gql/graphql.ts';
import { oneOf, useFilterParams } from '../ui/filter-params.ts';
import { readinesses } from './readiness-badges.ts';

export interface TenantFilter {
  /** null: no search, never an empty text. */
  readonly search: string | null;
  readonly readiness: Readiness | null;
  readonly status: TenantStatus | null;
}

export interface TenantSort {
  readonly field: TenantOrderField;
  readonly direction: OrderDirection;
}

export const tenantStatuses = ['ACTIVE', 'ONBOARDING', 'ARCHIVED'] as const satisfies TenantStatus[];
const fields = ['NAME', 'READINESS', 'LATEST_VERIFICATION'] as const satisfies TenantOrderField[];

/** Filter and order live in the address, so that a view can be sent as a link. */
export function useTenantFilter() {
  const params = useFilterParams();
  const filter: TenantFilter = {
    search: params.get('search') || null,
    readiness: oneOf(params.get('readiness'), readinesses),
    status: oneOf(params.get('status'), tenantStatuses),
  };
  const sort: TenantSort = {
    field: oneOf(params.get('sort'), fields) ?? 'NAME',
    direction: params.get('order') === 'desc' ? 'DESC' : 'ASC',
  };
  return {
    filter,
    sort,
    setFilter: (name: keyof TenantFilter, value: string | null) =>
      params.set(name, name === 'search' ? value : (value?.toLowerCase() ?? null)),
    /** Once for the order most people want, once more for the other end. */
    sortBy: (field: TenantOrderField) => {
      const turned = sort.field === field && sort.direction === 'ASC';
      params.setAll({ sort: field.toLowerCase(), order: turned ? 'desc' : null });
    },
    isFiltered: Object.values(filter).some((value) => value !== null),
    clear: () => params.setAll({ search: null, readiness: null, status: null }),
  };
}
