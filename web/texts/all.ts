/**
 * Every sentence the web app says by itself, by the component that says it; a translation is another folder beside
 * texts/. Labels of statuses, actions, checks and next steps come from the API and are not here.
 */
export const locale = 'en';
export const product = 'TenantAtlas';
export const loading = 'Loading';
export { shell, toasts, broken, forbidden, notFound, time, list, dialog, shortcuts } from './shell.ts';
export { signIn, home, roles } from './sign-in.ts';
export { workspace } from './workspace.ts';
export {
  capabilities,
  permissions,
  standing,
  started,
  startedOperation,
  tenant,
  tenantActions,
  tenantConnections,
  tenantHistory,
} from './tenant.ts';
export { connection, consent, credential } from './connection.ts';
export { run } from './run.ts';
export { report } from './report.ts';
export { beginOnboarding, onboarding, onboardings } from './onboarding.ts';
export { people, tenantMembers, workspaceMembers } from './people.ts';
export { apiTokens, createToken, newToken } from './api-tokens.ts';
export { audit, findings, operations, startSync, tenantChoice } from './lists.ts';
export { reasons, reportACode } from './help.ts';
