export const signIn = {
  title: 'Sign in',
  lead: 'Can we manage this tenant right now; if not, why not; and what is the next click.',
  demo: 'Choose who you want to be',
  demoAbout: 'This is a demo with made-up people. Each sees what their role allows.',
  everywhere: 'Do not enter real data here',
  everywhereAbout:
    'This installation is a demo that anyone who can reach it can use. They sign in without a password and see everything.',
  as: (name: string) => `Sign in as ${name}`,
  none: 'No way to sign in is set up',
  noneAbout: 'Ask an administrator of this installation to configure sign-in.',
  failed: 'You were not signed in',
  withMicrosoft: 'Sign in with Microsoft',
  problems: {
    not_a_member:
      'Microsoft knows you, but you are not a member of any workspace here. Ask an owner of your workspace to add you.',
    cancelled: 'You cancelled at Microsoft. Nothing has happened.',
    expired: 'That took too long, or was begun in another tab. Start again from here.',
    failed:
      'Microsoft’s answer could not be verified. Try again; if it stays so, ask an administrator to look at the log.',
    clock:
      'This server’s clock and Microsoft’s differ too much. An administrator has to set the server’s time right.',
    unavailable: 'Microsoft could not be reached. Try again in a moment.',
  },
} as const;

export const home = {
  title: 'Your workspaces',
  none: 'You are in no workspace yet',
  noneAbout: 'An owner of a workspace has to add you. Nothing else is needed from you.',
  role: (role: string) => `Your role: ${role}`,
} as const;

export const roles = {
  READONLY: 'Reader',
  OPERATOR: 'Operator',
  MANAGER: 'Manager',
  OWNER: 'Owner',
} as const;
