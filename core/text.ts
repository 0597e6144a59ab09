/**
 * What text from outside may hold. `line`: a name, an address, whatever is shown on one line. `text`: several lines.
 * `any`: whatever else is text; its own rules come on top.
 */
export type TextKind = 'line' | 'text' | 'any';

/** A surrogate without its other half is no character: PostgreSQL's jsonb refuses it, everything else replaces it. */
const loneSurrogate = /\p{Surrogate}/u;
/** Control characters, but for tabs and line breaks. */
const control = /(?![\t\n\r])\p{Cc}/u;
const lineBreak = /[\t\n\r\u2028\u2029]/;
/** They make a name read as another one: `evil<RLO>moc.knab` is shown as `evilbank.com`. */
const bidiOverride = /[\u202a-\u202e\u2066-\u2069]/;

/** What is wrong, to go on after the field's name; null: nothing. Never repeats the text: it may be a secret. */
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

/** For names that others have written (claims of a token): what may not be in a line is left out. */
export function toLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(new RegExp(bidiOverride, 'g'), '')
    .trim();
}
