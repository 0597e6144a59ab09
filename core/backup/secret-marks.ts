/**
 * What stands in a payload where a secret was. `unknown`: Microsoft shows a token, a mask or nothing, so what it is cannot be
 * said, and whether it has changed neither.
 */
export interface SecretMark {
  readonly $secret: 'unknown';
}

const unknown: SecretMark = { $secret: 'unknown' };

export function isSecretMark(value: unknown): value is SecretMark {
  return typeof value === 'object' && value !== null && '$secret' in value && value.$secret === 'unknown';
}

export const secretStates = ['none', 'unknown'] as const;
export type SecretState = (typeof secretStates)[number];

export interface WithoutSecrets<T> {
  readonly payload: T;
  readonly secretState: SecretState;
}

/** Microsoft's way of showing a value that it does not show. */
const mask = /^\*{4,}$/;

const secretValueType = '#microsoft.graph.deviceManagementConfigurationSecretSettingValue';

/**
 * Cuts every secret out of what was read: the value is nowhere in what this returns. `names` are the kind's own properties
 * that hold one; Microsoft shows many of them as null, so null there is a secret that is not known.
 */
export function cutSecrets<T>(payload: T, names: readonly string[] = []): WithoutSecrets<T> {
  let found = 0;
  const cut = (value: unknown): unknown => {
    if (typeof value === 'string') return mask.test(value) ? mark() : value;
    if (Array.isArray(value)) return value.map(cut);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([name, of]): [string, unknown] => [
      name,
      names.includes(name) && of !== '' ? mark() : cut(of),
    ]);
    const copy = Object.fromEntries(entries);
    if (copy['@odata.type'] === secretValueType) {
      copy['value'] = mark();
      // A token or a text, depending on who wrote it last: not part of what the policy says.
      delete copy['valueState'];
    }
    return copy;
  };
  const mark = (): SecretMark => {
    found += 1;
    return unknown;
  };
  const clean = cut(payload) as T;
  return { payload: clean, secretState: found > 0 ? 'unknown' : 'none' };
}
