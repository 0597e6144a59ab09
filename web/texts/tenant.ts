export const tenant = {
  verify: 'Verify',
  verifyAbout: 'Asks Microsoft whether this tenant can be managed. Nothing is changed.',
  verifying: 'Verifying',
  alreadyRunning: 'A verification is running.',
  notAllowed: 'Your role does not allow verifying this tenant.',
  copyDirectoryId: 'Copy the directory ID',
  directory: 'Directory',
  latest: 'Latest verification',
  openRun: 'Open the run',
  never: 'Never verified',
  neverAbout:
    'Nobody has asked Microsoft about this tenant yet. A verification takes a few seconds and changes nothing.',
  connections: 'Connections',
  noConnection: 'No connection',
  noConnectionAbout: 'Without a provider connection there is nothing to verify with.',
  isDefault: 'Default',
  credential: 'Credential',
  noCredential: 'None',
  credentialTypes: { CLIENT_SECRET: 'Client secret', CERTIFICATE: 'Certificate', FEDERATED: 'Federated' },
  credentialUntil: 'valid until',
  cloud: 'Cloud',
  checked: 'Last checked',
  notChecked: 'Never',

  history: 'History',
  noHistory: 'No operation has run for this tenant yet.',
  more: 'Load more',
  loadingMore: 'Loading more',
} as const;

export const started = {
  STARTED: 'Verification started',
  DEDUPED: 'It is already being verified',
  SCOPE_BUSY: 'The connection is busy with something else',
  BLOCKED: 'It cannot be verified yet',
  failed: 'The verification was not started',
  open: {
    STARTED: 'Open the run',
    DEDUPED: 'Open the run',
    SCOPE_BUSY: 'Open what is running',
    BLOCKED: 'See why',
  },
} as const;
