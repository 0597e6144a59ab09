import { plural } from '../../ui/plural.ts';

export const tenantChoice = {
  label: 'Tenant',
  any: 'Any tenant',
  search: 'Search tenants',
  unnamed: '…',
  clear: (name: string) => `Any tenant, not only ${name}`,
  loading: 'Loading tenants',
  failed: 'The tenants could not be loaded. Type something to try again.',
  none: 'No matching tenants.',
  found: (shown: number, total: number) =>
    shown < total ? `${shown} of ${total}. Type to find more.` : plural(total, 'tenant'),
  unknown: 'Tenant not found',
  unknownAbout: 'The tenant in the URL does not exist, or you don’t have access to it.',
  all: 'Show all tenants',
} as const;
