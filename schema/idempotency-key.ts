import { badInput } from '../core/fault.ts';

/** As many characters as any id, and no control characters: those separate parts of a key inside. */
const shape = /^[^\p{Cc}]{1,200}$/u;

export const idempotencyKeyDescription =
  'Any text of 1 to 200 characters. Within 24 hours the same key from the same user returns the original answer; with another input it is refused.';

export function parseIdempotencyKey(key: string | null | undefined): string | null {
  if (key == null) return null;
  if (!shape.test(key)) {
    throw badInput('idempotencyKey', 'Pass 1 to 200 characters without control characters.');
  }
  return key;
}
