import type { Leaf } from './leaf.ts';
import { isSecretMark } from './secret-marks.ts';

/** What Microsoft calls a setting of the catalog, and each of its options by id. */
export interface SettingDefinition {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly options: Readonly<Record<string, string>>;
}

export type Definitions = ReadonlyMap<string, SettingDefinition>;

type Fields = Readonly<Record<string, unknown>>;

/** A setting of the catalog with all that is below it: each by the name the portal shows, an option by its label. */
export function readSetting(instance: Fields, definitions: Definitions): Leaf[] {
  const leaves: Leaf[] = [];
  read(instance, { path: 'settings', label: [] }, { definitions, leaves });
  return leaves;
}

interface At {
  readonly path: string;
  readonly label: readonly string[];
}

interface Into {
  readonly definitions: Definitions;
  readonly leaves: Leaf[];
}

function read(instance: Fields, above: At, into: Into): void {
  const named = instance['settingDefinitionId'];
  const id = typeof named === 'string' ? named : '';
  const definition = into.definitions.get(id);
  const at = { path: `${above.path}/${id}`, label: [...above.label, definition?.name ?? lastWords(id)] };
  for (const [name, value] of Object.entries(instance)) {
    if (name.includes('@odata.') || typeof value !== 'object' || value === null) continue;
    if (/CollectionValue$/.test(name) && Array.isArray(value)) readCollection(value, at, definition, into);
    else if (/(Setting|Group)Value$/.test(name)) readOne(value as Fields, at, definition, into);
  }
}

function readOne(value: Fields, at: At, definition: SettingDefinition | undefined, into: Into): void {
  const text = toValue(value, definition);
  if (text !== null)
    into.leaves.push({ ...at, values: text === secret ? [] : [text], isSecret: text === secret });
  readChildren(value, at, into);
}

function readChildren(value: Fields, at: At, into: Into): void {
  const { children } = value;
  if (!Array.isArray(children)) return;
  for (const child of children)
    if (typeof child === 'object' && child !== null) read(child as Fields, at, into);
}

function readCollection(
  values: readonly unknown[],
  at: At,
  definition: SettingDefinition | undefined,
  into: Into,
): void {
  const entries = values.filter((value): value is Fields => typeof value === 'object' && value !== null);
  const texts = entries.map((entry) => toValue(entry, definition));
  const shown = texts.filter((text): text is string => text !== null && text !== secret);
  if (texts.includes(secret)) into.leaves.push({ ...at, values: shown, isSecret: true });
  else if (shown.length > 0) into.leaves.push({ ...at, values: shown, isSecret: false });
  entries.forEach((entry, index) => {
    const label = entries.length === 1 ? at.label : [...at.label, `${index + 1}`];
    readChildren(entry, { path: `${at.path}[${index}]`, label }, into);
  });
}

/** No text of Microsoft's can be this: it has a NUL. */
const secret = '\0secret';

function toValue({ value }: Fields, definition: SettingDefinition | undefined): string | null {
  if (value === undefined || value === null) return null;
  if (isSecretMark(value)) return secret;
  if (typeof value !== 'string') return JSON.stringify(value);
  return definition?.options[value] ?? optionOf(value, definition);
}

/** An option without a label is told by the end of its id, which begins with the setting's own. */
function optionOf(value: string, definition: SettingDefinition | undefined): string {
  return definition !== undefined && value.startsWith(`${definition.id}_`)
    ? value.slice(definition.id.length + 1)
    : value;
}

/** `device_vendor_msft_policy_config_defender_allowcloudprotection`: its end is what can be read. */
function lastWords(id: string): string {
  return id.split('_').slice(-2).join(' ') || 'Setting';
}
