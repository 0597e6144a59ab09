import { plural } from '../../ui/plural.ts';

export const workspace = {
  checksDone: (done: number, total: number) => `${done} of ${total} checks`,
  overview: 'Tenants by readiness',
  all: 'All tenants',
  search: 'Search tenants',
  clearSearch: 'Clear search',
  tenants: 'Tenants',
  columns: { tenant: 'Tenant', readiness: 'Readiness', latest: 'Latest verification', actions: 'Actions' },
  never: 'Not verified yet',
  status: 'Status',
  managed: 'Active and onboarding',
  allStatuses: 'All statuses',
  verifyAll: (total: number) => (total === 0 ? 'Verify all' : `Verify all ${total}`),
  verifyShown: (shown: number) => `Verify these ${shown}`,
  verifyAllAbout: 'Checks each tenant with Microsoft, a few at a time. Changes nothing.',
  verifyAllTitle: (count: number) => `Verify ${plural(count, 'tenant')}?`,
  verifyAllWhat:
    'Tenants are verified a few at a time; verifications started individually go first. Nothing is changed at Microsoft.',
  verifyAllLeftOut: 'Tenants you cannot verify are skipped.',
  nothingToVerify: 'No tenant here can be verified.',
  verifySelected: 'Verify selected',
  selection: 'Selected tenants',
  start: 'Start',
  bulkTitle: (total: number) => `Verifying ${plural(total, 'tenant')}`,
  bulkLeft: (left: number, total: number) => `${left} of ${total} left to verify`,
  bulkDone: (total: number) => `${plural(total, 'tenant')} verified`,
  bulkEnded: (count: number, readiness: string) => `${readiness}: ${count}`,
  bulkWithoutVerdict: (count: number) =>
    `${count} without a verdict: cancelled, or Microsoft could not be reached from here. Wait, then verify again`,
  bulkStarted: (count: number) => `${count} started`,
  bulkDeduped: (count: number) => `${count} already running`,
  bulkBusy: (count: number) => `${count} not started: another operation is using the connection`,
  bulkBlocked: (count: number) => `${count} not started: connection or credential not ready`,
  bulkNone: 'Nothing was started',
  bulkDismiss: 'Close',
  reasonsTitle: 'What keeps tenants from being ready',
  reasonCount: (tenants: number, blocked: number) =>
    blocked === 0
      ? plural(tenants, 'tenant')
      : blocked === tenants
        ? `Blocks ${plural(tenants, 'tenant')}`
        : `${plural(tenants, 'tenant')}, blocks ${blocked}`,
  reasonTenants: (names: readonly string[], total: number) =>
    total > names.length ? `${names.join(', ')} and ${total - names.length} more` : names.join(', '),
  reasonStep: (step: string) => `Next: ${step}`,
  notAllowed: 'Your role does not allow this.',
  onboard: 'Onboard a tenant',
  onboardAbout: 'From a domain name to a verified, managed tenant.',
  shown: (shown: number, total: number) =>
    shown < total ? `${shown} of ${total} tenants` : plural(total, 'tenant'),
  more: 'Load more',
  loadingMore: 'Loading more',
  empty: 'No tenants here yet',
  emptyAbout: 'Onboard the first one. Tenants added by others appear here once you have access.',
  noMatch: 'No matching tenants',
  noMatchAbout: 'Try a different search, or show all tenants.',
  showAll: 'Show all tenants',
} as const;
