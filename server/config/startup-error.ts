import { UnknownSchemaError } from '../../db/engine/schema-version.ts';

/** A start that cannot go on for a reason the person at the terminal can mend: its message is all they need to read. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}

/** Turns what PostgreSQL or the network says at start-up into a sentence; anything else is a bug and stays as it is. */
export function explainDatabaseError(error: unknown, where: string): unknown {
  if (error instanceof UnknownSchemaError) {
    return new StartupError(`The database at ${where} ${error.message}`, { cause: error });
  }
  const code = codeOf(error);
  const explanation = code === undefined ? undefined : explanations[code];
  if (explanation === undefined) return error;
  return new StartupError(`The database at ${where} ${explanation} Check DATABASE_URL.`, { cause: error });
}

const explanations: Record<string, string> = {
  ECONNREFUSED: 'does not accept connections: is PostgreSQL running there?',
  ENOTFOUND: 'cannot be found: its host name has no address.',
  EAI_AGAIN: 'cannot be found: its host name could not be looked up.',
  ETIMEDOUT: 'does not answer.',
  CONNECT_TIMEOUT: 'does not answer.',
  '28P01': 'refuses the password.',
  '28000': 'refuses this user.',
  '3D000': 'does not exist.',
  '42501': 'does not let this user create tables.',
  '53300': 'has no connection left for us.',
};

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string' && error.code in explanations) return error.code;
  if ('errors' in error && Array.isArray(error.errors)) return codeOf(error.errors[0]);
  return 'cause' in error ? codeOf(error.cause) : undefined;
}
