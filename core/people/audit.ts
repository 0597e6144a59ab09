import type { IdKind } from '../global-id.ts';

/**
 * Everything that is written to the audit log: an action that is not listed cannot be. An action reads
 * `<subject>.<what happened>`; the sentence is what people see after the actor's name.
 */
export const auditActions = {
  'tenant.created': 'added the tenant',
  'tenant.updated': 'changed the tenant',
  'tenant.archived': 'archived the tenant',
  'tenant.restored': 'restored the tenant',
  'workspace.founded': 'created the workspace',
  'workspace_member.added': 'added a member to the workspace',
  'workspace_member.role_changed': 'changed a member’s role in the workspace',
  'workspace_member.removed': 'removed a member from the workspace',
  'workspace_member.left': 'left the workspace',
  'user.linked_to_entra': 'signed in with Microsoft for the first time, linking the account',
  'tenant_member.added': 'gave a member access to the tenant',
  'tenant_member.role_changed': 'changed a member’s role on the tenant',
  'tenant_member.removed': 'removed a member’s access to the tenant',
  'api_token.created': 'created an API token',
  'api_token.revoked': 'revoked an API token',
  'connection.created': 'added a connection',
  'connection.updated': 'changed a connection',
  'connection.disabled': 'disabled a connection',
  'connection.enabled': 'enabled a connection',
  'connection.made_default': 'made a connection the default',
  'credential.set': 'replaced a credential',
  'credential.deleted': 'deleted a credential',
  'credential.rehearsed': 'rehearsed a credential',
  'credential.discarded': 'discarded a rehearsed credential',
  'credential.activated': 'activated a rehearsed credential',
  'operation.started': 'started an operation',
  'operation.blocked': 'tried to start an operation that was refused',
  'operation.cancelled': 'requested that an operation stop',
  'finding.acknowledged': 'acknowledged a finding',
  'verification.acknowledged': 'acknowledged a failing check',
  'verification.acknowledgement_withdrawn': 'withdrew an acknowledgement',
  'workspace.updated': 'changed the workspace',
  'workspace.frozen': 'froze the workspace',
  'workspace.unfrozen': 'ended the freeze of the workspace',
  'tenant.frozen': 'froze the tenant',
  'tenant.unfrozen': 'ended the freeze of the tenant',
  'schedule.created': 'added a schedule',
  'schedule.updated': 'changed a schedule',
  'schedule.paused': 'paused a schedule',
  'schedule.resumed': 'resumed a schedule',
  'schedule.deleted': 'deleted a schedule',
  'schedule.run_now': 'ran a schedule at once',
  'onboarding.begun': 'started onboarding a tenant',
  'onboarding.updated': 'continued an onboarding',
  'onboarding.completed': 'completed an onboarding',
  'onboarding.cancelled': 'cancelled an onboarding',
} as const satisfies Record<`${string}.${string}`, string>;

export type AuditAction = keyof typeof auditActions;

/** What an entry is about, by the name of its kind in the API's words. */
export type AuditSubjectType =
  | 'workspace'
  | 'tenant'
  | 'user'
  | 'api_token'
  | 'provider_connection'
  | 'operation_run'
  | 'finding'
  | 'schedule'
  | 'tenant_onboarding_session';

export const kindOfSubject = {
  workspace: 'workspace',
  tenant: 'tenant',
  user: 'user',
  api_token: 'token',
  provider_connection: 'connection',
  operation_run: 'run',
  schedule: 'schedule',
  finding: 'finding',
  tenant_onboarding_session: 'session',
} as const satisfies Record<AuditSubjectType, IdKind>;

/** For owners to read later: facts such as names, roles and ids. Never a secret, a token or a token's digest. */
export type AuditData = Readonly<Record<string, string | number | boolean | null>>;

export interface NewAuditEntry {
  readonly workspaceId: number;
  /** null: the system itself. */
  readonly actorUserId: number | null;
  readonly action: AuditAction;
  readonly subjectType: AuditSubjectType;
  readonly subjectId: number;
  readonly data?: AuditData;
}

export interface AuditEntry {
  readonly id: number;
  readonly workspaceId: number;
  readonly actorUserId: number | null;
  /** As stored: a different release may have written an action that this one does not know. */
  readonly action: string;
  readonly subjectType: AuditSubjectType;
  readonly subjectId: number;
  readonly data: AuditData;
  readonly at: Date;
}

export function auditSentence(action: string): string {
  return Object.hasOwn(auditActions, action) ? auditActions[action as AuditAction] : action;
}
