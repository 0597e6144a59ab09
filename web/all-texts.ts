/**
 * Every text of the web app's own, from the texts.ts of each room. Labels of statuses, actions, checks and next steps come
 * from the API and are not here.
 */
export const locale = 'en';
export const product = 'TenantAtlas';
export const loading = 'Loading';
export {
  shell,
  toasts,
  broken,
  forbidden,
  notFound,
  time,
  list,
  newWorkspace,
  parts,
  dialog,
  shortcuts,
} from './app/texts.ts';
export { signIn, home, roles } from './people/sign-in/texts.ts';
export { workspace } from './tenants/fleet/texts.ts';
export { tenantChoice } from './tenants/choice/texts.ts';
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
} from './tenants/texts.ts';
export { connection, consent, credential, directoryId } from './connections/texts.ts';
export { credentialDialog } from './connections/credential/texts.ts';
export { run } from './runs/texts.ts';
export { operations } from './runs/list/texts.ts';
export { report } from './verification/texts.ts';
export { beginOnboarding, onboarding, onboardings } from './onboarding/texts.ts';
export { leaving, people, renaming, tenantMembers, workspaceMembers } from './people/members/texts.ts';
export { audit } from './people/audit/texts.ts';
export { apiTokens, createToken, newToken } from './people/tokens/texts.ts';
export { findings, startSync } from './inventory/texts.ts';
export { reasons, reportACode } from './reasons/texts.ts';
export { configuration, policy } from './backup/texts.ts';
export { freezing, scheduleDialog, schedules, zones } from './schedules/texts.ts';
