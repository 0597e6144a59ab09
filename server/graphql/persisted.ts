import type { FastifyRequest } from 'fastify';
import type { Fault } from '../../core/fault.ts';
import type { Policy } from './policy/policy.ts';

export type Source = Readonly<Record<string, unknown>>;

/**
 * The document of a request: the one that it carries, else the one on the server's list whose id it names. null when it
 * has neither. A document that came with an id is judged and executed as it came, so an id can vouch for nothing.
 */
export function documentOf(source: Source, findListed: Policy['findListed']): string | Fault | null {
  const { query } = source;
  if (typeof query === 'string' && query !== '') return query;
  const id = idIn(source);
  return id === null ? null : findListed(id);
}

/**
 * Where clients put an id: `documentId` (client preset of codegen, GraphQL over HTTP), `doc_id` (Relay),
 * `extensions.persistedQuery` (Apollo; over a WebSocket also the id alone).
 */
function idIn({ documentId, doc_id: docId, extensions }: Source): string | null {
  const { persistedQuery } = toObject(extensions);
  const hash = typeof persistedQuery === 'string' ? persistedQuery : toObject(persistedQuery)['sha256Hash'];
  return [documentId, docId, hash].find((id): id is string => typeof id === 'string' && id !== '') ?? null;
}

/** In a query string it is JSON. */
function toObject(value: unknown): Source {
  try {
    const read: unknown = typeof value === 'string' ? JSON.parse(value) : value;
    return typeof read === 'object' && read !== null ? (read as Source) : {};
  } catch {
    return {};
  }
}

/** Puts the document where the id was, for Apollo Server, which knows one of the three ways only. */
export function putDocument(request: FastifyRequest, source: Source, query: string): void {
  if (idIn(source) === null) return;
  const { documentId: _documentId, doc_id: _docId, extensions: _extensions, ...rest } = source;
  if (request.method !== 'GET') {
    request.body = { ...rest, query };
    return;
  }
  const [path] = request.url.split('?');
  const search = new URLSearchParams({ ...(rest as Record<string, string>), query });
  request.raw.url = `${path}?${search.toString()}`;
}
