import type { VerificationChangeKind } from '../gql/graphql.ts';
import { plural } from '../ui/plural.ts';

export const tenant = {
  verify: 'Verify',
  verifyAbout: 'Asks Microsoft whether this tenant can be managed. Nothing is changed.',
  verifying: 'Verifying',
  alreadyRunning: 'A verification is running.',
  notAllowed: 'Your role does not allow this here.',
  copyDirectoryId: 'Copy the directory ID',
  directory: 'Directory',
  latest: 'Latest verification',
  openRun: 'Open the run',
  never: 'Never verified',
  neverAbout:
    'Nobody has asked Microsoft about this tenant yet. A verification takes a few seconds and changes nothing.',
} as const;

export const standing = {
  title: 'Verifications over time',
  ready: (ready: number, all: number) => `Ready in ${ready} of the last ${all}`,
  mark: (verdict: string, at: string) => `${verdict}, ${at}`,
  none: 'Every verification leaves a mark here, the latest at the right.',
  lastGood: 'Last ready',
  neverGood: 'Never yet',
  firstFailed: 'Not ready since',
  notFailed: 'No failure since then',
  unknown: 'Not known yet',
  recheck: 'Checks again by itself',
  soon: 'Any moment now',
  noRecheck: 'Not planned',
  noRecheckAbout: 'Only after a grant that has not taken effect yet.',
  stopRecheck: 'Stop',
  stopRecheckSubject: 'the automatic check',
  stopRecheckAbout: 'Nothing is checked by itself until the next verification.',
  stopFailed: 'It was not stopped',
  findings: 'Findings',
  newFindings: (count: number) => plural(count, 'new finding'),
  noFindings: 'None new',
} as const;

export const tenantConnections = {
  title: 'Connections',
  none: 'No connection',
  noneAbout: 'Without a provider connection there is nothing to verify with.',
  add: 'Add a connection',
  isDefault: 'Default',
  makeDefaultAbout: 'What is started without naming a connection uses the default.',
  makeDefaultFailed: 'The default was not changed',
  credential: 'Credential',
  noCredential: 'None',
  credentialUntil: 'valid until',
  cloud: 'Cloud',
  checked: 'Last checked',
  notChecked: 'Never',
} as const;

export const capabilities = {
  title: 'What can be managed',
  about:
    'Reading was tried with a live request. Writing is never tried on a customer’s tenant: “Declared” means that the permission is held.',
  workload: 'Workload',
  read: 'Read',
  write: 'Write',
  why: 'Why',
  running: 'Filled in when the verification that is running ends.',
  none: 'Known after the first verification.',
  invalid: 'The report it is taken from cannot be read.',
} as const;

export const permissions = {
  title: 'Permissions',
  asOf: 'As of',
  onlyAct: (count: number) => `Only what needs action (${count})`,
  onlyActAbout: 'Hides what waits, what is effective, and what could not be read.',
  none: 'Known after the first verification that could read them.',
  noneToAct: 'Nothing needs action.',
  showAll: 'Show all',
} as const;

export const tenantHistory = {
  title: 'History',
  none: 'No operation has run for this tenant yet.',
  counted: {
    NEW_FAILING: (count: number) => `${count} newly failing`,
    FIXED: (count: number) => `${count} fixed`,
    STILL_FAILING: (count: number) => `${count} still failing, differently`,
    CHANGED: (count: number) => `${count} changed`,
    ADDED: (count: number) => plural(count, 'new check'),
    REMOVED: (count: number) => `${plural(count, 'check')} gone`,
  } satisfies Record<VerificationChangeKind, (count: number) => string>,
  change: (before: string, after: string) => `${before} → ${after}`,
} as const;

export const tenantActions = {
  menu: 'Actions',
  current: 'Make it your current tenant',
  currentDone: 'It is your current tenant now',
  isCurrent: 'It is your current tenant.',
  members: 'Members',
  findings: 'Findings',
  edit: 'Edit',
  archive: 'Archive',
  restore: 'Restore',
  failed: 'That was not done',
  editTitle: 'Edit the tenant',
  save: 'Save',
  saved: 'Saved',
  name: 'Name',
  entraTenantId: 'Directory ID',
  entraTenantIdAbout: 'The GUID of the Entra directory; leave it empty when it is not known.',
  externalId: 'External ID',
  externalIdAbout: 'What another system, such as your ticketing, calls this tenant.',
  nameMissing: 'Give the tenant a name.',
  noGuid: 'A directory ID has the form 00000000-0000-0000-0000-000000000000.',
  archiveTitle: (name: string) => `Archive ${name}?`,
  archiveAbout: [
    'Nothing is started on it any more, neither by hand nor by itself.',
    'What is running now goes on to its end.',
    'Its history, reports and connections stay and can be read. You can restore it at any time.',
  ],
  archived: (name: string) => `${name} is archived`,
  restored: (name: string) => `${name} is restored`,
  archivedTitle: 'This tenant is archived',
  archivedNote: 'Nothing is started on it. Its history stays readable.',
  onboardingTitle: 'The onboarding is not finished',
  onboardingNote: 'It goes on where it was left, from any device.',
  onboardingOpen: 'Go on with the onboarding',
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

export const startedOperation = {
  STARTED: (operation: string) => `${operation} started`,
  DEDUPED: (operation: string) => `${operation} is already running`,
  SCOPE_BUSY: (operation: string) => `${operation} has to wait`,
  BLOCKED: (operation: string) => `${operation} cannot start yet`,
  failed: (operation: string) => `${operation} was not started`,
  busy: (running: string) => `${running} is using the connection. Start it again when that has ended.`,
} as const;
