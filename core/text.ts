/**
 * What text from outside may contain. `line`: a name, an address, anything shown on one line. `text`: several lines.
 * `any`: any other well-formed text, with rules of its own on top.
 */
export type TextKind = 'line' | 'text' | 'any';

/**
 * A surrogate without its other half is not a character: PostgreSQL's jsonb refuses it, everything else replaces it.
 */
const loneSurrogate = /\p{Surrogate}/u;
/** Control characters except tabs and line breaks. */
const control = /(?![\t\n\r])\p{Cc}/u;
const lineBreak = /[\t\n\r\u2028\u2029]/;
/** They make one name look like another: `evil<RLO>moc.knab` is displayed as `evilbank.com`. */
const bidiOverride = /[\u202a-\u202e\u2066-\u2069]/;

/** What is wrong, worded to follow the field's name; null if nothing is. Never repeats the text: it may be a secret. */
export function findTextProblem(text: string, kind: TextKind): string | null {
  if (loneSurrogate.test(text))
    return 'contains half a character (a lone surrogate). Send well-formed Unicode.';
  if (control.test(text)) return 'must not contain control characters.';
  if (kind !== 'line') return null;
  if (lineBreak.test(text)) return 'must be a single line, without tabs or line breaks.';
  return bidiOverride.test(text)
    ? 'must not contain characters that override the direction of writing.'
    : null;
}

/** For names that others have written (claims of a token): removes what is not allowed in a line. */
export function toLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(new RegExp(bidiOverride, 'g'), '')
    .trim();
}
