import { plural } from '../../ui/plural.ts';

export const apiTokens = {
  title: 'API tokens',
  lead: 'With a token a script acts as you, in one workspace. It can never do more than you.',
  create: 'Create a token',
  createAbout: 'Makes a token for a script.',
  noWorkspace: 'You are in no workspace that a token could be for.',
  active: 'Tokens in use',
  ended: (count: number) => `Revoked and expired (${count})`,
  endedLabel: 'Revoked and expired tokens',
  none: 'You have no token in use',
  noneAbout:
    'A script, a pipeline or the tenantatlas command needs one to sign in. Its text is shown once, when it is made.',
  columns: {
    name: 'Name',
    workspace: 'Workspace',
    capabilities: 'What it may do',
    lastUsed: 'Last used',
    created: 'Created',
    expires: 'Expires',
    status: 'Status',
    actions: 'Actions',
  },
  startsWith: (prefix: string) => `${prefix}…`,
  left: 'A workspace you have left',
  everything: 'Everything you may do',
  things: (count: number) => plural(count, 'capability', 'capabilities'),
  neverUsed: 'Never',
  neverExpires: 'Never',
  revoke: 'Revoke',
  revokeAbout: 'Ends it at once. It cannot be taken back.',
  revokeTitle: (name: string) => `Revoke ${name}?`,
  revokeLead:
    'Requests with it are refused at once, live views opened with it end, and so do tokens it has made. This cannot be taken back.',
  revoked: (name: string) => `${name} was revoked`,
} as const;

export const createToken = {
  title: 'Create an API token',
  submit: 'Create',
  name: 'Name',
  nameHint: 'What it is for, so that you know later which one to revoke.',
  nameMissing: 'Give it a name.',
  workspace: 'Workspace',
  capabilities: 'What it may do',
  capabilitiesHint: (always: string) =>
    `“${always}” is part of every token. Give it no more than the script needs.`,
  expiry: 'Expires',
  expiryHint: 'A token lives for a year at most: one that lasts for ever is one that is found for ever.',
  in: { 7: 'In 7 days', 30: 'In 30 days', 90: 'In 90 days', 365: 'In a year', date: 'On a day I choose' },
  date: 'Last day',
  dateMissing: 'Choose the day.',
} as const;

export const newToken = {
  title: 'Store the token now',
  once: 'It is shown this once and cannot be read again, by nobody. If it is lost, revoke it and create another.',
  token: 'Token',
  copy: 'Copy the token',
  tryIt: 'Try it',
  copyTry: 'Copy the curl command',
  cli: 'Verify a tenant from the command line',
  copyCli: 'Copy the verify command',
  cliHint: 'Exit code: 0 ready, 1 needs attention, 2 blocked, 3 could not be verified.',
  stored: 'I have stored it',
} as const;
