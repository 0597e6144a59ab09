export const onboardings = {
  title: 'Onboarding',
  about: 'From a domain name to a verified, managed tenant.',
  begin: 'Onboard a tenant',
  notAllowed: 'Your role does not allow onboarding tenants here.',
  filter: 'Status',
  all: 'All',
  statuses: { IN_PROGRESS: 'In progress', COMPLETED: 'Completed', CANCELLED: 'Cancelled' },
  open: 'In progress',
  ended: 'Finished',
  columns: { tenant: 'Tenant', step: 'Step', started: 'Started', changed: 'Updated', go: 'Open' },
  by: 'by',
  resume: 'Continue',
  view: 'View',
  none: 'No onboardings yet',
  noneAbout: 'Start with a customer’s domain name and go step by step. You can leave and resume at any time.',
  noneOpen: 'No onboarding is in progress',
  noneOpenAbout: 'Finished onboardings are listed below.',
  noneEnded: 'None finished yet',
  noneEndedAbout: 'Completed and cancelled onboardings are listed here.',
} as const;

export const beginOnboarding = {
  title: 'Onboard a tenant',
  submit: 'Start',
  directory: 'Domain name or directory (tenant) ID',
  directoryHint:
    'For example contoso.com. Microsoft publishes which directory it belongs to; no one is notified.',
  directoryMissing: 'Enter a domain name such as contoso.com, or the directory’s ID.',
  name: 'Name',
  nameHint: 'What you call this customer. Defaults to the domain name. An existing tenant keeps its name.',
  externalId: 'Your own ID for the customer',
  externalIdHint: 'From your ticket or billing system, if you have one.',
  which: 'Which directory',
  whichHint: 'The name belongs to a different directory in each of these clouds.',
  sighting: (cloud: string, directory: string) => `${cloud}: ${directory}`,
  unknown: (name: string, unanswered: readonly string[]) =>
    unanswered.length === 0
      ? `Microsoft has no directory called ${name}. Check the spelling, or enter the directory’s ID.`
      : `No directory called ${name} was found, but some clouds did not respond: ${unanswered.join(', ')}. Try again, or enter the directory’s ID.`,
} as const;

const stepTexts = {
  directory: { label: 'Directory', title: 'The directory' },
  connection: { label: 'Connection', title: 'Choose a connection' },
  credential: { label: 'Credential', title: 'Set the credential' },
  consent: { label: 'Consent', title: 'Ask the customer for consent' },
  verification: { label: 'Verification', title: 'Verify the tenant' },
  complete: { label: 'Complete', title: 'Complete the onboarding' },
} as const;

