import type { GraphCall } from './graph-route.ts';
import { graphError, type Reply } from '../replies.ts';

type Item = Readonly<Record<string, unknown>>;

export function found(call: GraphCall, item: Item | null): Reply {
  return item === null ? missing(call) : one(call, item);
}

export function missing({ key, context }: GraphCall): Reply {
  return graphError(context, {
    status: 404,
    code: 'Request_ResourceNotFound',
    message: `Resource '${key}' does not exist or one of its queried reference-property objects are not present.`,
  });
}

export function one(call: GraphCall, item: Item): Reply {
  return { status: 200, body: { '@odata.context': contextOf(call), ...select(call, item) } };
}

/** `$top` wins over the service's own page size; the next link is opaque to the client and followed as it is. */
export function page(call: GraphCall, items: readonly Item[], pageSize = 100): Reply {
  const size = Number(call.query.get('$top')) || pageSize;
  const start = Number(call.query.get('$skiptoken')) || 0;
  const end = start + size;
  const next = new URLSearchParams(call.query);
  next.set('$skiptoken', String(end));
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(call),
      ...(end < items.length ? { '@odata.nextLink': `${call.url}?${next.toString()}` } : {}),
      value: items.slice(start, end).map((item) => select(call, item)),
    },
  };
}

/** Graph returns these only to whoever asks for them by name. */
const selectOnly = ['mobileDeviceManagementAuthority'];

function select({ query }: GraphCall, item: Item): Item {
  const names =
    query.get('$select')?.split(',') ?? Object.keys(item).filter((name) => !selectOnly.includes(name));
  return Object.fromEntries(names.map((name) => [name, item[name] ?? null]));
}

function contextOf({ cloud, url }: GraphCall): string {
  return `${cloud.origin}/v1.0/$metadata#${url.slice(url.indexOf('/', cloud.origin.length + 1) + 1)}`;
}
