import { useSearchParams } from 'wouter';
import type { Readiness } from '../gql/graphql.ts';
import { readinesses } from './readiness-badges.ts';

export interface TenantFilter {
  /** null: no search, never an empty text. */
  readonly search: string | null;
  readonly readiness: Readiness | null;
}

/** The filter lives in the address, so that a filtered view can be sent as a link. */
export function useTenantFilter() {
  const [params, setParams] = useSearchParams();
  const wanted = params.get('readiness')?.toUpperCase();
  const filter: TenantFilter = {
    search: params.get('search') || null,
    readiness: readinesses.find((readiness) => readiness === wanted) ?? null,
  };
  const setFilter = ({ search, readiness }: TenantFilter) => {
    const next = new URLSearchParams();
    if (search !== null) next.set('search', search);
    if (readiness !== null) next.set('readiness', readiness.toLowerCase());
    setParams(next, { replace: true });
  };
  return {
    filter,
    setFilter,
    isFiltered: filter.search !== null || filter.readiness !== null,
    clear: () => setFilter({ search: null, readiness: null }),
  };
}
