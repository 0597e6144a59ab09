import type { OrderDirection, Readiness, TenantOrderField, TenantStatus } from '../../gql/graphql.ts';
import { oneOf, textOf, useFilterParams } from '../../ui/filter-params.ts';
import { readinesses } from '../fleet/readiness-badges.ts';

export interface TenantFilter {
  /** null: no search, never an empty text. */
  readonly search: string | null;
  readonly readiness: Readiness | null;
  /** null: all that are managed. Archived ones are looked for, not come across. */
  readonly status: TenantStatus | 'ALL' | null;
  /** Code of a reason that keeps them from being ready. */
  readonly reason: string | null;
}

export interface TenantSort {
  readonly field: TenantOrderField;
  readonly direction: OrderDirection;
}

export const tenantStatuses = ['ACTIVE', 'ONBOARDING', 'ARCHIVED'] as const satisfies TenantStatus[];
const managed: TenantStatus[] = ['ACTIVE', 'ONBOARDING'];
const fields = ['NAME', 'READINESS', 'LATEST_VERIFICATION'] as const satisfies TenantOrderField[];

/** What people look for first: a name, the worst, the newest. */
const firstDirections: Readonly<Record<TenantOrderField, OrderDirection>> = {
  NAME: 'ASC',
  READINESS: 'ASC',
  LATEST_VERIFICATION: 'DESC',
};

/** Filter and order live in the address, so that a view can be sent as a link. */
export function useTenantFilter() {
  const params = useFilterParams();
  const filter: TenantFilter = {
    search: textOf(params.get('search')),
    readiness: oneOf(params.get('readiness'), readinesses),
    status: oneOf(params.get('status'), [...tenantStatuses, 'ALL']),
    reason: textOf(params.get('reason')),
  };
  const wantedField = oneOf(params.get('sort'), fields);
  const order = oneOf(params.get('order'), ['ASC', 'DESC']);
  const field = wantedField ?? 'NAME';
  const sort: TenantSort = {
    field,
    direction: order ?? firstDirections[field],
  };
  return {
    filter,
    sort,
    setFilter: (name: keyof TenantFilter, value: string | null) =>
      params.set(name, name === 'search' ? value : (value?.toLowerCase() ?? null)),
    /** Once for what people look for first, once more for the other end. */
    sortBy: (chosen: TenantOrderField) => {
      const first = firstDirections[chosen];
      const turned = chosen === sort.field && sort.direction === first;
      params.setAll({
        sort: chosen.toLowerCase(),
        order: turned ? (first === 'ASC' ? 'desc' : 'asc') : null,
      });
    },
    ignored: params.ignored({ readiness: filter.readiness, status: filter.status, sort: wantedField, order }),
    isFiltered: Object.values(filter).some((value) => value !== null),
    clear: () => params.setAll({ search: null, readiness: null, status: null, reason: null }),
  };
}

/** The filter as the API's lists and counts take it. */
export function toTenantVariables({ search, readiness, status, reason }: TenantFilter) {
  return { search, readiness: readiness && [readiness], status: toStatuses(status), reason };
}

function toStatuses(status: TenantFilter['status']): TenantStatus[] | null {
  if (status === null) return managed;
  return status === 'ALL' ? null : [status];
}
