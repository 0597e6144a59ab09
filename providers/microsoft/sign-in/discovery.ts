import type { CloudName } from '../../../core/clouds.ts';
import type {
  Answer,
  DirectoryEvidence,
  DirectorySighting,
  Discovery,
} from '../../../core/provider/provider.ts';
import type { Cloud, Clouds } from './clouds.ts';
import { request, type Fetch, type HttpLimits, type HttpReply } from '../graph/http.ts';
import { arrayAt, parseObject, stringAt, type JsonObject } from '../graph/json.ts';
import { badResponse, failureRefusal } from '../reasons/reasons.ts';
import { tokenRefusal } from '../reasons/token-refusal.ts';
import { withRetries, type Patience, type Reading } from '../graph/retry.ts';

export interface DiscoveryOptions {
  readonly clouds: Clouds;
  readonly fetch: Fetch;
  readonly limits: HttpLimits;
  readonly patience: Patience;
  readonly correlationId?: string;
}

/**
 * Where a directory lives, from public discovery documents and without any credential. The connection's own cloud is
 * asked first; the others only when that one does not know the directory, side by side.
 */
export async function readDirectory(
  identifier: string,
  cloud: Cloud,
  options: DiscoveryOptions,
): Promise<Answer<DirectoryEvidence>> {
  const here = await askCloud(identifier, cloud, options);
  if (here.kind === 'unreadable') return here;
  const { sighting, clockAheadSeconds } = here.value;
  if (sighting !== null) return { ...here, value: { sightings: [sighting], clockAheadSeconds } };
  const others = otherClouds(cloud, options.clouds);
  const { sightings } = await askClouds(identifier, others, options);
  return { ...here, value: { sightings, clockAheadSeconds } };
}

/** Asks every cloud, side by side; not the real ones about a directory that the sandbox has made up. */
export async function discoverDirectory(identifier: string, options: DiscoveryOptions): Promise<Discovery> {
  const clouds = distinctLogins([...options.clouds.values()]);
  const isSandbox = ({ name }: Cloud) => name === 'sandbox';
  const madeUp = await askClouds(identifier, clouds.filter(isSandbox), options);
  if (madeUp.sightings.length > 0) return madeUp;
  const real = clouds.filter((cloud) => !isSandbox(cloud));
  return await askClouds(identifier, real, options);
}

async function askClouds(
  identifier: string,
  clouds: readonly Cloud[],
  options: DiscoveryOptions,
): Promise<Discovery> {
  const answers = await Promise.all(
    clouds.map(async (cloud) => ({ cloud, answer: await askCloud(identifier, cloud, options) })),
  );
  return {
    sightings: unique(
      answers.flatMap(({ answer }) =>
        answer.kind === 'read' && answer.value.sighting !== null ? [answer.value.sighting] : [],
      ),
    ),
    unanswered: answers.flatMap(({ cloud, answer }) => (answer.kind === 'read' ? [] : [cloud.name])),
  };
}

/** The sandbox and the real clouds know nothing of each other, and a demo has no business at Microsoft's doors. */
function otherClouds(cloud: Cloud, clouds: Clouds): Cloud[] {
  const isSandbox = cloud.name === 'sandbox';
  return distinctLogins([...clouds.values()]).filter(
    ({ name, loginOrigin }) => (name === 'sandbox') === isSandbox && loginOrigin !== cloud.loginOrigin,
  );
}

/** GCC High and DoD share one login; the document tells them apart. */
function distinctLogins(clouds: readonly Cloud[]): Cloud[] {
  return clouds.filter(
    ({ loginOrigin }, index) => clouds.findIndex((other) => other.loginOrigin === loginOrigin) === index,
  );
}

/** null: the cloud answered that it has no such directory. */
interface CloudAnswer {
  readonly sighting: DirectorySighting | null;
  readonly clockAheadSeconds: number | null;
}

async function askCloud(
  identifier: string,
  cloud: Cloud,
  { clouds, fetch, limits, patience, correlationId }: DiscoveryOptions,
): Promise<Reading<CloudAnswer>> {
  const url = `${cloud.loginOrigin}/${encodeURIComponent(identifier)}/v2.0/.well-known/openid-configuration`;
  const headers = {
    accept: 'application/json',
    ...(correlationId === undefined ? {} : { 'client-request-id': correlationId }),
  };
  const attempt = async (): Promise<Reading<CloudAnswer>> => {
    const result = await request(fetch, url, { headers }, limits);
    return result.kind === 'failure' ? failureRefusal(result) : toAnswer(result, cloud, clouds);
  };
  return withRetries(attempt, { patience, signal: limits.signal });
}

/** Tenant not found, and the two ways of saying that the name cannot be one. */
const unknownHere = [90002, 900023, 50059];

function toAnswer(reply: HttpReply, cloud: Cloud, clouds: Clouds): Reading<CloudAnswer> {
  const body = parseObject(reply.text);
  const clockAheadSeconds = secondsAhead(reply);
  if (reply.status !== 200) {
    const isUnknown = arrayAt(body, 'error_codes')?.some((code) => unknownHere.includes(Number(code)));
    if (!isUnknown) return tokenRefusal(reply, null);
    return { kind: 'read', value: { sighting: null, clockAheadSeconds }, pointers: [] };
  }
  const directoryId = /\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/|$)/i.exec(
    stringAt(body, 'issuer') ?? '',
  )?.[1];
  if (body === null || directoryId === undefined) return badResponse(reply);
  const sighting = {
    cloud: cloudOf(body, cloud, clouds),
    directoryId: directoryId.toLowerCase(),
    region: toRegion(body),
  };
  return { kind: 'read', value: { sighting, clockAheadSeconds }, pointers: [] };
}

/** A login may answer for a directory of another cloud: where Graph is decides, or the government's sub-scope. */
function cloudOf(document: JsonObject, asked: Cloud, clouds: Clouds): CloudName {
  const subScope = stringAt(document, 'tenant_region_sub_scope');
  if (subScope === 'DODCON') return 'usgov';
  if (subScope === 'DOD') return 'usgovdod';
  const host = stringAt(document, 'msgraph_host');
  if (host === null || new URL(asked.graphOrigin).host === host) return asked.name;
  return clouds.values().find(({ graphOrigin }) => new URL(graphOrigin).host === host)?.name ?? asked.name;
}

function toRegion(document: JsonObject): string | null {
  const scopes = ['tenant_region_scope', 'tenant_region_sub_scope'].map((name) => stringAt(document, name));
  const known = scopes.filter((scope) => scope !== null && /^[\w-]{1,20}$/.test(scope));
  return known.length === 0 ? null : known.join(' ');
}

/** HTTP dates have whole seconds; the way here takes less than the tolerance that anyone compares this with. */
function secondsAhead({ headers, receivedAt }: HttpReply): number | null {
  const theirs = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(theirs) ? null : Math.round((receivedAt.getTime() - theirs) / 1000);
}

function unique(sightings: readonly DirectorySighting[]): DirectorySighting[] {
  return [...new Map(sightings.map((sighting) => [sighting.cloud, sighting])).values()];
}
