import type { Clock } from '../../../core/clock.ts';
import {
  guidPointer,
  badResponse,
  failureRefusal,
  malformed,
  refusal,
  type Refusal,
} from '../reasons/reasons.ts';
import { graphRefusal } from '../reasons/graph-refusal.ts';
import { failure, request, type Fetch, type HttpLimits, type HttpReply } from './http.ts';
import { arrayAt, asObject, parseObject, parseVerbatim, stringAt, type JsonObject } from './json.ts';
import { withRetries, type Patience, type Reading } from './retry.ts';
import type { AccessToken } from '../sign-in/token.ts';

/** Paths are of v1.0 unless told otherwise: `/organization?$select=id`. */
export interface GraphClient {
  get(path: string, options?: GraphGetOptions): Promise<Reading<JsonObject>>;
  /** All pages of a collection. */
  list(path: string): Promise<Reading<readonly JsonObject[]>>;
  /** One page after the other, for collections of any size; an unreadable page is the last one. */
  pages(path: string, version?: 'v1.0' | 'beta'): AsyncIterable<Reading<readonly JsonObject[]>>;
  /** Many reads in one request, answered in the order asked, each on its own: one refused part refuses no other. */
  batch(paths: readonly string[], version?: 'v1.0' | 'beta'): Promise<readonly Reading<JsonObject>[]>;
  /** For what is a question and only needs a body; nothing that changes anything. */
  post(path: string, body: unknown, version: 'v1.0' | 'beta'): Promise<Reading<JsonObject>>;
}

export interface GraphGetOptions {
  /** For what v1.0 does not have; Microsoft may change its shape without notice. */
  readonly beta?: true;
  /** A refusal is final, also one that would pass in seconds. */
  readonly once?: true;
}

export interface GraphOptions {
  readonly graphOrigin: string;
  readonly token: AccessToken;
  readonly correlationId: string;
  readonly fetch: Fetch;
  readonly limits: HttpLimits;
  readonly patience: Patience;
  readonly priority?: 'low' | 'normal';
  /** Takes text that PostgreSQL refuses as it is, instead of replacing it. */
  readonly verbatim?: true;
}

/** At Graph's 100 a page that is 5,000 items: more than anything a verification reads, and an end to any loop. */
const maxPages = 50;

/** An end to any loop; at 999 a page, a million groups. */
const manyPages = 1_000;

/** Microsoft Graph's own limit for one $batch. */
const batchSize = 20;

export function createGraphClient(options: GraphOptions): GraphClient {
  const base = `${options.graphOrigin}/v1.0`;
  const facts: AnswerFacts = {
    tokenHasRoles: options.token.claims && options.token.claims.roles.length > 0,
    parse: options.verbatim ? parseVerbatim : parseObject,
  };
  const send = createSend(options, facts);
  return {
    get: (path, { beta, once } = {}) =>
      send((beta ? `${options.graphOrigin}/beta` : base) + path, {}, once ? noPatience() : options.patience),
    list: (path) => readPages(send, base + path),
    pages: (path, version = 'v1.0') => pagesFrom(send, `${options.graphOrigin}/${version}${path}`, manyPages),
    batch: (paths, version = 'v1.0') =>
      readBatch(send, `${options.graphOrigin}/${version}/$batch`, paths, {
        ...facts,
        now: options.limits.now,
      }),
    post: (path, body, version) => send(`${options.graphOrigin}/${version}${path}`, jsonPost(body)),
  };
}

function jsonPost(body: unknown): SendInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

type Send = (url: string, init?: SendInit, patience?: Patience) => Promise<Reading<JsonObject>>;

const noPatience = (): Patience => ({ remainingMs: 0 });
type SendInit = Omit<RequestInit, 'headers'> & { headers?: Readonly<Record<string, string>> };

/** What it takes to understand an answer. */
interface AnswerFacts {
  readonly tokenHasRoles: boolean | null;
  readonly parse: (text: string) => JsonObject | null;
}

