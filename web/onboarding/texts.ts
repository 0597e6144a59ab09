export const onboardings = {
  title: 'Onboarding',
  about: 'From a directory’s name to a tenant that is verified and managed.',
  begin: 'Onboard a tenant',
  notAllowed: 'Your role does not allow onboarding tenants here.',
  filter: 'Status',
  all: 'Open and ended',
  statuses: { IN_PROGRESS: 'In progress', COMPLETED: 'Completed', CANCELLED: 'Cancelled' },
  open: 'In progress',
  ended: 'Ended',
  columns: { tenant: 'Tenant', step: 'Where it stands', begun: 'Begun', changed: 'Last change', go: 'Open' },
  by: 'by',
  goOn: 'Continue',
  look: 'Look',
  none: 'Nobody has onboarded a tenant here yet',
  noneAbout:
    'Give a customer’s domain name; the rest is one step at a time, and can be left and resumed by its link.',
  noneOpen: 'No onboarding is in progress',
  noneOpenAbout: 'What has ended is below.',
  noneEnded: 'None has ended yet',
  noneEndedAbout: 'A completed or cancelled onboarding stays readable here.',
} as const;

export const beginOnboarding = {
  title: 'Onboard a tenant',
  submit: 'Begin',
  directory: 'Domain name or directory (tenant) ID',
  directoryHint:
    'For example contoso.com. Microsoft says in public which directory it is; nobody is notified.',
  directoryMissing: 'Give a domain name like contoso.com, or the directory’s ID.',
  name: 'Name',
  nameHint:
    'How you call the customer. Left empty: the domain name. A tenant that is here already keeps its name.',
  externalId: 'Your own ID for the customer',
  externalIdHint: 'From your ticket or billing system, if you have one.',
  which: 'Which directory',
  whichHint: 'The name is another directory in each of these clouds.',
  sighting: (cloud: string, directory: string) => `${cloud}: ${directory}`,
  unknown: (name: string, unanswered: readonly string[]) =>
    unanswered.length === 0
      ? `Microsoft knows no directory called ${name}. Check the spelling, or give the directory’s ID.`
      : `No cloud that answered knows ${name}, and some gave no answer: ${unanswered.join(', ')}. Try again, or give the directory’s ID.`,
} as const;

