import { policyKindRow, type PolicyKind, type PolicyKindRow } from '../../../core/backup/policy-kinds.ts';
import type { PolicyGap, PolicyQuestion, PolicyReading, ReadPolicy } from '../../../core/backup/reading.ts';
import { isStorableId } from '../../../core/backup/storable.ts';
import { toLine } from '../../../core/text.ts';
import { arrayAt, asObject, stringAt, type JsonObject } from '../graph/json.ts';
import type { Reading } from '../graph/retry.ts';
import { refusal, type Refusal } from '../reasons/reasons.ts';
import { readAll, readEach, type PolicyClient } from './policy-client.ts';

/** All that Microsoft has of one kind, or why that cannot be said. */
export async function readPolicies(
  open: (row: PolicyKindRow) => Promise<PolicyClient | Refusal>,
  kind: PolicyKind,
  question: PolicyQuestion,
): Promise<PolicyReading | Refusal> {
  const row = policyKindRow(kind);
  if (row.offered === 'never') return refusal('backup.not_offered');
  const client = await open(row);
  if ('kind' in client) return client;
  const listed =
    row.offered === 'list' ? await readList(client, row) : await readByIds(client, row, question);
  if (listed.kind === 'unreadable') return listed;
  const { items, gaps } = await addParts(client, row, listed.value);
  const proof = await findGone(client, row, { ...question, listed: listed.value });
  if ('kind' in proof) return proof;
  return {
    kind: 'read',
    policies: items.map((item) => toPolicy(row, item)),
    gaps: [...gaps, ...proof.gaps],
    gone: proof.gone,
  };
}

async function readList(client: PolicyClient, row: PolicyKindRow): Promise<Reading<readonly JsonObject[]>> {
  const listed = await readAll(client, `${row.path}${row.query === '' ? '' : `?${row.query}`}`);
  if (listed.kind === 'unreadable') return listed;
  // A thing without an id cannot be told from another: the list is not understood.
  if (!listed.value.every(hasId)) return refusal('provider.bad_response');
  // Pages shift while they are read: of a thing listed twice the later reading counts.
  const byId = new Map(listed.value.map((item) => [idOf(item), item]));
  return { ...listed, value: [...byId.values()] };
}

/** Microsoft's limit for one getByIds. */
const idsAtOnce = 1_000;

async function readByIds(
  client: PolicyClient,
  { path }: PolicyKindRow,
  { referenced }: PolicyQuestion,
): Promise<Reading<readonly JsonObject[]>> {
  const items: JsonObject[] = [];
  for (let start = 0; start < referenced.length; start += idsAtOnce) {
    const ids = referenced.slice(start, start + idsAtOnce);
    const found = await client.items.post(path, { ids, types: ['group'] }, client.version);
    if (found.kind === 'unreadable') return found;
    const values = arrayAt(found.value, 'value');
    if (values === null) return refusal('provider.bad_response');
    items.push(...(values.map(asObject).filter((item) => item !== null && hasId(item)) as JsonObject[]));
  }
  return { kind: 'read', value: items, pointers: [] };
}

interface WithParts {
  readonly items: readonly JsonObject[];
  readonly gaps: readonly PolicyGap[];
}

/** Reads what the list does not carry. An item of which any of it is missing is a gap, and the others are kept. */
async function addParts(
  client: PolicyClient,
  row: PolicyKindRow,
  listed: readonly JsonObject[],
): Promise<WithParts> {
  let items = listed;
  const gaps: PolicyGap[] = [];
  for (const { name, path, countedBy } of row.subReads) {
    const answers = await readEach(
      client,
      items.map((item) => `${row.path}/${encodeURIComponent(idOf(item))}${path}`),
    );
    const whole: JsonObject[] = [];
    items.forEach((item, index) => {
      const answer = answers[index] ?? refusal('provider.bad_response');
      const reason = answer.kind === 'unreadable' ? reasonOf(answer) : shortOf(item, countedBy, answer.value);
      if (reason !== null) gaps.push({ externalId: idOf(item), name: nameOf(row, item), reason });
      else if (answer.kind === 'read') whole.push({ ...item, [name]: answer.value });
    });
    items = whole;
  }
  return { items, gaps };
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

interface Missing extends PolicyQuestion {
  readonly listed: readonly JsonObject[];
}

interface Proof {
  readonly gone: readonly string[];
  readonly gaps: readonly PolicyGap[];
}

/**
 * What was there and is not in the list is asked for by its id. Gone is only what Microsoft says it does not have; where it
 * has it, the list has left something out and proves nothing.
 */
async function findGone(
  client: PolicyClient,
  row: PolicyKindRow,
  { known, referenced, listed }: Missing,
): Promise<Proof | Refusal> {
  const seen = new Set(listed.map(idOf));
  const missing = known.filter(({ externalId }) => !seen.has(externalId));
  // getByIds was asked for these: what it left out it does not have. What nothing names any longer was not asked for.
  if (row.offered === 'referenced')
    return { gone: missing.map(idOfKnown).filter((id) => referenced.includes(id)), gaps: [] };
  const gone: string[] = [];
  const gaps: PolicyGap[] = [];
  for (const { externalId, name } of missing) {
    const answer = await client.items.get(`${row.path}/${encodeURIComponent(externalId)}`, {
      ...(client.version === 'beta' && { beta: true }),
    });
    if (answer.kind === 'read') return refusal('backup.list_incomplete', { pointers: answer.pointers });
    if (answer.status === 404) gone.push(externalId);
    else gaps.push({ externalId, name, reason: answer.reason });
  }
  return { gone, gaps };
}

const idOfKnown = ({ externalId }: { readonly externalId: string }) => externalId;

function toPolicy(row: PolicyKindRow, item: JsonObject): ReadPolicy {
  const platform =
    row.platformField === null ? null : toLine(stringAt(item, row.platformField) ?? '') || null;
  const assignments = row.assignments === null ? [] : (arrayAt(item, row.assignments) ?? []);
  return { externalId: idOf(item), name: nameOf(row, item), platform, payload: item, assignments };
}

function hasId(item: JsonObject): boolean {
  const id = stringAt(item, 'id');
  return id !== null && isStorableId(id);
}

function idOf(item: JsonObject): string {
  return stringAt(item, 'id') ?? '';
}

/** As it is shown on one line; the payload keeps it to the letter. */
function nameOf({ nameField }: PolicyKindRow, item: JsonObject): string {
  return toLine(stringAt(item, nameField) ?? '') || idOf(item);
}
