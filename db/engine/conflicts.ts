import { Fault } from '../../core/fault.ts';

/**
 * Rules that the database holds and a caller can run into, by the constraint's name, with the sentence a caller gets.
 * Whatever is not listed cannot be caused from outside: breaking it is a bug, and stays one.
 */
const sentences: Readonly<Record<string, string>> = {
  tenants_workspace_tenant_id_unique: 'The workspace has a tenant with this directory already.',
  provider_connections_directory_unique: 'The tenant has a connection to this directory already.',
  provider_connections_default_unique: 'Another connection was made the default at the same time. Try again.',
  tenant_onboarding_sessions_open_unique: 'The tenant is being onboarded already.',
  workspaces_slug_unique: 'Another workspace has this short name.',
  users_email_unique: 'Somebody else has this address.',
  workspace_memberships_unique: 'This person is a member of the workspace already.',
  tenant_memberships_unique: 'This person is a member of the tenant already.',
  workspace_keeps_an_owner: 'A workspace keeps at least one owner. Make somebody else an owner first.',
};

/** unique_violation, and restrict_violation, which our triggers raise with a constraint's name. */
const states = new Set(['23505', '23001']);

/** CONFLICT with a sentence for a rule listed above; any other error as it is. */
export function toConflict(error: unknown): unknown {
  const violated = findViolation(error);
  const sentence = violated === null ? undefined : sentences[violated];
  return sentence === undefined ? error : new Fault('CONFLICT', sentence, {}, { cause: error });
}

/** drizzle wraps what PostgreSQL says; a deferred rule speaks at commit, without drizzle. */
function findViolation(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('code' in error && 'constraint_name' in error && states.has(String(error.code))) {
    return String(error.constraint_name);
  }
  return findViolation(error.cause);
}
