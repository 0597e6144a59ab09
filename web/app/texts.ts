export const shell = {
  skipToContent: 'Skip to content',
  workspaces: 'Workspaces',
  chooseWorkspace: 'Choose a workspace',
  newWorkspace: 'New workspace…',
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
  schedules: 'Schedules',
  onboarding: 'Onboarding',
  members: 'Members',
  auditLog: 'Audit log',
  theme: 'Theme',
  themes: { system: 'System', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
  toDark: 'Use the dark theme',
  toLight: 'Use the light theme',
  roleChanged: (workspace: string) => `Your role in ${workspace} has changed`,
  roleChangedAbout: 'This page has been updated to match.',
  reconnecting: 'Reconnecting',
  reconnectingAbout:
    'Live updates are paused. This page may be slightly out of date and will catch up automatically.',
  stopped: 'Not live',
  stoppedAbout: 'Live updates have stopped. Reload the page to resume.',
} as const;

export const toasts = { title: 'Notifications', dismiss: 'Dismiss' } as const;

export const broken = {
  unreachable: 'TenantAtlas cannot be reached',
  unreachableAbout:
    'The server did not respond. Check your connection. Running operations continue in the background.',
  refused: 'This page could not be loaded',
  refusedAbout: 'The server answered with an error. Try again in a moment.',
  crashed: 'This page stopped working',
  crashedAbout: 'Your data is not affected. Reloading the page usually helps.',
  partly: 'Part of this page could not be loaded',
  requestId: 'Request ID',
  copyRequestId: 'Copy the request ID',
  requestIdAbout: 'An administrator can use it to find the log entry.',
  retry: 'Try again',
  reload: 'Reload the page',
} as const;

export const forbidden = {
  title: 'You don’t have access to this page',
  about: 'Someone with a different role in this workspace can open it.',
} as const;

export const notFound = {
  title: 'Not found',
  about: 'This page does not exist, or you don’t have access to it.',
  home: 'Go to your workspaces',
} as const;

export const newWorkspace = {
  title: 'New workspace',
  about: 'You will own it. Tenants, members and runs of your other workspaces are not in it.',
  name: 'Name',
  submit: 'Create',
} as const;

export const time = {
  justNow: 'just now',
  seconds: (seconds: string) => `${seconds} s`,
  minutes: (minutes: number, seconds: string) => `${minutes} min ${seconds} s`,
  hours: (hours: number, minutes: string) => `${hours} h ${minutes} min`,
} as const;

export const list = {
  shown: (shown: number, total: number) => (shown < total ? `${shown} of ${total}` : `${total} total`),
  more: 'Load more',
  loadingMore: 'Loading more',
  moreFailed: 'Could not load more. Try again.',
  selected: (count: number) => `${count} selected`,
  clearSelection: 'Clear',
  select: (name: string) => `Select ${name}`,
  selectAll: 'Select all shown',
  ignored: 'Some filters in the URL were ignored',
  ignoredAbout: (values: readonly string[]) =>
    `Not recognized: ${values.join(', ')}. The other filters apply.`,
} as const;

/** What parts of ui/ say on every page: here, so that no page loads another room's texts for them. */
export const parts = {
  newTab: '(opens in a new tab)',
  copied: 'Copied',
  nextSteps: 'Next steps',
} as const;

export const dialog = { cancel: 'Cancel', close: 'Close' } as const;

export const shortcuts = {
  title: 'Keyboard shortcuts',
  about: 'Available when you are not typing in a field.',
  enabled: 'Use keyboard shortcuts',
  keys: [
    { key: '/', does: 'Search' },
    { key: 'v', does: 'Verify the tenant on this page' },
    { key: '?', does: 'Show this help' },
  ],
} as const;
