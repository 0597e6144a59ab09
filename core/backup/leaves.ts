import { hashOf, toCanonicalForm } from './canonical-form.ts';
import type { Leaf } from './leaf.ts';
import { placesOf, type FormRules, type PlaceTree } from './form-rules.ts';
import { isSecretMark } from './secret-marks.ts';
import { readSetting, type Definitions } from './settings.ts';
import { toWords } from './words.ts';

type Fields = Readonly<Record<string, unknown>>;

/** All that a payload says and that counts, in the order of the payload. */
export function toLeaves(rules: FormRules, payload: unknown, definitions: Definitions): Leaf[] {
  const leaves: Leaf[] = [];
  collect(payload, placesOf(rules), { path: '', label: [] }, { rules, definitions, leaves });
  return leaves;
}

interface At {
  readonly path: string;
  readonly label: readonly string[];
}

interface Into {
  readonly rules: FormRules;
  readonly definitions: Definitions;
  readonly leaves: Leaf[];
}

function collect(value: unknown, tree: PlaceTree, at: At, into: Into): void {
  if (value === null || value === undefined || value === '') return;
  if (Array.isArray(value)) collectList(value, tree, at, into);
  else if (isSecretMark(value)) into.leaves.push({ ...at, values: [], isSecret: true });
  else if (typeof value === 'object') collectObject(value as Fields, tree, at, into);
  else into.leaves.push({ ...at, values: [toText(value)], isSecret: false });
}

function collectObject(fields: Fields, tree: PlaceTree, at: At, into: Into): void {
  const instance = fields['settingInstance'];
  if (typeof instance === 'object' && instance !== null) {
    into.leaves.push(...readSetting(instance as Fields, into.definitions));
    return;
  }
  for (const [name, value] of Object.entries(fields)) {
    if (!counts(name, tree)) continue;
    const child = tree.at(name);
    const path = at.path === '' ? name : `${at.path}.${name}`;
    if (!child.place.drop) collect(value, child, { path, label: [...at.label, toWords(name)] }, into);
  }
}

function counts(name: string, { place }: PlaceTree): boolean {
  if (name === '@odata.type') return place.typed;
  return !name.startsWith('#') && !name.includes('@odata.') && (place.only?.includes(name) ?? true);
}

function collectList(values: readonly unknown[], tree: PlaceTree, at: At, into: Into): void {
  const isPlain = values.every((value) => typeof value !== 'object' || value === null);
  if (isPlain) {
    const texts = values.map(toText);
    if (tree.place.unordered) texts.sort();
    if (texts.length > 0) into.leaves.push({ ...at, values: texts, isSecret: false });
    return;
  }
  const seen = new Map<string, number>();
  values.forEach((value, index) => {
    const key = tree.place.unordered ? keyOf(value, into.rules) : String(index);
    const double = seen.get(key) ?? 0;
    seen.set(key, double + 1);
    const label = values.length === 1 ? at.label : [...at.label, nameOf(value) ?? `${index + 1}`];
    collect(value, tree, { path: `${at.path}[${key}${double === 0 ? '' : `#${double}`}]`, label }, into);
  });
}

/** An entry of a list without order is found again by its name, and by what it says where it has none. */
function keyOf(value: unknown, rules: FormRules): string {
  return nameOf(value) ?? hashOf(toCanonicalForm({ ...rules, only: {} }, value)).slice(0, 16);
}

function nameOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const { displayName, name, ruleName, actionType, cidrAddress } = value as Fields;
  return (
    ([displayName, name, ruleName, actionType, cidrAddress].find(
      (one) => typeof one === 'string' && one !== '',
    ) as string | undefined) ?? null
  );
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
