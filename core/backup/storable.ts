import { findTextProblem } from '../text.ts';

/**
 * PostgreSQL keeps neither U+0000 nor half a surrogate pair. Both are written behind U+FFFF, which no text of Microsoft's
 * needs, as four hex digits of the code unit; U+FFFF itself too. Nothing is lost, and a policy with one is kept like any other.
 */
const unstorable = /[\0\uffff\p{Surrogate}]/gu;
const written = /\uffff([\da-f]{4})/g;

/** What JSON.stringify makes of them: most payloads have none and are not copied. */
const mayHaveUnstorable = /\\u(?:0000|d[89a-f])|\uffff/;

export function toStorable<T>(value: T): T {
  return mayHaveUnstorable.test(JSON.stringify(value)) ? (mapTexts(value, hide) as T) : value;
}

export function fromStorable<T>(value: T): T {
  return JSON.stringify(value).includes('\uffff') ? (mapTexts(value, show) as T) : value;
}

/** An id that cannot be stored could not be found again either. */
export function isStorableId(text: string): boolean {
  return findTextProblem(text, 'line') === null;
}

function hide(text: string): string {
  return text.replace(unstorable, (unit) => `\uffff${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function show(text: string): string {
  return text.replace(written, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function mapTexts(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') return map(value);
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, map));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, of]) => [map(name), mapTexts(of, map)]));
}

/** Levels of lists and objects in a policy. The deepest seen has 18; what goes by levels here stops working at thousands. */
const maxDepth = 200;

export function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxDepth) return true;
    level = level.flatMap((one): unknown[] =>
      typeof one === 'object' && one !== null ? Object.values(one) : [],
    );
  }
  return false;
}
