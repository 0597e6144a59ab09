import { policyKindRow, type PolicyKind, type PolicyKindRow } from '../../../core/backup/policy-kinds.ts';
import type { PolicyGap, PolicyQuestion, PolicyReading, ReadPolicy } from '../../../core/backup/reading.ts';
import { toLine } from '../../../core/text.ts';
import { arrayAt, asObject, stringAt, type JsonObject } from '../graph/json.ts';
import type { Reading } from '../graph/retry.ts';
import { refusal, type Refusal } from '../reasons/reasons.ts';
import { addParts, readNamed, type WithParts } from './add-parts.ts';
import { hasId, idOf, nameOf } from './names.ts';
import { readAll, readItem, withQuery, type PolicyClient } from './policy-client.ts';

/** All that Microsoft has of one kind, or why that cannot be said. */
export async function readPolicies(
  open: (row: PolicyKindRow) => Promise<PolicyClient | Refusal>,
  kind: PolicyKind,
  question: PolicyQuestion,
): Promise<PolicyReading | Refusal> {
  const row = policyKindRow(kind);
  const client = await open(row);
  if ('kind' in client) return client;
  const found = await findItems(client, row, question);
  if ('kind' in found)
    return row.mayBeRefused && found.status === 403 ? refusal('backup.not_offered') : found;
  const whole = await addParts(client, row, found.items);
  const gaps = [...found.gaps, ...whole.gaps];
  // One item that had to wait is a gap; all of them are a service that does not answer.
  const [first] = gaps;
  if (
    first !== undefined &&
    whole.items.length === 0 &&
    gaps.every(({ reason }) => reason === 'throttled.graph')
  )
    return refusal(first.reason);
  const proof = await findGone(client, row, { ...question, found });
  if ('kind' in proof) return proof;
  return {
    kind: 'read',
    policies: whole.items.map((item) => toPolicy(row, item)),
    gaps: [...gaps, ...proof.gaps],
    gone: proof.gone,
  };
}

async function findItems(
  client: PolicyClient,
  row: PolicyKindRow,
  question: PolicyQuestion,
): Promise<WithParts | Refusal> {
  if (row.offered === 'referenced') return await readNamed(client, row, question.referenced);
  const listed = await readOffered(client, row, question);
  return listed.kind === 'unreadable' ? listed : { items: listed.value, gaps: [] };
}

function readOffered(client: PolicyClient, row: PolicyKindRow, question: PolicyQuestion) {
  if (row.offered === 'list') return readList(client, row);
  if (row.offered === 'referenced_together') return readByIds(client, row, question);
  return readOne(client, row);
}

/** A single object may have no id: it is found again by being the only one of its kind. */
async function readOne(
  client: PolicyClient,
  { path, offered }: PolicyKindRow,
): Promise<Reading<readonly JsonObject[]>> {
  const answer = await readItem(client, path);
  if (answer.kind === 'read') return { ...answer, value: [{ ...answer.value, id: onlyOne }] };
  const isNone = offered === 'one_or_none' && answer.status === 404;
  return isNone ? { kind: 'read', value: [], pointers: [] } : answer;
}

const onlyOne = 'only';

async function readList(client: PolicyClient, row: PolicyKindRow): Promise<Reading<readonly JsonObject[]>> {
  const listed = await readAll(client, withQuery(row.path, row.query));
  if (listed.kind === 'unreadable') return listed;
  // A thing without an id cannot be told from another: the list is not understood.
  const kept = listed.value.filter((item) => !row.except.includes(stringAt(item, '@odata.type') ?? ''));
  if (!kept.every(hasId)) return refusal('provider.bad_response');
  // Pages shift while they are read: of a thing listed twice the later reading counts.
  const byId = new Map(kept.map((item) => [idOf(item), item]));
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

interface Missing extends PolicyQuestion {
  readonly found: WithParts;
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
  { known, referenced, found }: Missing,
): Promise<Proof | Refusal> {
  const seen = new Set([...found.items.map(idOf), ...found.gaps.map(({ externalId }) => externalId)]);
  const missing = known.filter(({ externalId }) => !seen.has(externalId));
  // These were asked for by id: what was left out Microsoft does not have. What nothing names any longer was not asked for.
  if (row.offered.startsWith('referenced'))
    return { gone: missing.map(idOfKnown).filter((id) => referenced.includes(id)), gaps: [] };
  if (row.offered !== 'list') return { gone: missing.map(idOfKnown), gaps: [] };
  const gone: string[] = [];
  const gaps: PolicyGap[] = [];
  for (const { externalId, name } of missing) {
    const answer = await readItem(client, `${row.path}/${encodeURIComponent(externalId)}`);
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
