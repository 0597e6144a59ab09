import type { IdKind } from '../global-id.ts';

/**
 * Everything that leaves an entry in the audit log: what is not listed cannot be written. An action reads as
 * `<subject>.<what happened>`; the sentence is what people see after the actor's name.
 */
export const auditActions = {
  'tenant.created': 'added the tenant',
  'tenant.updated': 'changed the tenant',
  'tenant.archived': 'archived the tenant',
  'tenant.restored': 'took the tenant out of the archive',
  'workspace.founded': 'founded the workspace',
  'workspace_member.added': 'added a member to the workspace',
  'workspace_member.role_changed': 'changed a member’s role in the workspace',
  'workspace_member.removed': 'removed a member from the workspace',
  'workspace_member.left': 'left the workspace',
  'user.linked_to_entra':
    'signed in with Microsoft for the first time, as the account that counts from now on',
  'tenant_member.added': 'gave a member access to the tenant',
  'tenant_member.role_changed': 'changed a member’s role on the tenant',
  'tenant_member.removed': 'took a member’s access to the tenant away',
  'api_token.created': 'made an API token',
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
  'credential.activated': 'put a rehearsed credential into use',
  'operation.started': 'started an operation',
  'operation.blocked': 'tried to start an operation that was refused',
  'operation.cancelled': 'asked an operation to stop',
  'finding.acknowledged': 'acknowledged a finding',
  'verification.acknowledged': 'acknowledged a failing check',
  'verification.acknowledgement_withdrawn': 'withdrew an acknowledgement',
  'onboarding.begun': 'began to onboard a tenant',
  'onboarding.updated': 'went on with an onboarding',
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
  | 'tenant_onboarding_session';

export const kindOfSubject = {
  workspace: 'workspace',
  tenant: 'tenant',
  user: 'user',
  api_token: 'token',
  provider_connection: 'connection',
  operation_run: 'run',
  finding: 'finding',
  tenant_onboarding_session: 'session',
} as const satisfies Record<AuditSubjectType, IdKind>;

/** For owners to read later: facts such as names, roles and ids. Never a secret, a token or a digest of one. */
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
  /** As stored: an older release may have written what this one does not know. */
  readonly action: string;
  readonly subjectType: AuditSubjectType;
  readonly subjectId: number;
  readonly data: AuditData;
  readonly at: Date;
}

export function auditSentence(action: string): string {
  return Object.hasOwn(auditActions, action) ? auditActions[action as AuditAction] : action;
}
