import { setTimeout as sleep } from 'node:timers/promises';
import type { GraphClient } from '../graph/graph.ts';
import { arrayAt, stringAt, type JsonObject } from '../graph/json.ts';
import { longBackoffMs, type Patience, type Reading } from '../graph/retry.ts';
import { malformed, type Refusal } from '../reasons/reasons.ts';

/** Graph for the reading of one kind: paced, patient, and bounded in what it takes into memory. */
export interface PolicyClient {
  readonly version: 'v1.0' | 'beta';
  /** Takes answers of 32 MiB: pages of a list, and envelopes of a $batch. */
  readonly pages: GraphClient;
  /** Takes answers of 8 MiB: what belongs to one policy. */
  readonly items: GraphClient;
  /** What this kind may still wait for Microsoft. */
  readonly patience: Patience;
  readonly signal: AbortSignal;
  /** For what is more than one request in Microsoft's eyes; a single one waits for its turn when it is sent. */
  readonly pace: (requests: number) => Promise<void>;
  /** Microsoft has told us to wait: from now on half as many requests, down to a twentieth. */
  readonly slowDown: () => void;
}

/** Every page of a list. */
export function readAll(client: PolicyClient, path: string): Promise<Reading<readonly JsonObject[]>> {
  return collect(client.pages, path, client.version);
}

async function collect(
  graph: GraphClient,
  path: string,
  version: PolicyClient['version'],
): Promise<Reading<readonly JsonObject[]>> {
  const items: JsonObject[] = [];
  let pointers: Refusal['pointers'] = [];
  for await (const page of graph.pages(path, version)) {
    if (page.kind === 'unreadable') return page;
    items.push(...page.value);
    pointers = page.pointers;
  }
  return { kind: 'read', value: items, pointers };
}

/** Microsoft Graph's own limit for one $batch. */
const batchSize = 20;

/** A list of each path's own, twenty to a request; each answers for itself, and those told to wait are asked again. */
export function readEach(
  client: PolicyClient,
  paths: readonly string[],
): Promise<Answers<readonly unknown[]>> {
  return askEach(client, paths, (path, part) => toList(client, path, part));
}

/** The same for what is one object at each path. */
export function readEachItem(client: PolicyClient, paths: readonly string[]): Promise<Answers<JsonObject>> {
  return askEach(client, paths, (path, part) => toItem(client, path, part));
}

export type Answers<T> = readonly Reading<T>[];

/** What a part of a batch comes to: it may take requests of its own. */
type Finish<T> = (path: string, part: Reading<JsonObject>) => Promise<Reading<T>>;

async function askEach<T>(
  client: PolicyClient,
  paths: readonly string[],
  finish: Finish<T>,
): Promise<Answers<T>> {
  const answers = new Map<string, Reading<T>>();
  for (let start = 0; start < paths.length; start += batchSize) {
    const asked = paths.slice(start, start + batchSize);
    for (const [path, answer] of await askChunk(client, asked, finish)) answers.set(path, answer);
  }
  return paths.map((path) => answers.get(path) ?? malformed({ pointers: [] }));
}

async function askChunk<T>(
  client: PolicyClient,
  chunk: readonly string[],
  finish: Finish<T>,
): Promise<ReadonlyMap<string, Reading<T>>> {
  const answers = new Map<string, Reading<T>>();
  let asked = chunk;
  for (let retries = 0; asked.length > 0; retries += 1) {
    // The envelope is paced like every request; each further part counts as one.
    await client.pace(asked.length - 1);
    const parts = await client.pages.batch(asked, client.version);
    let waitMs = 0;
    const again: string[] = [];
    for (const [index, path] of asked.entries()) {
      const answer = await finish(path, parts[index] ?? malformed({ pointers: [] }));
      answers.set(path, answer);
      if (answer.kind === 'read' || answer.again !== 'seconds') continue;
      again.push(path);
      waitMs = Math.max(waitMs, answer.retryAfterMs ?? longBackoffMs(retries));
    }
    asked = again;
    if (again.length > 0) client.slowDown();
    if (again.length === 0 || waitMs > client.patience.remainingMs) return answers;
    client.patience.remainingMs -= waitMs;
    await pause(waitMs, client.signal);
  }
  return answers;
}

/** A part that does not end with its first page, or that was too much in one envelope, is read on its own. */
async function toList(
  client: PolicyClient,
  path: string,
  part: Reading<JsonObject>,
): Promise<Reading<readonly unknown[]>> {
  if (part.kind === 'unreadable') return part.isTooLarge ? await readAlone(client, path) : part;
  const values = arrayAt(part.value, 'value');
  if (values === null) return malformed(part);
  const isWhole = stringAt(part.value, '@odata.nextLink') === null;
  return isWhole ? { ...part, value: values } : await readAlone(client, path);
}

async function toItem(
  client: PolicyClient,
  path: string,
  part: Reading<JsonObject>,
): Promise<Reading<JsonObject>> {
  if (part.kind === 'read' || !part.isTooLarge) return part;
  return withReason(await readItem(client, path));
}

/** `query` as a kind's row has it: empty for none. */
export function withQuery(path: string, query: string): string {
  return query === '' ? path : `${path}?${query}`;
}

export function readItem(client: PolicyClient, path: string): Promise<Reading<JsonObject>> {
  return client.items.get(path, { ...(client.version === 'beta' && { beta: true }) });
}

/** Too large for an envelope may be small enough alone; too large alone is more than a backup holds. */
function withReason<T>(answer: Reading<T>): Reading<T> {
  const isTooLarge = answer.kind === 'unreadable' && answer.isTooLarge === true;
  return isTooLarge ? { ...answer, reason: 'backup.item_too_large' } : answer;
}

async function readAlone(client: PolicyClient, path: string): Promise<Reading<readonly unknown[]>> {
  return withReason(await collect(client.items, path, client.version));
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal });
  } catch (error) {
    // Node rejects with an AbortError of its own; the port promises the caller's reason.
    signal.throwIfAborted();
    throw error;
  }
}