function createSend(options: GraphOptions, facts: AnswerFacts): Send {
  const { graphOrigin, token, correlationId, fetch, limits, priority = 'normal' } = options;
  const headers = {
    authorization: `Bearer ${token.value}`,
    accept: 'application/json',
    'client-request-id': correlationId,
    'x-ms-throttle-priority': priority,
  };
  return (url, init = {}, patience = options.patience) => {
    // A next link comes from the answer: the token goes to Graph and nowhere else.
    const { origin, host } = new URL(url);
    if (origin !== graphOrigin) return Promise.resolve(failureRefusal(failure('foreign_link', host)));
    const attempt = async () => {
      const result = await request(fetch, url, { ...init, headers: { ...headers, ...init.headers } }, limits);
      return result.kind === 'failure' ? failureRefusal(result) : toReading(result, facts);
    };
    return withRetries(attempt, { patience, signal: limits.signal });
  };
}

async function readPages(send: Send, firstUrl: string): Promise<Reading<readonly JsonObject[]>> {
  const items: JsonObject[] = [];
  let pointers: Refusal['pointers'] = [];
  for await (const page of pagesFrom(send, firstUrl, maxPages)) {
    if (page.kind === 'unreadable') return page;
    items.push(...page.value);
    pointers = page.pointers;
  }
  return { kind: 'read', value: items, pointers };
}

async function* pagesFrom(
  send: Send,
  firstUrl: string,
  maxPages: number,
): AsyncGenerator<Reading<readonly JsonObject[]>> {
  let url = firstUrl;
  for (let pages = 0; pages < maxPages; pages += 1) {
    const page = await send(url);
    const reading = page.kind === 'read' ? toPage(page) : page;
    yield reading;
    const next = page.kind === 'read' ? stringAt(page.value, '@odata.nextLink') : null;
    if (reading.kind === 'unreadable' || next === null) return;
    url = next;
  }
  yield refusal('provider.bad_response');
}

function toPage(page: Extract<Reading<JsonObject>, { kind: 'read' }>): Reading<readonly JsonObject[]> {
  const values = arrayAt(page.value, 'value');
  const next = stringAt(page.value, '@odata.nextLink');
  if (values === null || (next !== null && !URL.canParse(next))) return malformed(page);
  return { ...page, value: values.map(asObject).filter((item) => item !== null) };
}

interface PartFacts extends AnswerFacts {
  readonly now: Clock;
}

async function readBatch(
  send: Send,
  url: string,
  paths: readonly string[],
  facts: PartFacts,
): Promise<readonly Reading<JsonObject>[]> {
  const parts = paths.map((path, index) => ({ id: String(index), method: 'GET', url: path }));
  const answers: Reading<JsonObject>[] = [];
  for (let start = 0; start < parts.length; start += batchSize) {
    const chunk = parts.slice(start, start + batchSize);
    const envelope = await send(url, jsonPost({ requests: chunk }));
    answers.push(...chunk.map(({ id }) => toPart(id, envelope, facts)));
  }
  return answers;
}

function toReading(reply: HttpReply, { tokenHasRoles, parse }: AnswerFacts): Reading<JsonObject> {
  if (reply.status !== 200) return graphRefusal(reply, tokenHasRoles);
  const value = parse(reply.text);
  if (value === null) return badResponse(reply);
  return { kind: 'read', value, pointers: guidPointer('request_id', reply.headers.get('request-id')) };
}

/** Every part has a status of its own; the envelope's 200 says nothing about it. */
function toPart(
  id: string,
  envelope: Reading<JsonObject>,
  { now, ...facts }: PartFacts,
): Reading<JsonObject> {
  if (envelope.kind === 'unreadable') return envelope;
  const part = arrayAt(envelope.value, 'responses')
    ?.map(asObject)
    .find((response) => response?.['id'] === id);
  const status = part?.['status'];
  if (!part || typeof status !== 'number') return malformed(envelope);
  const headers = new Headers();
  for (const [name, value] of Object.entries(asObject(part['headers']) ?? {}))
    headers.set(name, String(value));
  const text = JSON.stringify(part['body'] ?? null);
  return toReading({ kind: 'reply', status, headers, text, receivedAt: now() }, facts);
}
