export const shell = {
  skipToContent: 'Skip to content',
  workspaces: 'Workspaces',
  chooseWorkspace: 'Choose a workspace',
  account: (name: string) => `Account of ${name}`,
  signOut: 'Sign out',
  notSignedOut: 'You are still signed in',
  apiTokens: 'API tokens',
  help: 'Keyboard shortcuts',
  reasons: 'Reasons',
  sections: 'Workspace',
  overview: 'Tenants',
  operations: 'Operations',
  findings: 'Findings',
  onboarding: 'Onboarding',
  members: 'Members',
  auditLog: 'Audit log',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
  toDark: 'Use the dark theme',
  toLight: 'Use the light theme',
  roleChanged: (workspace: string) => `Your role in ${workspace} was changed`,
  roleChangedAbout: 'This page shows what you can do now.',
  reconnecting: 'Reconnecting',
  reconnectingAbout:
    'Live updates are interrupted. What you see may be a little old; it catches up by itself.',
  stopped: 'Not live',
  stoppedAbout: 'Live updates have stopped. Reload the page to start them again.',
} as const;

export const toasts = { title: 'Notifications', dismiss: 'Dismiss' } as const;

export const broken = {
  unreachable: 'TenantAtlas cannot be reached',
  unreachableAbout:
    'The server gave no answer. Check your connection; what is running goes on without this page.',
  refused: 'This page could not be loaded',
  refusedAbout: 'The server answered with an error. Try again in a moment.',
  crashed: 'This page stopped working',
  crashedAbout: 'That is a fault of the page, not of your data. Loading it again usually helps.',
  partly: 'Part of this page could not be loaded',
  requestId: 'Request ID',
  copyRequestId: 'Copy the request ID',
  requestIdAbout: 'With it an administrator finds the log line.',
  retry: 'Try again',
  reload: 'Reload the page',
} as const;

export const forbidden = {
  title: 'Your role does not reach this far',
  about: 'It exists, and somebody with another role in this workspace can open it.',
} as const;

export const notFound = {
  title: 'Not found',
  about: 'There is nothing at this address, or you have no access to it.',
  home: 'Go to your workspaces',
} as const;

export const time = {
  justNow: 'just now',
  seconds: (seconds: string) => `${seconds} s`,
  minutes: (minutes: number, seconds: string) => `${minutes} min ${seconds} s`,
  hours: (hours: number, minutes: string) => `${hours} h ${minutes} min`,
} as const;

export const list = {
  shown: (shown: number, total: number) => (shown < total ? `${shown} of ${total}` : `${total} in all`),
  more: 'Load more',
  loadingMore: 'Loading more',
  moreFailed: 'The next ones could not be loaded. Try again.',
  selected: (count: number) => `${count} selected`,
  clearSelection: 'Clear',
  select: (name: string) => `Select ${name}`,
  selectAll: 'Select all that are shown',
  ignored: 'The address asks for something this list does not know',
  ignoredAbout: (values: readonly string[]) =>
    `It is left out: ${values.join(', ')}. Everything else in the address holds.`,
} as const;

export const dialog = { cancel: 'Cancel', close: 'Close' } as const;

export const shortcuts = {
  title: 'Keyboard shortcuts',
  about: 'They work wherever nothing is being typed.',
  enabled: 'Use keyboard shortcuts',
  keys: [
    { key: '/', does: 'Search' },
    { key: 'v', does: 'Verify the tenant of this page' },
    { key: '?', does: 'Show this help' },
  ],
} as const;
