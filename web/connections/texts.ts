import { plural } from '../ui/plural.ts';

export const connection = {
  isDefault: 'Default',
  isDefaultAbout: 'Operations that do not specify a connection use this one.',
  verify: 'Verify',
  verifyAbout:
    'Checks with Microsoft whether the tenant can be managed through this connection. Changes nothing.',
  edit: 'Edit',
  makeDefault: 'Make default',
  disable: 'Disable',
  disableTitle: 'Disable the default connection?',
  disableAbout: (name: string) =>
    `The tenant is managed through ${name}. Until it is enabled again, or another connection is made the default, nothing can be verified or synced.`,
  enable: 'Enable',
  unavailable: 'Not available right now.',
  changed: {
    saved: 'Connection updated',
    default: 'Default connection changed',
    disabled: 'Connection disabled',
    enabled: 'Connection enabled',
    failed: 'The connection was not changed',
  },

  running: (label: string) => `In use: ${label}`,
  openRun: 'Open run',
  checks: (done: number, total: number) => `${done} of ${plural(total, 'check')} done`,
  waiting: 'Waiting for a worker',

  lastError: 'Last verification through this connection failed',
  whatItMeans: 'What this means',

  facts: 'Details',
  cloud: 'Cloud',
  directory: 'Directory',
  health: 'Last checked',
  never: 'Never',
  added: 'Added',
  changedAt: 'Updated',
  id: 'Connection ID',

  permissions: 'Permissions',
  required: 'Required',
  granted: 'Granted',
  grantedCount: (count: number) => plural(count, 'permission'),
  noneGranted: 'Not known yet. The next verification will read them.',
  profiles: { READ: 'Read', MANAGE: 'Manage', SCRIPTS: 'Scripts' },
  profilesAbout: {
    READ: 'View everything that is managed. Always required.',
    MANAGE: 'Change profiles, apps, devices, enrollment and roles.',
    SCRIPTS: 'Read and change scripts.',
  },
  profilesLegend: 'Permissions the tenant must grant',

  runs: 'Recent operations',
  noRuns: 'No operation has used this connection yet.',
  rehearsal: 'Rehearsal',
  system: 'TenantAtlas',

  editTitle: 'Edit connection',
  save: 'Save',
  name: 'Name',
  cloudMoves: 'Changing the cloud resets this connection’s results.',

  newTitle: 'Add a connection',
  newLead: (tenant: string) =>
    `Choose the directory and cloud used to reach ${tenant}. You add the credential next.`,
  newPanel: 'Microsoft',
  newDirectory: 'Directory (tenant) ID',
  newDirectoryHint: 'From the directory’s overview page in Entra. It cannot be changed later.',
  newNameHint: 'Defaults to the tenant’s name.',
  add: 'Add connection',
  cannotAdd: 'Cannot add a connection',
  openExisting: (name: string) => `Open ${name}`,
  created: 'Connection added',
  createdAbout: 'Next, set its credential.',
} as const;

export const directoryId = {
  noGuid: 'A directory ID has the form 00000000-0000-0000-0000-000000000000.',
  isDomain:
    'This is a domain name. Enter the directory’s ID: Entra shows it on the overview page as Tenant ID.',
} as const;

export const credential = {
  title: 'Credential',
  none: 'No credential',
  noneAbout: 'Without a credential the application cannot sign in to the directory.',
  set: 'Set a credential',
  replace: 'Replace',
  delete: 'Delete',
  type: 'Type',
  clientId: 'Client ID',
  copyClientId: 'Copy the client ID',
  expires: 'Expires',
  expiresNever: 'Does not expire',
  expiresUnknown: 'Unknown',
  daysLeft: (days: number) => `${plural(days, 'day')} left`,
  lastDay: 'Less than a day left',
  expired: 'Expired',
  thumbprint: 'Thumbprint',
  tokenFile: 'Token file',
  replaced: 'Last set',
  writeOnly: 'Secrets are encrypted and can never be read back.',
  setDoneAbout: 'Verify to find out whether it works.',

  candidate: 'Rehearsed credential',
  candidateAbout: 'Not in use until you decide.',
  submitted: 'Submitted',
  result: 'Result',
  use: 'Use this credential',
  useAbout: 'Replaces the current credential.',
  discard: 'Discard',
  discardAbout: 'Deletes it. The current credential stays.',
  used: 'Rehearsed credential now in use',
  notUsed: 'The credential was not replaced',
  discarded: 'Rehearsed credential deleted',
  notDiscarded: 'The credential was not deleted',

  deleteTitle: 'Delete the credential?',
  deleteAbout: (name: string) =>
    `${name} will no longer be able to sign in, and nothing can be managed through it until you set a new credential. Any rehearsed credential is deleted too. This cannot be undone.`,
  deleteDo: 'Delete',
  deleted: 'Credential deleted',
} as const;

export const consent = {
  title: 'Admin consent',
  about:
    'A customer administrator must approve the application once. Send them the link, or open it together.',
  needsCredential: 'Set a credential first: the link names its application.',
  open: 'Open consent page',
  copy: 'Copy consent link',
  whatTheySee: 'What they will see',
  sees: [
    'Microsoft asks them to sign in as a Global Administrator or Privileged Role Administrator.',
    'Microsoft shows the application’s name and every permission it requests for the whole organization.',
    'They accept and return to a page here that confirms they are done.',
  ],
  careful: 'Consent can remove permissions that were granted manually and are not in the app registration.',
  verify: 'Verify after consent',
  verifyAbout: 'New permissions can take a few minutes to work.',
} as const;
