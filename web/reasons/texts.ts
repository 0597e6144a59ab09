import { plural } from '../ui/plural.ts';

export const reasons = {
  title: 'Reasons',
  lead: 'Why a check did not pass or a start was refused, grouped by who needs to act. Codes never change.',
  search: 'Search by code or words',
  none: 'No matching reasons',
  noneAbout: 'Search for a part of the code, such as “credential”, or for a word of the message.',
  count: (count: number) => plural(count, 'reason'),
  actors: {
    PROVIDER_ADMIN: 'You act',
    CUSTOMER_ADMIN: 'The customer’s administrator acts',
    MICROSOFT: 'Microsoft acts',
    TENANTATLAS: 'Your TenantAtlas operator acts',
    NOBODY: 'No one needs to act',
  },
  blocks: 'The tenant cannot be managed until this is fixed.',
  passes: 'May resolve on its own.',
} as const;

export const reportACode = {
  title: 'Report an unknown code',
  lead: 'Microsoft sometimes returns an error code that is not in our catalog. The check is then “unknown”: we neither guess nor hide it.',
  steps: [
    'Open the run and copy its link.',
    'Open the check’s evidence and note the code (for example AADSTS…), the trace ID and the time.',
    'Send them to your TenantAtlas operator, with one sentence about what you were doing.',
  ],
  never: 'Never send a secret, a certificate or a token. None is needed, and none is in a report.',
  outcome:
    'The code is then added to the catalog with its reason and next step, and the next verification shows it.',
} as const;
