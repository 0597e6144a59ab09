export const reasons = {
  title: 'Reasons',
  lead: 'Why a check did not pass or a start was refused, and who does what about it. Codes never change.',
  actors: {
    PROVIDER_ADMIN: 'You act.',
    CUSTOMER_ADMIN: 'The customer’s administrator acts.',
    MICROSOFT: 'Microsoft acts.',
    TENANTATLAS: 'Whoever runs TenantAtlas acts.',
    NOBODY: 'Nobody has to act.',
  },
  blocks: 'The tenant cannot be managed meanwhile.',
  passes: 'It may pass by itself.',
} as const;

export const reportACode = {
  title: 'Report a code nobody knows yet',
  lead: 'Microsoft sometimes answers with an error code that is not in our catalogue. The check is then “unknown”: we neither guess nor hide it.',
  steps: [
    'Open the run and copy its link.',
    'Open the evidence of the check: note the code (for example AADSTS…), the trace ID and the time.',
    'Send the three to whoever runs TenantAtlas for you, with one sentence about what you were doing.',
  ],
  never: 'Never send a secret, a certificate or a token. None of them is needed, and none is in a report.',
  outcome:
    'The code is then added to the catalogue with its reason and its next click, and the next verification says so.',
} as const;
