import { plural } from './plural.ts';

export const workspace = {
  overview: 'Tenants by readiness',
  all: 'All tenants',
  search: 'Search tenants',
  clearSearch: 'Clear the search',
  tenants: 'Tenants',
  columns: { tenant: 'Tenant', readiness: 'Readiness', latest: 'Latest verification', actions: 'Actions' },
  never: 'Not verified yet',
  shown: (shown: number, total: number) =>
    shown < total ? `${shown} of ${total} tenants` : plural(total, 'tenant'),
  more: 'Load more',
  loadingMore: 'Loading more',
  empty: 'No tenants here yet',
  emptyAbout: 'As soon as a tenant is added to this workspace, and you are entitled to it, it appears here.',
  noMatch: 'No tenant matches',
  noMatchAbout: 'Try another word, or look at all tenants.',
  showAll: 'Show all tenants',
} as const;
