import { Fault } from '../../core/fault.ts';

/**
 * Database rules that a caller can violate, by the constraint's name, with the sentence the caller gets. A violation
 * of anything not listed cannot be caused from outside: it is a bug.
 */
const sentences: Readonly<Record<string, string>> = {
  tenants_workspace_tenant_id_unique: 'The workspace already has a tenant with this directory.',
  provider_connections_directory_unique: 'The tenant already has a connection to this directory.',
  provider_connections_default_unique: 'Another connection was made the default at the same time. Try again.',
  tenant_onboarding_sessions_open_unique: 'The tenant is already being onboarded.',
  workspaces_slug_unique: 'Another workspace already uses this short name.',
  users_email_unique: 'Someone else already has this email address.',
  workspace_memberships_unique: 'This person is already a member of the workspace.',
  tenant_memberships_unique: 'This person is already a member of the tenant.',
  workspace_keeps_an_owner: 'A workspace needs at least one owner. Make someone else an owner first.',
};

/** unique_violation, and restrict_violation, which our triggers raise with a constraint's name. */
const states = new Set(['23505', '23001']);

/** CONFLICT with a sentence for a rule listed above; any other error unchanged. */
export function toConflict(error: unknown): unknown {
  const violated = findViolation(error);
  const sentence = violated === null ? undefined : sentences[violated];
  return sentence === undefined ? error : new Fault('CONFLICT', sentence, {}, { cause: error });
}

/** drizzle wraps what PostgreSQL reports; a deferred rule fails at commit, without drizzle. */
function findViolation(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('code' in error && 'constraint_name' in error && states.has(String(error.code))) {
    return String(error.constraint_name);
  }
  return findViolation(error.cause);
}
