import { createHash, X509Certificate } from 'node:crypto';
import type { Answer, CredentialExpiryEvidence, ProviderSecret } from '../../../core/provider/provider.ts';
import type { GraphClient } from '../graph/graph.ts';
import { arrayAt, asObject, stringAt, type JsonObject } from '../graph/json.ts';
import type { Reading } from '../graph/retry.ts';
import { malformed } from '../reasons/reasons.ts';

/**
 * How long the credential in use is valid. An application object exists in its home directory only; credentials can lie
 * on the service principal as well, which every directory has. A certificate speaks for itself.
 */
export async function readExpiry(
  client: GraphClient,
  secret: ProviderSecret,
  now: Date,
): Promise<Answer<CredentialExpiryEvidence>> {
  if (secret.type === 'federated') {
    const value = { source: 'not_needed', expiresAt: null, anotherUntil: null } as const;
    return { kind: 'read', value, pointers: [] };
  }
  const local =
    secret.type === 'certificate' ? new Date(new X509Certificate(secret.certificatePem).validTo) : null;
  const application = await client.get(
    `/applications(appId='${secret.clientId}')?$select=id,${lists.join(',')}`,
  );
  const isElsewhere = isMissing(application);
  if (application.kind === 'unreadable' && !isElsewhere && local === null) return application;
  const onApplication = application.kind === 'read' ? toListed(application.value, secret) : [];
  if (onApplication === null) return malformed(application);
  const isFound = local !== null || ours(onApplication, now) !== null;
  const listed = isFound ? onApplication : [...onApplication, ...(await readOnPrincipal(client, secret))];
  const found = ours(listed, now);
  return {
    kind: 'read',
    value: {
      source: sourceOf({ local, found, isElsewhere }),
      expiresAt: local ?? found?.until ?? null,
      anotherUntil:
        listed
          .filter((entry) => entry !== found && isAlive(entry, now))
          .sort(byTime)
          .at(-1)?.until ?? null,
    },
    pointers: application.pointers,
  };
}

function isMissing(reading: Reading<JsonObject>): boolean {
  return reading.kind === 'unreadable' && reading.status === 404;
}

const lists = ['passwordCredentials', 'keyCredentials'] as const;

/** A service principal that cannot be read lists nothing: the application was asked, and it is the one that counts. */
async function readOnPrincipal(client: GraphClient, secret: ProviderSecret): Promise<Listed[]> {
  const principal = await client.get(
    `/servicePrincipals(appId='${secret.clientId}')?$select=id,${lists.join(',')}`,
  );
  return (principal.kind === 'read' && toListed(principal.value, secret)) || [];
}

function sourceOf(facts: {
  readonly local: Date | null;
  readonly found: Listed | null;
  readonly isElsewhere: boolean;
}): CredentialExpiryEvidence['source'] {
  if (facts.local !== null) return 'certificate';
  if (facts.found !== null) return 'directory';
  return facts.isElsewhere ? 'elsewhere' : 'unlisted';
}

interface Listed {
  readonly until: Date;
  /** null: a secret from before Microsoft kept hints. It may be ours. */
  readonly isOurs: boolean | null;
}

/** null: the answer has no such lists, so it is not an application. */
function toListed(object: JsonObject, secret: ProviderSecret): Listed[] | null {
  const [passwords, keys] = lists.map((name) => arrayAt(object, name)?.map(asObject));
  if (passwords === undefined || keys === undefined) return null;
  return [
    ...passwords.map((entry) => toEntry(entry, isOurSecret(entry, secret))),
    ...keys.map((entry) => toEntry(entry, isOurCertificate(entry, secret))),
  ].filter((entry) => entry !== null);
}

function toEntry(entry: JsonObject | null, isOurs: boolean | null): Listed | null {
  const until = Date.parse(stringAt(entry, 'endDateTime') ?? '');
  return Number.isNaN(until) ? null : { until: new Date(until), isOurs };
}

/**
 * One that has expired is not ours: ours got a token just now. Several secrets can share their first three characters,
 * and then the one that expires first must not be missed. One without a hint is ours where there is no other.
 */
function ours(listed: readonly Listed[], now: Date): Listed | null {
  const alive = listed.filter((entry) => isAlive(entry, now)).sort(byTime);
  const [unnamed, ...more] = alive.filter(({ isOurs }) => isOurs === null);
  const only = more.length === 0 && alive.length === 1 ? unnamed : undefined;
  return alive.find(({ isOurs }) => isOurs === true) ?? only ?? null;
}

const byTime = (left: Listed, right: Listed) => left.until.getTime() - right.until.getTime();

const isAlive = ({ until }: Listed, now: Date): boolean => until.getTime() > now.getTime();

/** `hint` is the first three characters of the secret, and all of it that Graph ever shows again. */
function isOurSecret(entry: JsonObject | null, secret: ProviderSecret): boolean | null {
  if (secret.type !== 'client_secret') return false;
  const hint = stringAt(entry, 'hint');
  return hint === null ? null : hint === secret.clientSecret.slice(0, 3);
}

/** The thumbprint, by SHA-1 or SHA-256 and in hex or base64: all four are seen. */
function isOurCertificate(entry: JsonObject | null, secret: ProviderSecret): boolean {
  if (secret.type !== 'certificate') return false;
  const identifier = stringAt(entry, 'customKeyIdentifier');
  const { raw } = new X509Certificate(secret.certificatePem);
  return ['sha1', 'sha256'].some((algorithm) => {
    const digest = createHash(algorithm).update(raw).digest();
    return identifier?.toLowerCase() === digest.toString('hex') || identifier === digest.toString('base64');
  });
}
