import { UnknownSchemaError } from '../../db/engine/schema-version.ts';
import { DatabaseLost, DatabaseUnfit } from '../../db/engine/sessions/unavailable.ts';

/** A start that fails for a reason the person at the terminal can fix: its message is all they need to read. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}

/** Turns what PostgreSQL or the network reports at startup into a sentence; anything else is a bug and is returned unchanged. */
export function explainDatabaseError(error: unknown, where: string): unknown {
  if (error instanceof UnknownSchemaError || error instanceof DatabaseUnfit) {
    return new StartupError(`The database at ${where} ${error.message}`, { cause: error });
  }
  const code = codeOf(error);
  if (code === missingExtension) {
    return new StartupError(`The database at ${where} ${pgTrgm}`, { cause: error });
  }
  const explanation = code === undefined ? undefined : explanations[code];
  if (explanation === undefined && hasLostDatabase(error)) {
    return new StartupError(`The database at ${where} does not answer. Check DATABASE_URL.`, {
      cause: error,
    });
  }
  if (explanation === undefined) return error;
  return new StartupError(`The database at ${where} ${explanation} Check DATABASE_URL.`, { cause: error });
}

/** Raised by db/migrations/0003_plans.sql. */
const missingExtension = 'TA001';
const pgTrgm =
  'lacks the extension pg_trgm, and this user cannot create it: ask an administrator to run CREATE EXTENSION pg_trgm in it (if the provider has a list of allowed extensions, add it there first), then start again.';

const unknownAuthority =
  'presents a certificate from an unknown authority: set sslrootcert to the authority’s certificate.';

const explanations: Record<string, string> = {
  ECONNREFUSED: 'does not accept connections: is PostgreSQL running there?',
  ENOTFOUND: 'cannot be found: its host name has no address.',
  EAI_AGAIN: 'cannot be found: its host name could not be looked up.',
  ETIMEDOUT: 'does not answer.',
  CONNECT_TIMEOUT: 'does not answer.',
  '28P01': 'refuses the password.',
  '28000': 'refuses this user, or connections without TLS (sslmode=require).',
  DEPTH_ZERO_SELF_SIGNED_CERT: unknownAuthority,
  SELF_SIGNED_CERT_IN_CHAIN: unknownAuthority,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownAuthority,
  CERT_HAS_EXPIRED: 'presents a certificate that has expired.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'presents a certificate for a different host name.',
  '3D000': 'does not exist.',
  ENOENT: 'has no socket there: is PostgreSQL running?',
  '08P01': 'refuses settings that a session needs: is there a pooler in between?',
  '22P05': 'cannot store every character: create it with the encoding UTF8.',
  '22021': 'cannot store every character: create it with the encoding UTF8.',
  '25006': 'is read only.',
  '3F000': 'has no schema to create tables in: search_path names none that exists.',
  '42501': 'does not let this user create tables.',
  '42710': 'has TenantAtlas tables but no record of its migrations: restore it from a backup.',
  '42P07': 'has TenantAtlas tables but no record of its migrations: restore it from a backup.',
  '57P03': 'is starting or stopping.',
  '53300': 'has no free connections.',
};

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string' && isKnown(error.code)) {
    // A file of ours that is missing has the same code as a missing socket, and is a bug.
    return error.code === 'ENOENT' && 'syscall' in error && error.syscall !== 'connect'
      ? undefined
      : error.code;
  }
  if ('errors' in error && Array.isArray(error.errors)) return codeOf(error.errors[0]);
  return 'cause' in error ? codeOf(error.cause) : undefined;
}

const isKnown = (code: string) => code === missingExtension || code in explanations;

function hasLostDatabase(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error instanceof DatabaseLost || hasLostDatabase(error.cause);
}
