/** Every URL of the app, so that routes and links cannot disagree. `/operations/:id` is part of the public contract. */
export const routes = {
  home: '/',
  signIn: '/sign-in',
  workspace: '/workspaces/:workspaceId',
  operations: '/workspaces/:workspaceId/operations',
  findings: '/workspaces/:workspaceId/findings',
  schedules: '/workspaces/:workspaceId/schedules',
  onboardings: '/workspaces/:workspaceId/onboarding',
  members: '/workspaces/:workspaceId/members',
  auditLog: '/workspaces/:workspaceId/audit-log',
  /** Resumable by link, also from Microsoft's consent page. */
  onboarding: '/onboarding/:sessionId',
  tenant: '/tenants/:tenantId',
  tenantMembers: '/tenants/:tenantId/members',
  newConnection: '/tenants/:tenantId/connections/new',
  connection: '/tenants/:tenantId/connections/:connectionId',
  configuration: '/tenants/:tenantId/configuration',
  policy: '/tenants/:tenantId/configuration/:policyId',
  run: '/operations/:runId',
  apiTokens: '/account/api-tokens',
  reasons: '/help/reasons',
  reportACode: '/help/report-a-code',
} as const;

/** Addresses name things by their plain row number, which an id ends in. */
export const rowOf = (id: string) => id.replace(/^[a-z]+_(?=\d+$)/, '');

/** The id of what an address names. */
export const idOf = (
  kind: 'workspace' | 'tenant' | 'connection' | 'run' | 'session' | 'policy',
  row: string,
) => `${kind}_${row}`;

const id = (of: string) => encodeURIComponent(rowOf(of));

export const paths = {
  workspace: (workspace: string) => `/workspaces/${id(workspace)}`,
  operations: (workspace: string) => `/workspaces/${id(workspace)}/operations`,
  findings: (workspace: string) => `/workspaces/${id(workspace)}/findings`,
  findingsOfTenant: (workspace: string, tenant: string) =>
    `/workspaces/${id(workspace)}/findings?tenant=${id(tenant)}`,
  schedules: (workspace: string) => `/workspaces/${id(workspace)}/schedules`,
  onboardings: (workspace: string) => `/workspaces/${id(workspace)}/onboarding`,
  members: (workspace: string) => `/workspaces/${id(workspace)}/members`,
  auditLog: (workspace: string) => `/workspaces/${id(workspace)}/audit-log`,
  onboarding: (session: string) => `/onboarding/${id(session)}`,
  tenant: (tenant: string) => `/tenants/${id(tenant)}`,
  tenantMembers: (tenant: string) => `/tenants/${id(tenant)}/members`,
  newConnection: (tenant: string) => `/tenants/${id(tenant)}/connections/new`,
  connection: (tenant: string, connection: string) => `/tenants/${id(tenant)}/connections/${id(connection)}`,
  configuration: (tenant: string) => `/tenants/${id(tenant)}/configuration`,
  policy: (tenant: string, policy: string) => `/tenants/${id(tenant)}/configuration/${id(policy)}`,
  run: (run: string) => `/operations/${id(run)}`,
  /** Where the catalog explains a reason code. */
  reason: (code: string) => `/help/reasons#${encodeURIComponent(code)}`,
  reportExport: (run: string, ending: string) => `/reports/${id(run)}.${ending}`,
  signIn: (returnTo: string) => `/sign-in?return=${encodeURIComponent(returnTo)}`,
};

/** The workspace that an address belongs to; null where the address does not say. */
export function workspaceIdIn(pathname: string): string | null {
  const row = /^\/workspaces\/([^/]+)/.exec(pathname)?.[1];
  return row === undefined ? null : idOf('workspace', row);
}

/** The tenant that the address of a list narrows it to; null: none. */
export function tenantIdIn(search: { get(name: string): string | null }): string | null {
  const row = search.get('tenant') ?? '';
  return row === '' ? null : idOf('tenant', row);
}

/** Links come from stored reports too. Only a path of this app stays in this tab; `//host` is another host. */
export function isOwnPath(url: string): boolean {
  return url.startsWith('/') && new URL(url, location.origin).origin === location.origin;
}
