export const signIn = {
  title: 'Sign in',
  lead: 'Can we manage this tenant right now? If not, why not, and what is the next click?',
  demo: 'Pick a demo user',
  demoAbout: 'This is a demo with made-up people. Each sees what their role allows.',
  everywhere: 'Do not enter real data here',
  everywhereAbout:
    'This is a demo installation. Anyone who can reach it can sign in without a password and see everything.',
  as: (name: string) => `Sign in as ${name}`,
  none: 'Sign-in is not configured',
  noneAbout: 'Ask an administrator of this installation to configure sign-in.',
  failed: 'You were not signed in',
  withMicrosoft: 'Sign in with Microsoft',
  problems: {
    not_a_member:
      'Microsoft signed you in, but you are not a member of any workspace here. Ask a workspace owner to add you.',
    cancelled: 'You cancelled the Microsoft sign-in. Nothing has changed.',
    expired: 'The sign-in took too long or was started in another tab. Start again here.',
    failed:
      'Microsoft’s answer could not be verified. Try again. If it keeps failing, ask an administrator to check the log.',
    clock: 'This server’s clock differs too much from Microsoft’s. An administrator needs to correct it.',
    unavailable: 'Microsoft could not be reached. Try again in a moment.',
  },
} as const;

export const home = {
  title: 'Your workspaces',
  none: 'You are not in a workspace yet',
  noneAbout: 'Ask a workspace owner to add you.',
  role: (role: string) => `Your role: ${role}`,
} as const;

export const roles = {
  READONLY: 'Reader',
  OPERATOR: 'Operator',
  MANAGER: 'Manager',
  OWNER: 'Owner',
} as const;
