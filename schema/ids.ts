import { badInput, notFound } from '../core/fault.ts';

/**
 * Ids are opaque to clients and decimal row ids inside. Whatever is not one of ours names nothing, and gets the same
 * answer as an id that was never issued: the shape of our ids is nobody's business.
 */
export function parseId(id: string): number {
  const number = /^[1-9]\d{0,15}$/.test(id) ? Number(id) : NaN;
  if (!Number.isSafeInteger(number)) throw notFound();
  return number;
}

/** Free text from outside: trimmed, bounded, and without NUL, which PostgreSQL's text cannot hold. */
export function parseText(field: string, text: string, { max }: { max: number }): string {
  const trimmed = text.trim();
  if (trimmed.includes('\0')) throw badInput(field, `${field} must not contain NUL characters.`);
  if (trimmed.length > max) throw badInput(field, `${field} is longer than ${max} characters.`);
  return trimmed;
}
