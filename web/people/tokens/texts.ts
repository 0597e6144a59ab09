import { plural } from '../../ui/plural.ts';

export const apiTokens = {
  title: 'API tokens',
  lead: 'A token lets a script act as you in one workspace. It can never do more than you.',
  explorer: 'Try the API in GraphiQL',
  create: 'Create a token',
  createAbout: 'Creates a token for a script.',
  noWorkspace: 'You are not in a workspace yet.',
  active: 'Active tokens',
  ended: (count: number) => `Revoked and expired (${count})`,
  endedLabel: 'Revoked and expired tokens',
  none: 'No active tokens',
  noneAbout:
    'Scripts, pipelines and the tenantatlas command sign in with a token. It is shown only once, when you create it.',
  columns: {
    name: 'Name',
    workspace: 'Workspace',
    capabilities: 'What it can do',
    lastUsed: 'Last used',
    created: 'Created',
    expires: 'Expires',
    status: 'Status',
    actions: 'Actions',
  },
  startsWith: (prefix: string) => `${prefix}…`,
  left: 'A workspace you have left',
  everything: 'Everything you can do',
  things: (count: number) => plural(count, 'capability', 'capabilities'),
  neverUsed: 'Never',
  neverExpires: 'Never',
  revoke: 'Revoke',
  revokeAbout: 'Takes effect immediately and cannot be undone.',
  revokeTitle: (name: string) => `Revoke ${name}?`,
  revokeLead:
    'Requests with it are refused immediately, live views opened with it end, and tokens it created are revoked too. This cannot be undone.',
  revoked: (name: string) => `${name} was revoked`,
} as const;

export const createToken = {
  title: 'Create an API token',
  submit: 'Create',
  name: 'Name',
  nameHint: 'What it is for, so you know which one to revoke later.',
  nameMissing: 'Enter a name.',
  workspace: 'Workspace',
  capabilities: 'What it can do',
  capabilitiesHint: (always: string) =>
    `Every token includes “${always}”. Give it no more than the script needs.`,
  expiry: 'Expires',
  expiryHint: 'Tokens expire after at most one year.',
  in: { 7: 'In 7 days', 30: 'In 30 days', 90: 'In 90 days', 365: 'In a year', date: 'On a date I choose' },
  date: 'Last day',
  dateMissing: 'Choose a date.',
} as const;

export const newToken = {
  title: 'Store the token now',
  once: 'Copy it now: it is shown only once. If you lose it, revoke it and create another.',
  token: 'Token',
  copy: 'Copy the token',
  tryIt: 'Try it',
  copyTry: 'Copy the curl command',
  cli: 'Verify a tenant from the command line',
  copyCli: 'Copy the verify command',
  cliHint: 'Exit code: 0 ready, 1 needs attention, 2 blocked, 3 could not be verified.',
  stored: 'I have stored it',
} as const;
