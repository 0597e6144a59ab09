import type { PolicyKindRow, SubRead } from '../../../core/backup/policy-kinds.ts';
import type { PolicyGap } from '../../../core/backup/reading.ts';
import { asObject, stringAt, type JsonObject } from '../graph/json.ts';
import type { Reading } from '../graph/retry.ts';
import { refusal, type Refusal } from '../reasons/reasons.ts';
import { idOf, nameOf } from './names.ts';
import { readEach, readEachItem, withQuery, type Answers, type PolicyClient } from './policy-client.ts';

export interface WithParts {
  readonly items: readonly JsonObject[];
  readonly gaps: readonly PolicyGap[];
}

/** Reads what the list does not carry. An item of which any of it is missing is a gap, and the others are kept. */
export async function addParts(
  client: PolicyClient,
  row: PolicyKindRow,
  listed: readonly JsonObject[],
): Promise<WithParts> {
  let items = listed;
  const gaps: PolicyGap[] = [];
  const keep = (answers: readonly (JsonObject | PolicyGap['reason'])[]) => {
    const whole: JsonObject[] = [];
    answers.forEach((answer, index) => {
      const item = items[index] ?? {};
      if (typeof answer === 'string')
        gaps.push({ externalId: idOf(item), name: nameOf(row, item), reason: answer });
      else whole.push(answer);
    });
    items = whole;
  };
  if (row.item !== null) keep(await readItems(client, row, items));
  for (const part of row.subReads) keep(await addPart(client, row, part, items));
  return { items, gaps };
}

type Whole = JsonObject | PolicyGap['reason'];

async function readItems(
  client: PolicyClient,
  row: PolicyKindRow,
  items: readonly JsonObject[],
): Promise<Whole[]> {
  const answers = await readEachItem(
    client,
    items.map((item) => withQuery(pathOf(row, item), row.item?.query ?? '')),
  );
  return items.map((item, index) => {
    const answer = answers[index] ?? refusal('provider.bad_response');
    if (answer.kind === 'unreadable') return reasonOf(answer);
    // The type and the assignments are the list's to say: an item leaves the one out and gets the other wrong.
    const said = ['@odata.type', ...(row.assignments === null ? [] : [row.assignments])];
    const kept = said.filter((name) => name in item).map((name) => [name, item[name]] as const);
    return { ...answer.value, ...Object.fromEntries(kept) };
  });
}

async function addPart(
  client: PolicyClient,
  row: PolicyKindRow,
  part: SubRead,
  items: readonly JsonObject[],
): Promise<Whole[]> {
  const having = items.filter((item) => part.ofTypes?.test(stringAt(item, '@odata.type') ?? '') ?? true);
  const paths = having.map((item) => partPath(row, part, item));
  const answers: Answers<unknown> =
    part.reference === undefined ? await readLists(client, part, paths) : await readEachItem(client, paths);
  const byItem = new Map(having.map((item, index) => [item, answers[index]]));
  return items.map((item) => {
    const answer = byItem.get(item);
    return answer === undefined ? item : toWhole(item, part, answer);
  });
}

function toWhole(item: JsonObject, { name, countedBy, reference }: SubRead, answer: Reading<unknown>): Whole {
  if (reference !== undefined) {
    // That there is none is said in more than one way.
    if (answer.kind === 'unreadable')
      return answer.status === 404 || answer.status === 204 ? { ...item, [name]: null } : reasonOf(answer);
    const found = asObject(answer.value);
    return { ...item, [name]: Object.fromEntries(reference.map((one) => [one, found?.[one] ?? null])) };
  }
  if (answer.kind === 'unreadable') return reasonOf(answer);
  return shortOf(item, countedBy, answer.value as readonly unknown[]) ?? { ...item, [name]: answer.value };
}

/** A list at each path, and below each of its entries the entry's own. */
async function readLists(client: PolicyClient, { below }: SubRead, paths: readonly string[]) {
  const lists = await readEach(client, paths);
  if (below === undefined) return lists;
  const pathBelow = (list: number, entry: unknown) =>
    `${withoutQuery(paths[list] ?? '')}/${encodeURIComponent(idOf(asObject(entry) ?? {}))}${below.path}`;
  const asked = lists.flatMap((list, index) =>
    list.kind === 'read' ? list.value.map((entry) => pathBelow(index, entry)) : [],
  );
  const answers = await readEach(client, asked);
  const byPath = new Map(
    asked.map((path, index) => [path, answers[index] ?? refusal('provider.bad_response')]),
  );
  return lists.map((list, index): Reading<readonly unknown[]> => {
    if (list.kind === 'unreadable') return list;
    const parts = list.value.map((entry) => byPath.get(pathBelow(index, entry)));
    const lost = parts.find((part) => part?.kind === 'unreadable');
    if (lost?.kind === 'unreadable') return lost;
    const entries = list.value.map((entry, at) => {
      const part = parts[at];
      return { ...asObject(entry), [below.name]: part?.kind === 'read' ? part.value : [] };
    });
    return { ...list, value: entries };
  });
}

function partPath(row: PolicyKindRow, { path }: SubRead, item: JsonObject): string {
  return `${pathOf(row, item)}${path.replace('{type}', (stringAt(item, '@odata.type') ?? '').replace('#', ''))}`;
}

/** Where an item is: below its type's own list, if the kind's list only names it. */
function pathOf({ path, item: read }: PolicyKindRow, item: JsonObject): string {
  const list = read?.byType?.[stringAt(item, '@odata.type') ?? ''] ?? path;
  return `${list}/${encodeURIComponent(idOf(item))}`;
}

function withoutQuery(path: string): string {
  return path.split('?')[0] ?? path;
}

/** It was listed a moment ago: that its parts do not exist says nothing about the policy itself. */
function reasonOf({ reason, status }: Refusal): PolicyGap['reason'] {
  return status === 404 ? 'backup.item_incomplete' : reason;
}

function shortOf(
  item: JsonObject,
  countedBy: string | null,
  values: readonly unknown[],
): PolicyGap['reason'] | null {
  if (countedBy === null) return null;
  const count = item[countedBy];
  return typeof count === 'number' && count !== values.length ? 'backup.item_incomplete' : null;
}

/** Of a referenced kind that is asked for one by one: what Microsoft does not have is left out. */
export async function readNamed(
  client: PolicyClient,
  { path }: PolicyKindRow,
  ids: readonly string[],
): Promise<WithParts> {
  const answers = await readEachItem(
    client,
    ids.map((id) => `${path}/${encodeURIComponent(id)}`),
  );
  const items: JsonObject[] = [];
  const gaps: PolicyGap[] = [];
  answers.forEach((answer, index) => {
    const externalId = ids[index] ?? '';
    if (answer.kind === 'read') items.push(answer.value);
    else if (answer.status !== 404) gaps.push({ externalId, name: externalId, reason: answer.reason });
  });
  return { items, gaps };
}
