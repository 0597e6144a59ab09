import { plural } from '../../ui/plural.ts';

export const operations = {
  title: 'Operations',
  panel: 'Runs, newest first',
  filters: 'Filters',
  type: 'Operation',
  allTypes: 'All operations',
  status: 'Status',
  allStatuses: 'All statuses',
  outcome: 'Outcome',
  allOutcomes: 'All outcomes',
  clear: 'Clear filters',
  columns: { run: 'Run', state: 'State', initiator: 'Started by', created: 'Started', actions: 'Actions' },
  none: 'No operations yet',
  noneAbout: 'Verify a tenant to see its run here.',
  noMatch: 'No matching runs',
  noMatchAbout: 'Remove a filter, or clear them all.',
  workspaceRun: 'Whole workspace',
  newRuns: (count: number) => plural(count, 'new operation'),
} as const;