const stepTexts = {
  directory: { label: 'Directory', title: 'The directory' },
  connection: { label: 'Connection', title: 'Choose how to reach it' },
  credential: { label: 'Credential', title: 'Give the connection a credential' },
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
  announce: (step: string) => `The onboarding is at: ${step}`,
  copyLink: 'Copy link',
  backToNow: (step: string) => `Go on with: ${step}`,
  alreadyActive: 'This tenant is active already. It stays so whether you complete or cancel the onboarding.',
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
  begun: 'Begun',
  changed: 'Last change',
  by: 'by',
  none: 'None yet',
  consents: { granted: 'Granted', declined: 'Declined', unknown: 'No answer yet' } as Readonly<
    Record<string, string>
  >,

  directoryAbout:
    'The tenant exists here from now on, for you and for the owners of the workspace. Nothing was asked of the customer yet.',
  openTenant: 'Open the tenant',

  connectionAbout: 'A connection says which directory is asked, in which cloud, with which application.',
  newConnection: 'The tenant has no connection yet.',
  cloud: 'Cloud',
  cloudAsking: 'Asking Microsoft in which cloud the directory is…',
  cloudFound: (cloud: string, region: string | null) =>
    `Microsoft says: ${cloud}${region === null ? '' : `, region ${region}`}.`,
  cloudUnknown: (unanswered: readonly string[]) =>
    unanswered.length === 0
      ? 'No cloud knows this directory. Check its ID before you go on.'
      : `No cloud that answered knows this directory; no answer from: ${unanswered.join(', ')}.`,
  cloudNotAsked: 'Where the customer’s administrators sign in; for most it is Global.',
  connectionName: 'Name',
  connectionNameHint: (tenant: string) => `Left empty: Microsoft · ${tenant}`,
  createConnection: 'Create the connection',
  notCreated: 'The connection was not created',
  use: 'Use this one',
  inUse: 'In use',
  isInUse: 'The onboarding uses it.',
  notChosen: 'The connection was not changed',
  manageConnection: 'Open the connection',
  connectionFirst: 'Choose a connection first.',
  toConnection: 'Go to the connection',

  credentialAbout:
    'The secret or certificate of your application. It is stored encrypted and can never be read back.',
  noCredential: 'The connection has no credential yet.',
  addCredential: 'Add a credential',
  replaceCredential: 'Replace the credential',

  consentAbout:
    'An administrator of the customer opens a link to Microsoft, reads what your application wants, and accepts. The link is for this tenant only and works once.',
  consentGranted: 'The consent is there',
  consentGrantedAbout: 'Microsoft’s answer is checked by the verification, not believed.',
  consentDeclined: 'The administrator declined',
  consentDeclinedAbout: 'Nothing has changed at the customer. Talk to them, then send a new link.',
  createLink: 'Create the consent link',
  replaceLink: 'Create a new link',
  linkFailed: 'No link was created',
  link: 'Link for the customer’s administrator',
  copyConsentLink: 'Copy the link',
  openConsent: 'Open it myself',
  linkOnce: 'Copy it now: it is not stored and cannot be shown again.',
  linkUntil: 'It works once, until',
  waiting: 'Waiting for the administrator. This page notices by itself when they have decided.',
  linkOpen: 'A link is with the customer',
  linkOpenUntil: 'It works once, until',
  linkOpenAbout: 'It cannot be shown again. If it was lost, create a new one; that one then stops working.',
  linkExpired: 'The link has run out',
  linkExpiredAbout: 'Nobody used it. Create a new one and send it to the administrator. It ran out',
  replaceTitle: 'Create a new link?',
  replaceAbout:
    'The link that you sent stops working at once. The customer’s administrator needs the new one.',
  otherwise:
    'Was the consent given in another way, in the portal for example? Then there is no need for a link.',

  verificationAbout: 'Asks Microsoft whether this tenant can be managed. Nothing is changed.',
  verificationFirst: 'It starts by itself when the consent comes in; you can also start it now.',
  verificationRunning: 'The checks arrive below as they finish. You can leave; it goes on without this page.',
  verificationBlocked:
    'Something blocks the tenant. The report says what, and what to click next; then verify again.',
  verificationPassed: 'It went through. Look at the report, then complete the onboarding.',
  verify: 'Verify now',
  verifyAgain: 'Verify again',
  verifying: 'Verifying',
  report: 'Verification',
  openRun: 'Open the run',
  notVerified: 'The verification was not started',

  completeAbout: 'The tenant becomes active: it is verified and counted with the others from now on.',
  complete: 'Complete',
  completeReady: 'Everything that was checked passed.',
  completeAttention:
    'The tenant can be managed. What needs attention is in the report below and stays visible afterwards.',
  notCompleted: 'The onboarding was not completed',
  completed: (tenant: string) => `${tenant} is onboarded`,
  override: 'Complete anyway',
  overrideTitle: 'Complete although it is not verified?',
  overrideNothing:
    'The tenant was never verified in this onboarding: nobody knows whether it can be managed.',
  overrideBlocked: 'The verification says that the tenant cannot be managed:',
  overrideAbout: 'Your name and the reason go into the audit log. The verdict itself stays as it is.',
  overrideReason: 'Why it is completed all the same',
  overrideReasonMissing: 'Say why, for whoever reads it later.',

  cancel: 'Cancel onboarding',
  cancelTitle: 'Cancel this onboarding?',
  cancelAbout:
    'What was found out stays readable, and the consent link stops working. The tenant, its connection and its credential stay as they are; a new onboarding can begin at any time.',
  cancelSubmit: 'Cancel it',
  cancelNot: 'Keep it',
  notCancelled: 'The onboarding was not cancelled',
  cancelled: (tenant: string) => `The onboarding of ${tenant} is cancelled`,

  ended: 'Summary',
  completedAt: 'Completed',
  cancelledAt: 'Cancelled',
  completedAbout: 'Nothing is left to do here. From now on the tenant’s page says how it stands.',
  cancelledAbout:
    'It was given up before it was complete. The tenant and its connection were left as they were.',
  overridden: 'Completed without a passed verification',
  again: 'Onboard it again',
  notBegun: 'The onboarding was not begun',
} as const;
