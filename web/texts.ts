import { shell, toasts, broken, forbidden, notFound, time, list, dialog, shortcuts } from './texts/shell.ts';
import { signIn, home, roles } from './texts/sign-in.ts';
import { workspace } from './texts/workspace.ts';
import {
  capabilities,
  permissions,
  standing,
  started,
  startedOperation,
  tenant,
  tenantActions,
  tenantConnections,
  tenantHistory,
} from './texts/tenant.ts';
import { connection, consent, credential } from './texts/connection.ts';
import { run } from './texts/run.ts';
import { report } from './texts/report.ts';
import { beginOnboarding, onboarding, onboardings } from './texts/onboarding.ts';
import { people, tenantMembers, workspaceMembers } from './texts/people.ts';
import { apiTokens, createToken, newToken } from './texts/api-tokens.ts';
import { audit, findings, operations } from './texts/lists.ts';
import { reasons, reportACode } from './texts/help.ts';

/**
 * Every sentence the web app says by itself, by the component that says it; a translation is another folder beside
 * texts/. Labels of statuses, actions, checks and next steps come from the API and are not here.
 */
export const texts = {
  locale: 'en',
  product: 'TenantAtlas',
  loading: 'Loading',
  shell,
  toasts,
  broken,
  forbidden,
  notFound,
  list,
  dialog,
  shortcuts,
  time,
  signIn,
  home,
  roles,
  workspace,
  tenant,
  standing,
  tenantConnections,
  capabilities,
  permissions,
  tenantHistory,
  tenantActions,
  started,
  connection,
  credential,
  consent,
  startedOperation,
  run,
  report,
  onboardings,
  beginOnboarding,
  onboarding,
  people,
  workspaceMembers,
  tenantMembers,
  apiTokens,
  createToken,
  newToken,
  operations,
  findings,
  audit,
  reasons,
  reportACode,
} as const;
