/** Reading what a stranger sent: every function answers null instead of trusting a shape. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function parseObject(text: string): JsonObject | null {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return null;
  }
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
