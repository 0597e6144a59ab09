/** Every URL of the app, so that routes and links cannot disagree. `/operations/:id` is part of the public contract. */
export const routes = {
  home: '/',
  signIn: '/sign-in',
  workspace: '/workspaces/:workspaceId',
  tenant: '/tenants/:tenantId',
  connection: '/tenants/:tenantId/connections/:connectionId',
  run: '/operations/:runId',
  reasons: '/help/reasons',
  reportACode: '/help/report-a-code',
} as const;

export const paths = {
  workspace: (id: string) => `/workspaces/${encodeURIComponent(id)}`,
  tenant: (id: string) => `/tenants/${encodeURIComponent(id)}`,
  run: (id: string) => `/operations/${encodeURIComponent(id)}`,
  signIn: (returnTo: string) => `/sign-in?return=${encodeURIComponent(returnTo)}`,
};

/** Links come from stored reports too. Only a path of this app stays in this tab; `//host` is another host. */
export function isOwnPath(url: string): boolean {
  return url.startsWith('/') && new URL(url, location.origin).origin === location.origin;
}
