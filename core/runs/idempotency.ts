import { createHash } from 'node:crypto';

/** Two requests with one key must ask for the same: 64 hex digits over what was requested. */
export function hashInput(input: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(input)).digest('hex');
}

/**
 * Clients' keys contain no control characters (schema/idempotency-key.ts), so a part's key can never equal a
 * client's.
 */
const partSeparator = '\u001f';

/** The key of one part of a request that is carried out in several transactions. */
export function partKey(key: string, part: number): string {
  return `${key}${partSeparator}${part}`;
}
