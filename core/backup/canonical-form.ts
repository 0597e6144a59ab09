import { createHash } from 'node:crypto';
import { placesOf, type FormRules, type PlaceTree } from './form-rules.ts';
import { isSecretMark } from './secret-marks.ts';

/**
 * What counts of a payload, as text: two payloads with the same text are the same configuration. Only this form is hashed;
 * the payload itself keeps everything that a write needs.
 */
export function toCanonicalForm(rules: FormRules, payload: unknown): string {
  return writeValue(payload, placesOf(rules)) ?? '{}';
}

/** 64 hex digits. */
export function hashOf(form: string): string {
  return createHash('sha256').update(form).digest('hex');
}

/** null: nothing that counts is there. */
function writeValue(value: unknown, tree: PlaceTree): string | null {
  if (typeof value === 'string') return value === '' ? null : writeText(value, tree);
  if (typeof value === 'number') return String(Object.is(value, -0) ? 0 : value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (Array.isArray(value)) return writeList(value, tree);
  return typeof value === 'object' && value !== null ? writeObject(value as Fields, tree) : null;
}

type Fields = Readonly<Record<string, unknown>>;

function writeText(text: string, { place }: PlaceTree): string {
  if (place.date) return JSON.stringify(toUtc(text));
  return JSON.stringify(place.flags ? sortFlags(text) : text);
}

function writeList(values: readonly unknown[], tree: PlaceTree): string | null {
  if (values.length === 0) return null;
  // Nothing holds a place in a list: without it the entries behind it would move up.
  const texts = values.map((value) => writeValue(value, tree) ?? 'null');
  if (tree.place.unordered) texts.sort();
  return `[${texts.join(',')}]`;
}

function writeObject(fields: Fields, tree: PlaceTree): string | null {
  if (isSecretMark(fields)) return writeSecret(fields);
  const parts: string[] = [];
  for (const name of Object.keys(fields).sort()) {
    if (!counts(name, tree)) continue;
    const child = tree.at(name);
    const text = child.place.drop ? null : writeValue(fields[name], child);
    if (text !== null) parts.push(`${JSON.stringify(name)}:${text}`);
  }
  return parts.length === 0 ? null : `{${parts.join(',')}}`;
}

function writeSecret(mark: Fields): string {
  return `{"$secret":${JSON.stringify(mark['$secret'])}}`;
}

/** OData's notes about a value, and the actions it offers, come and go with how much of them was asked for. */
function counts(name: string, { place }: PlaceTree): boolean {
  if (name === '@odata.type') return place.typed;
  if (name.startsWith('#') || name.includes('@odata.')) return false;
  return place.only === null || place.only.includes(name);
}

/** `mdm,microsoftSense` and `microsoftSense, mdm` are the same flags. */
function sortFlags(text: string): string {
  return text
    .split(',')
    .map((flag) => flag.trim())
    .sort()
    .join(',');
}

/** In UTC, without trailing zeros of the fraction; what is no date stays what it is. Ticks finer than a millisecond are kept. */
function toUtc(text: string): string {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/.exec(text);
  if (match === null) return text;
  const [, seconds = '', fraction = '', zone = 'Z'] = match;
  const time = Date.parse(`${seconds}${zone}`);
  if (Number.isNaN(time)) return text;
  const kept = fraction.replace(/0+$/, '');
  return `${new Date(time).toISOString().slice(0, 19)}${kept === '' ? '' : `.${kept}`}Z`;
}
