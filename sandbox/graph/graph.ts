import { randomUUID } from 'node:crypto';
import { jwtVerify } from 'jose';
import { takeFault, toReply } from '../control/faults.ts';
import type { GraphCall, GraphRoute } from './graph-route.ts';
import { graphRoutes } from './graph-routes.ts';
import { graphError, type Reply, type ReplyContext } from '../replies.ts';
import { findTenant, now, type Cloud, type Tenant } from '../state.ts';

export interface GraphRequest {
  readonly method: string;
  readonly version: 'v1.0' | 'beta';
  /** Decoded, without the version: `/organization`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: string;
  readonly authorization: string | null;
}

export function matchGraph(url: URL): Pick<GraphRequest, 'version' | 'path' | 'query'> | null {
  const match = /^\/(v1\.0|beta)(\/.+)$/.exec(url.pathname);
  if (match?.[2] === undefined) return null;
  return {
    version: match[1] === 'beta' ? 'beta' : 'v1.0',
    path: decodeURIComponent(match[2]),
    query: url.searchParams,
  };
}

export async function answerGraph(
  cloud: Cloud,
  request: GraphRequest,
  context: ReplyContext,
): Promise<Reply> {
  const caller = await readCaller(cloud, request.authorization);
  if (typeof caller === 'string') {
    return graphError(context, { status: 401, code: 'InvalidAuthenticationToken', message: caller });
  }
  const reply =
    request.path === '/$batch'
      ? answerBatch(cloud, caller, request, context)
      : answerOne(cloud, caller, request, context);
  return { ...reply, headers: { 'request-id': randomUUID(), ...reply.headers } };
}

interface Caller {
  readonly tenant: Tenant;
  readonly roles: readonly string[];
}

/** A string says what is wrong with the token. */
async function readCaller(cloud: Cloud, authorization: string | null): Promise<Caller | string> {
  const token = authorization?.replace(/^Bearer /, '');
  if (!token) return 'Access token is empty.';
  try {
    const { payload } = await jwtVerify(token, cloud.tokenKey.publicKey, {
      algorithms: ['RS256'],
      audience: cloud.origin,
      requiredClaims: ['exp', 'tid', 'appid'],
      currentDate: now(cloud.state),
    });
    const tenant = findTenant(cloud.state, String(payload['tid']));
    if (tenant === null) return 'Access token validation failure.';
    if (!Array.isArray(payload['roles'])) return 'Either scp or roles claim need to be present in the token.';
    return { tenant, roles: payload['roles'].map(String) };
  } catch {
    return 'Access token validation failure.';
  }
}

function answerOne(cloud: Cloud, caller: Caller, request: GraphRequest, context: ReplyContext): Reply {
  const { path, query, method } = request;
  for (const route of graphRoutes) {
    const match = route.path.exec(path);
    if (match === null || method !== (route.method ?? 'GET')) continue;
    const url = `${cloud.origin}/${request.version}${path}`;
    return answerRoute(route, caller, {
      cloud,
      tenant: caller.tenant,
      query,
      context,
      url,
      key: match[1] ?? '',
      body: request.body,
    });
  }
  return graphError(context, {
    status: 400,
    code: 'BadRequest',
    message: `Resource not found for the segment '${path.split('/')[1] ?? ''}'.`,
  });
}

function answerRoute(route: GraphRoute, { tenant, roles }: Caller, call: GraphCall): Reply {
  const isAllowed = route.anyOf.some((role) => roles.includes(role));
  if (!isAllowed) return route.intune ? intuneForbidden(route, call.context) : forbidden(call.context);
  if (route.intune && !tenant.intuneLicensed) {
    return graphError(call.context, {
      status: 400,
      code: 'BadRequest',
      message: 'Request not applicable to target tenant.',
    });
  }
  return route.answer(call);
}

function forbidden(context: ReplyContext): Reply {
  return graphError(context, {
    status: 403,
    code: 'Authorization_RequestDenied',
    message: 'Insufficient privileges to complete the operation.',
  });
}

/** Intune sits behind Graph and answers in its own way: a JSON document inside the message string. */
function intuneForbidden({ anyOf }: GraphRoute, context: ReplyContext): Reply {
  const message = {
    _version: 3,
    Message:
      'Application is not authorized to perform this operation. Application must have one of the following scopes: ' +
      `${anyOf.join(', ')} - Operation ID (for customer support): 00000000-0000-0000-0000-000000000000 - ` +
      `Activity ID: ${randomUUID()}`,
    CustomApiErrorPhrase: '',
    RetryAfter: null,
    ErrorSourceService: '',
    HttpHeaders: '{}',
  };
  return graphError(context, { status: 403, code: 'Forbidden', message: JSON.stringify(message, null, 2) });
}

/** Microsoft Graph's limit for one batch. */
const batchLimit = 20;

/** 200 for the envelope whatever happens inside: every part has a status of its own. */
function answerBatch(cloud: Cloud, caller: Caller, request: GraphRequest, context: ReplyContext): Reply {
  const parts = readBatch(request.body);
  if (parts === null || parts.length > batchLimit) {
    return graphError(context, { status: 400, code: 'BadRequest', message: 'Invalid batch payload format.' });
  }
  const responses = parts.map(({ id, method, url }) => {
    const { pathname, searchParams } = new URL(url, cloud.origin);
    const part = { ...request, method, path: decodeURIComponent(pathname), query: searchParams };
    const fault = takeFault(cloud.state.faults, part.path, caller.tenant.id);
    const reply = (fault && toReply(fault, context)) ?? answerOne(cloud, caller, part, context);
    return { id, status: reply.status, headers: reply.headers ?? {}, body: reply.body };
  });
  return { status: 200, body: { responses } };
}

interface BatchPart {
  readonly id: string;
  readonly method: string;
  readonly url: string;
}

function readBatch(body: string): BatchPart[] | null {
  try {
    const { requests } = JSON.parse(body) as { requests: unknown };
    return Array.isArray(requests) && requests.every(isBatchPart) ? requests : null;
  } catch {
    return null;
  }
}

function isBatchPart(part: Partial<BatchPart> | null): part is BatchPart {
  return typeof part?.id === 'string' && typeof part.method === 'string' && typeof part.url === 'string';
}