export const onboarding = {
  pageTitle: (tenant: string) => `Onboarding of ${tenant}`,
  unnamed: 'a tenant',
  steps: stepTexts,
  stepper: 'Steps of the onboarding',
  states: { done: 'Done', current: 'Now', ahead: 'To do' },
  announce: (step: string) => `Current step: ${step}`,
  copyLink: 'Copy link',
  backToNow: (step: string) => `Continue to ${step.toLowerCase()}`,
  alreadyActive:
    'This tenant is already active, and stays active whether you complete or cancel the onboarding.',
  notAllowed: 'Your role does not allow this.',

  facts: 'So far',
  endedFacts: 'Details',
  tenant: 'Tenant',
  tenantStatus: 'Tenant status',
  directory: 'Directory',
  externalId: 'External ID',
  connection: 'Connection',
  credential: 'Credential',
  consent: 'Consent',
  verification: 'Verification',
  started: 'Started',
  changed: 'Updated',
  by: 'by',
  none: 'None yet',
  consents: { granted: 'Granted', declined: 'Declined', unknown: 'No answer yet' } as Readonly<
    Record<string, string>
  >,

  directoryAbout:
    'The tenant now exists here, visible to you and the workspace owners. Nothing has been asked of the customer yet.',
  openTenant: 'Open tenant',

  connectionAbout: 'A connection defines which directory to reach, in which cloud, with which application.',
  newConnection: 'The tenant has no connection yet.',
  cloud: 'Cloud',
  cloudAsking: 'Asking Microsoft which cloud the directory is in…',
  cloudFound: (cloud: string, region: string | null) =>
    `Microsoft says: ${cloud}${region === null ? '' : `, region ${region}`}.`,
  cloudUnknown: (unanswered: readonly string[]) =>
    unanswered.length === 0
      ? 'No cloud has this directory. Check its ID before you continue.'
      : `This directory was not found, but some clouds did not respond: ${unanswered.join(', ')}.`,
  cloudNotAsked: 'The cloud where the customer’s administrators sign in. For most customers, this is Global.',
  connectionName: 'Name',
  connectionNameHint: (tenant: string) => `Defaults to Microsoft · ${tenant}`,
  createConnection: 'Create connection',
  notCreated: 'The connection was not created',
  use: 'Use this one',
  inUse: 'In use',
  isInUse: 'This onboarding uses it.',
  notChosen: 'The connection was not changed',
  manageConnection: 'Open connection',
  connectionFirst: 'Choose a connection first.',
  toConnection: 'Go to connection',

  credentialAbout: 'Your application’s secret or certificate. It is encrypted and can never be read back.',
  noCredential: 'The connection has no credential yet.',
  addCredential: 'Add a credential',
  replaceCredential: 'Replace the credential',

  consentAbout:
    'A customer administrator opens a Microsoft link, reviews what your application requests, and accepts. The link works once, for this tenant only.',
  consentGranted: 'Consent granted',
  consentGrantedAbout: 'The verification checks that it took effect.',
  consentDeclined: 'The administrator declined',
  consentDeclinedAbout: 'Nothing has changed at the customer. Talk to them, then send a new link.',
  createLink: 'Create consent link',
  replaceLink: 'Create a new link',
  linkFailed: 'The link was not created',
  link: 'Link for the customer’s administrator',
  copyConsentLink: 'Copy consent link',
  openConsent: 'Open it myself',
  linkOnce: 'Copy it now: it is not stored and cannot be shown again.',
  linkUntil: 'It works once, until',
  waiting: 'Waiting for the administrator. This page updates automatically.',
  linkOpen: 'The customer has a link',
  linkOpenUntil: 'It works once, until',
  linkOpenAbout:
    'It cannot be shown again. If it was lost, create a new one; the old link then stops working.',
  linkExpired: 'The link has expired',
  linkExpiredAbout: 'It was not used. Create a new one and send it to the administrator. It expired',
  replaceTitle: 'Create a new link?',
  replaceAbout:
    'The link you sent stops working immediately. The customer’s administrator needs the new one.',
  otherwise: 'If consent was given another way, for example in the portal, no link is needed.',

  verificationAbout: 'Checks with Microsoft whether this tenant can be managed. Changes nothing.',
  verificationFirst: 'It starts automatically when consent is granted. You can also start it now.',
  verificationRunning:
    'Checks appear below as they finish. You can leave this page; the verification continues.',
  verificationBlocked:
    'Something blocks this tenant. See the report for the cause and the next step, then verify again.',
  verificationPassed: 'The tenant can be managed. Review the report, then complete the onboarding.',
  verify: 'Verify now',
  verifyAgain: 'Verify again',
  verifying: 'Verifying',
  report: 'Verification',
  openRun: 'Open run',
  notVerified: 'The verification was not started',

  completeAbout: 'The tenant becomes active and is verified and counted with the others.',
  complete: 'Complete',
  completeReady: 'All checks passed.',
  completeAttention:
    'The tenant can be managed. What needs attention is in the report below and stays visible afterward.',
  notCompleted: 'The onboarding was not completed',
  completed: (tenant: string) => `${tenant} is onboarded`,
  override: 'Complete anyway',
  overrideTitle: 'Complete without verification?',
  overrideNothing: 'This onboarding has not verified the tenant, so it is unknown whether it can be managed.',
  overrideBlocked: 'The verification found that the tenant cannot be managed:',
  overrideAbout: 'Your name and reason are recorded in the audit log. The verdict does not change.',
  overrideReason: 'Reason',
  overrideReasonMissing: 'Enter a reason.',

  cancel: 'Cancel onboarding',
  cancelTitle: 'Cancel this onboarding?',
  cancelAbout:
    'Results so far stay readable, and the consent link stops working. The tenant, its connection and its credential do not change. You can start a new onboarding at any time.',
  cancelSubmit: 'Cancel onboarding',
  cancelNot: 'Keep going',
  notCancelled: 'The onboarding was not cancelled',
  cancelled: (tenant: string) => `Onboarding of ${tenant} cancelled`,

  ended: 'Summary',
  completedAt: 'Completed',
  cancelledAt: 'Cancelled',
  completedAbout: 'Nothing left to do here. The tenant’s page shows its status from now on.',
  cancelledAbout:
    'This onboarding was cancelled before it was complete. The tenant and its connection were not changed.',
  overridden: 'Completed without a passing verification',
  again: 'Onboard again',
  notStarted: 'The onboarding was not started',
} as const;
