import type { PolicyKindRow } from '../../../core/backup/policy-kinds.ts';
import { isStorableId } from '../../../core/backup/storable.ts';
import { toLine } from '../../../core/text.ts';
import { stringAt, type JsonObject } from '../graph/json.ts';

export function hasId(item: JsonObject): boolean {
  const id = stringAt(item, 'id');
  return id !== null && isStorableId(id);
}

export function idOf(item: JsonObject): string {
  return stringAt(item, 'id') ?? '';
}

/** As it is shown on one line; the payload keeps it to the letter. What has no name of its own is called as its kind. */
export function nameOf({ nameField, label, offered }: PolicyKindRow, item: JsonObject): string {
  const own = nameField === null ? '' : toLine(stringAt(item, nameField) ?? '');
  return own || (offered.startsWith('one') ? label : idOf(item));
}
