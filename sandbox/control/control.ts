import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { SignJWT } from 'jose';
import { isAppRole } from '../graph/app-roles.ts';
import { addTenant } from '../build-state.ts';
import {
  addCertificate,
  addFault,
  addFederatedCredential,
  clearFaults,
  grantRole,
  revokeRole,
  rotateSecret,
  setCollection,
  type NewFault,
} from '../graph/changes.ts';
import { workloadIssuer } from '../entra/client-assertion.ts';
import type { Reply } from '../replies.ts';
import { isScenarioName } from '../scenarios.ts';
import { forgeNextIdToken, makeUserToken } from './sign-in-control.ts';
import type { Cloud, CloudState, Tenant } from '../state.ts';
import { addToAll, deletePolicy, putPolicy } from '../policies/policy-store.ts';

/**
 * The sandbox's remote control, for tests in another process and for people with curl. Everything is JSON:
 * `curl -X POST $ORIGIN/_control/faults -d '{"on":"token","times":1,"answer":{"kind":"aadsts","code":90033}}'`.
 */
const prefix = '/_control/';

type Input = Readonly<Record<string, unknown>>;
type Action = (cloud: Cloud, input: Input) => unknown;

const actions: Readonly<Record<string, Action>> = {
  'GET requests': ({ state }) => ({ requests: state.received }),
  'DELETE requests': ({ state }) => void state.received.splice(0),
  'POST faults': ({ state }, input) => addFault(state, input as unknown as NewFault),
  'DELETE faults': ({ state }) => clearFaults(state),
  'POST tenants': ({ state }, input) => {
    const like = text(input, 'like');
    if (!isScenarioName(like)) throw new TypeError(`No scenario is called ${like}`);
    const [title, tenantId] = [text(input, 'title'), text(input, 'tenantId')];
    addTenant(
      state,
      { title, tenantId, clientId: text(input, 'clientId'), clientSecret: text(input, 'clientSecret') },
      like,
    );
  },
  'POST secrets': ({ state }, input) =>
    rotateSecret(state, text(input, 'clientId'), {
      value: text(input, 'value'),
      endDateTime: new Date(text(input, 'endDateTime')),
    }),
  'POST certificates': ({ state }, input) =>
    addCertificate(state, text(input, 'clientId'), text(input, 'pem')),
  'POST federated-credentials': ({ state }, input) =>
    addFederatedCredential(state, text(input, 'clientId'), {
      issuer: text(input, 'issuer'),
      subject: text(input, 'subject'),
      audience: text(input, 'audience'),
    }),
  'POST workload-tokens': async (cloud, input) => ({
    token: await signWorkloadToken(cloud, text(input, 'subject'), text(input, 'audience')),
  }),
  'POST forgeries': ({ signIn }, input) => forgeNextIdToken(signIn, text(input, 'forgery')),
  'POST user-tokens': (cloud, input) => makeUserToken(cloud, input),
  'POST roles': ({ state }, input) => grantRole(state, roleChange(input)),
  'DELETE roles': ({ state }, input) => revokeRole(state, roleChange(input)),
  'POST collections': ({ state }, input) =>
    setCollection(state, {
      tenantId: text(input, 'tenantId'),
      path: text(input, 'path'),
      items: list(input, 'items'),
    }),
  'POST policies': ({ state }, input) => {
    const item = { ...fields(input, 'set'), id: text(input, 'id') };
    putPolicy(directory(state, input), text(input, 'path'), item);
  },
  'DELETE policies': ({ state }, input) =>
    deletePolicy(directory(state, input), text(input, 'path'), text(input, 'id')),
  'POST policy-fields': ({ state }, input) =>
    addToAll(directory(state, input), text(input, 'path'), fields(input, 'set')),
  'POST clock': ({ state }, input) => void (state.clockOffsetMs = amount(input, 'offsetMs')),
  // Of one directory where one is named, else of all, beside what each has of its own.
  'POST latency': ({ state }, input) => {
    const slow = input['tenantId'] === undefined ? state : directory(state, input);
    slow.latencyMs = amount(input, 'ms');
  },
};

export function isControl(path: string): boolean {
  return path.startsWith(prefix);
}

export async function answerControl(
  cloud: Cloud,
  request: IncomingMessage,
  url: URL,
  body: string,
): Promise<Reply> {
  if (!isFromHere(cloud, request)) return { status: 403 };
  const name = `${request.method ?? ''} ${url.pathname.slice(prefix.length)}`;
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (action === undefined) return { status: 404, body: { actions: Object.keys(actions) } };
  try {
    const answer = await action(cloud, body === '' ? {} : (JSON.parse(body) as Input));
    return answer === undefined ? { status: 204 } : { status: 200, body: answer };
  } catch (error) {
    return { status: 400, body: { error: String(error) } };
  }
}

/** A web page can reach loopback too, under any name that resolves to it: it always sends an Origin or a foreign Host. */
function isFromHere({ origin }: Cloud, { headers }: IncomingMessage): boolean {
  return headers.origin === undefined && headers.host === new URL(origin).host;
}

/** A token of the platform a workload runs on, as AKS or GitHub Actions would project into a file. */
export function signWorkloadToken(cloud: Cloud, subject: string, audience: string): Promise<string> {
  return new SignJWT({ jti: randomUUID() })
    .setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: cloud.workloadKey.keyId })
    .setIssuer(workloadIssuer(cloud))
    .setSubject(subject)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(cloud.workloadKey.privateKey);
}

function roleChange(input: Input) {
  const role = text(input, 'role');
  if (!isAppRole(role)) throw new TypeError(`No permission is called ${role}`);
  const effectiveAfterMs = input['effectiveAfterMs'] === undefined ? 0 : amount(input, 'effectiveAfterMs');
  return { tenantId: text(input, 'tenantId'), clientId: text(input, 'clientId'), role, effectiveAfterMs };
}

function text(input: Input, name: string): string {
  const value = input[name];
  if (typeof value !== 'string') throw new TypeError(`${name} must be a string`);
  return value;
}

function directory(state: CloudState, input: Input): Tenant {
  const tenant = state.tenants.get(text(input, 'tenantId'));
  if (tenant === undefined) throw new TypeError('No such directory');
  return tenant;
}

function fields(input: Input, name: string): Readonly<Record<string, unknown>> {
  const value = input[name];
  if (typeof value !== 'object' || value === null) throw new TypeError(`${name} must be an object`);
  return value as Readonly<Record<string, unknown>>;
}

function list(input: Input, name: string): Record<string, unknown>[] {
  const value = input[name];
  if (!Array.isArray(value)) throw new TypeError(`${name} must be a list`);
  return value as Record<string, unknown>[];
}

function amount(input: Input, name: string): number {
  const value = input[name];
  if (typeof value !== 'number') throw new TypeError(`${name} must be a number`);
  return value;
}
