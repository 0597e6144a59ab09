import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, text, type AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Capability } from '../../core/access/access.ts';
import { users, workspaces } from './tenancy.ts';
import { bytea, id, ref, at, createdAt } from './columns.ts';

export const apiTokens = pgTable(
  'api_tokens',
  {
    id: id(),
    userId: ref('user_id')
      .notNull()
      .references(() => users.id),
    workspaceId: ref('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    name: text('name').notNull(),
    /** SHA-256 of the token; the plaintext is shown once and never stored. */
    tokenHash: bytea('token_hash').notNull().unique('api_tokens_hash_unique'),
    prefix: text('prefix').notNull(),
    /** null: everything its user may do. */
    scopes: jsonb('scopes').$type<readonly Capability[]>(),
    /** The token that created this one: revoked together with it, by trigger. */
    createdByTokenId: ref('created_by_token_id').references((): AnyPgColumn => apiTokens.id),
    expiresAt: at('expires_at'),
    lastUsedAt: at('last_used_at'),
    revokedAt: at('revoked_at'),
    createdAt: createdAt(),
  },
  (t) => [
    index('api_tokens_user_idx').on(t.userId, t.id),
    index('api_tokens_workspace_idx').on(t.workspaceId),
    index('api_tokens_created_by_token_idx').on(t.createdByTokenId),
    check('api_tokens_hash_is_sha256', sql`octet_length(${t.tokenHash}) = 32`),
    // What a token sees is limited by its workspace and its user, never by its scopes, so every token holds `view`.
    check(
      'api_tokens_scopes_have_view',
      sql`${t.scopes} is null or (jsonb_typeof(${t.scopes}) = 'array' and ${t.scopes} ? 'view')`,
    ),
  ],
);

/** A person signed in with a browser. The cookie holds the token, the table its SHA-256. */
export const userSessions = pgTable(
  'user_sessions',
  {
    id: id(),
    userId: ref('user_id')
      .notNull()
      .references(() => users.id),
    tokenHash: bytea('token_hash').notNull().unique('user_sessions_hash_unique'),
    createdAt: createdAt(),
    expiresAt: at('expires_at').notNull(),
  },
  (t) => [
    index('user_sessions_user_idx').on(t.userId),
    index('user_sessions_expires_idx').on(t.expiresAt),
    check('user_sessions_hash_is_sha256', sql`octet_length(${t.tokenHash}) = 32`),
  ],
);

/** Someone on the way to Microsoft and back: used once, by the browser that has the secret. */
export const signInAttempts = pgTable(
  'sign_in_attempts',
  {
    id: id(),
    /** SHA-256 of the secret in the browser's cookie. */
    secretHash: bytea('secret_hash').notNull().unique('sign_in_attempts_hash_unique'),
    returnTo: text('return_to').notNull(),
    createdAt: createdAt(),
    expiresAt: at('expires_at').notNull(),
  },
  (t) => [
    index('sign_in_attempts_expires_idx').on(t.expiresAt),
    check('sign_in_attempts_hash_is_sha256', sql`octet_length(${t.secretHash}) = 32`),
    // Two leading slashes would be another site.
    check('sign_in_attempts_return_is_local', sql`${t.returnTo} ~ '^/([^/\\\\]|$)'`),
  ],
);

/** A command line that someone has let in, until it fetches its token: used once. */
export const loginCodes = pgTable(
  'login_codes',
  {
    id: id(),
    /** SHA-256 of the code that the browser hands over. */
    codeHash: bytea('code_hash').notNull().unique('login_codes_hash_unique'),
    /** SHA-256 of what only the command line knows (PKCE, S256). */
    challenge: bytea('challenge').notNull(),
    userId: ref('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    workspaceId: ref('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    /** What the token will be called. */
    name: text('name').notNull(),
    createdAt: createdAt(),
    expiresAt: at('expires_at').notNull(),
  },
  (t) => [
    index('login_codes_user_idx').on(t.userId),
    index('login_codes_workspace_idx').on(t.workspaceId),
    index('login_codes_expires_idx').on(t.expiresAt),
    check('login_codes_hash_is_sha256', sql`octet_length(${t.codeHash}) = 32`),
    check('login_codes_challenge_is_sha256', sql`octet_length(${t.challenge}) = 32`),
  ],
);

export const auditEntries = pgTable(
  'audit_entries',
  {
    id: id(),
    workspaceId: ref('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    /** null: the system itself. */
    actorUserId: ref('actor_user_id').references(() => users.id),
    action: text('action').notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: ref('subject_id').notNull(),
    data: jsonb('data').$type<Record<string, unknown>>().notNull().default({}),
    at: at('at').notNull().defaultNow(),
  },
  (t) => [
    index('audit_entries_workspace_idx').on(t.workspaceId, t.id),
    index('audit_entries_actor_idx').on(t.actorUserId, t.workspaceId),
    index('audit_entries_subject_idx').on(t.subjectType, t.subjectId, t.id),
  ],
);
