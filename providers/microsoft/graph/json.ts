/** Reading what a stranger sent: every function answers null instead of trusting a shape. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function parseObject(text: string): JsonObject | null {
  try {
    return asObject(unstorable.test(text) ? JSON.parse(text, storable) : JSON.parse(text));
  } catch {
    return null;
  }
}

/** To the last code unit: for who stores it in a way that can hold it (core/backup/storable.ts). */
export function parseVerbatim(text: string): JsonObject | null {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return null;
  }
}

/**
 * NUL, and half of a pair of surrogates: JSON can spell both, PostgreSQL refuses them, and one name like that in a customer's
 * directory would keep everything else in it from being stored.
 */
const unstorable = /\\u(?:0000|d[89a-f])/i;

function storable(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\ufffd') : value;
}

export function asObject(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

export function objectAt(object: JsonObject | null, name: string): JsonObject | null {
  return asObject(object?.[name]);
}

export function stringAt(object: JsonObject | null, name: string): string | null {
  const value = object?.[name];
  return typeof value === 'string' ? value : null;
}

export function arrayAt(object: JsonObject | null, name: string): readonly unknown[] | null {
  const value = object?.[name];
  return Array.isArray(value) ? value : null;
}
