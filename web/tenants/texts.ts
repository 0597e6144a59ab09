import type { VerificationChangeKind } from '../gql/graphql.ts';
import { plural } from '../ui/plural.ts';

export const tenant = {
  schedules: 'Schedules',
  schedulesNone: 'No schedule has been due for this tenant yet.',
  schedulesOpen: 'All schedules',
  scheduledRun: 'Open the run',
  inTheWay: 'Open the run that was in the way',
  verify: 'Verify',
  verifyAbout: 'Checks with Microsoft whether this tenant can be managed. Changes nothing.',
  verifying: 'Verifying',
  alreadyRunning: 'A verification is running.',
  notAllowed: 'Your role does not allow this.',
  copyDirectoryId: 'Copy the directory ID',
  directory: 'Directory',
  latest: 'Latest verification',
  latestVerdict: 'Latest verdict',
  withoutVerdict: (result: string) =>
    `The latest verification says nothing about the tenant (${result.toLowerCase()}). The previous verdict still applies.`,
  openRun: 'Open run',
  never: 'Never verified',
  neverAbout:
    'This tenant has not been verified yet. A verification takes a few seconds and changes nothing.',
} as const;

export const standing = {
  title: 'Verifications over time',
  ready: (ready: number, all: number) => `Ready in ${ready} of the last ${all}`,
  mark: (verdict: string, at: string) => `${verdict}, ${at}`,
  none: 'Each verification adds a mark here, newest on the right.',
  lastGood: 'Last ready',
  neverGood: 'Never',
  firstFailed: 'Not ready since',
  notFailed: '–',
  unknown: 'Not known yet',
  recheck: 'Automatic recheck',
  soon: 'Any moment now',
  noRecheck: 'None scheduled',
  noRecheckAbout: 'Scheduled only while a new grant takes effect.',
  stopRecheck: 'Stop',
  stopRecheckSubject: 'the automatic recheck',
  stopRecheckAbout: 'No automatic rechecks until the next verification.',
  stopFailed: 'The recheck was not stopped',
  findings: 'Findings',
  newFindings: (count: number) => plural(count, 'new finding'),
  noFindings: 'None new',
} as const;

export const tenantConnections = {
  title: 'Connections',
  none: 'No connection',
  noneAbout: 'A verification needs a provider connection.',
  hidden: 'Connections are not shown',
  hiddenAbout: 'Your sign-in does not allow viewing connections.',
  add: 'Add a connection',
  isDefault: 'Default',
  makeDefaultAbout: 'Operations that do not specify a connection use the default.',
  makeDefaultFailed: 'The default was not changed',
  credential: 'Credential',
  noCredential: 'None',
  credentialTypes: {
    CLIENT_SECRET: 'Client secret',
    CERTIFICATE: 'Certificate',
    FEDERATED: 'Federated token',
  },
  credentialUntil: 'valid until',
  cloud: 'Cloud',
  checked: 'Last checked',
  notChecked: 'Never',
} as const;

export const capabilities = {
  title: 'What can be managed',
  about:
    'Reads are tested with a live request. Writes are never tested on a customer’s tenant: “Declared” means the permission is granted.',
  workload: 'Workload',
  read: 'Read',
  write: 'Write',
  why: 'Why',
  running: 'Available when the running verification finishes.',
  none: 'Available after the first verification.',
  invalid: 'The latest report cannot be read.',
} as const;

export const permissions = {
  title: 'Permissions',
  asOf: 'As of',
  onlyAct: (count: number) => `Only what needs action (${count})`,
  onlyActAbout: 'Hides pending, effective and unreadable permissions.',
  none: 'Available after the first verification that can read them.',
  noneToAct: 'Nothing needs action.',
  showAll: 'Show all',
} as const;

export const tenantHistory = {
  title: 'History',
  none: 'No operation has run for this tenant yet.',
  counted: {
    NEW_FAILING: (count: number) => `${count} newly failing`,
    FIXED: (count: number) => `${count} fixed`,
    STILL_FAILING: (count: number) => `${count} still failing (new cause)`,
    CHANGED: (count: number) => `${count} changed`,
    ADDED: (count: number) => plural(count, 'new check'),
    REMOVED: (count: number) => `${plural(count, 'check')} removed`,
  } satisfies Record<VerificationChangeKind, (count: number) => string>,
  change: (before: string, after: string) => `${before} → ${after}`,
} as const;

export const tenantActions = {
  menu: 'Actions',
  current: 'Set as current tenant',
  currentDone: 'Current tenant set',
  isCurrent: 'This is your current tenant.',
  members: 'Members',
  findings: 'Findings',
  edit: 'Edit',
  archive: 'Archive',
  restore: 'Restore',
  failed: 'The change was not made',
  editTitle: 'Edit tenant',
  save: 'Save',
  saved: 'Saved',
  name: 'Name',
  entraTenantId: 'Directory ID',
  entraTenantIdAbout: 'The Entra directory’s GUID. Leave empty if unknown.',
  externalId: 'External ID',
  externalIdAbout: 'This tenant’s ID in another system, such as your ticketing tool.',
  nameMissing: 'Enter a name.',
  archiveTitle: (name: string) => `Archive ${name}?`,
  archiveAbout: [
    'No new operations start, manually or automatically.',
    'Running operations finish.',
    'History, reports and connections stay readable. You can restore it at any time.',
  ],
  archived: (name: string) => `${name} archived`,
  restored: (name: string) => `${name} restored`,
  archivedTitle: 'This tenant is archived',
  archivedNote: 'No operations can start. The history stays readable.',
  onboardingTitle: 'Onboarding is not finished',
  onboardingNote: 'Pick up where you left off, from any device.',
  onboardingOpen: 'Continue onboarding',
} as const;

export const started = {
  STARTED: 'Verification started',
  DEDUPED: 'A verification is already running',
  SCOPE_BUSY: 'The connection is busy',
  BLOCKED: 'Verification cannot start yet',
  failed: 'The verification was not started',
  open: {
    STARTED: 'Open run',
    DEDUPED: 'Open run',
    SCOPE_BUSY: 'Open the running operation',
    BLOCKED: 'See why',
  },
} as const;

export const startedOperation = {
  STARTED: (operation: string) => `${operation} started`,
  DEDUPED: (operation: string) => `${operation} is already running`,
  SCOPE_BUSY: (operation: string) => `${operation} has to wait`,
  BLOCKED: (operation: string) => `${operation} cannot start yet`,
  failed: (operation: string) => `${operation} was not started`,
  busy: (running: string) => `${running} is using the connection. Try again when it finishes.`,
} as const;
