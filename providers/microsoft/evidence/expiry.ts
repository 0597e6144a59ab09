import { createHash, X509Certificate } from 'node:crypto';
import type { Answer, CredentialExpiryEvidence, ProviderSecret } from '../../../core/provider/provider.ts';
import type { GraphClient } from '../graph/graph.ts';
import { arrayAt, asObject, stringAt, type JsonObject } from '../graph/json.ts';
import { malformed } from '../reasons/reasons.ts';

/**
 * How long the credential in use is valid. An application object exists in its home directory only, so elsewhere a
 * certificate speaks for itself, and about a secret nobody can tell.
 */
export async function readExpiry(
  client: GraphClient,
  secret: ProviderSecret,
): Promise<Answer<CredentialExpiryEvidence>> {
  if (secret.type === 'federated') {
    const value = { source: 'not_needed', expiresAt: null, anotherUntil: null } as const;
    return { kind: 'read', value, pointers: [] };
  }
  const fields = 'id,passwordCredentials,keyCredentials';
  const reading = await client.get(`/applications(appId='${secret.clientId}')?$select=${fields}`);
  const local = secret.type === 'certificate' ? certificateExpiry(secret.certificatePem) : null;
  if (reading.kind === 'read') {
    const value = toExpiry(reading.value, secret, local);
    return value === null ? malformed(reading) : { ...reading, value };
  }
  if (local !== null) {
    const value = { source: 'certificate', expiresAt: local, anotherUntil: null } as const;
    return { kind: 'read', value, pointers: reading.pointers };
  }
  if (reading.status !== 404) return reading;
  return {
    kind: 'read',
    value: { source: 'elsewhere', expiresAt: null, anotherUntil: null },
    pointers: reading.pointers,
  };
}

function certificateExpiry(pem: string): Date {
  return new Date(new X509Certificate(pem).validTo);
}

interface Listed {
  readonly until: Date;
  readonly isOurs: boolean;
}

/** null: the answer has no such lists, so it is not an application. */
function toExpiry(
  application: JsonObject,
  secret: Extract<ProviderSecret, { type: 'client_secret' | 'certificate' }>,
  local: Date | null,
): CredentialExpiryEvidence | null {
  const [passwords, keys] = [
    arrayAt(application, 'passwordCredentials'),
    arrayAt(application, 'keyCredentials'),
  ];
  if (passwords === null || keys === null) return null;
  const listed = [
    ...passwords.flatMap((entry) => toListed(asObject(entry), (object) => isOurSecret(object, secret))),
    ...keys.flatMap((entry) => toListed(asObject(entry), (object) => isOurCertificate(object, secret))),
  ];
  // Several secrets can share their first three characters: the one that runs out first must not be missed.
  const ours = listed.filter(({ isOurs }) => isOurs).sort(byTime)[0];
  const others = listed.filter((entry) => entry !== ours && entry.until.getTime() > Date.now());
  const expiresAt = local ?? ours?.until ?? null;
  return {
    source: local === null ? 'directory' : 'certificate',
    expiresAt,
    anotherUntil: others.sort(byTime).at(-1)?.until ?? null,
  };
}

const byTime = (left: Listed, right: Listed) => left.until.getTime() - right.until.getTime();

function toListed(entry: JsonObject | null, isOurs: (entry: JsonObject) => boolean): Listed[] {
  const until = Date.parse(stringAt(entry, 'endDateTime') ?? '');
  return entry === null || Number.isNaN(until)
    ? []
    : [{ until: new Date(until), isOurs: isOurs(entry) && until > Date.now() }];
}

/** `hint` is the first three characters of the secret, and all of it that Graph ever shows again. */
function isOurSecret(entry: JsonObject, secret: ProviderSecret): boolean {
  return secret.type === 'client_secret' && stringAt(entry, 'hint') === secret.clientSecret.slice(0, 3);
}

/** The thumbprint, by SHA-1 or SHA-256 and in hex or base64: all four are seen. */
function isOurCertificate(entry: JsonObject, secret: ProviderSecret): boolean {
  if (secret.type !== 'certificate') return false;
  const identifier = stringAt(entry, 'customKeyIdentifier');
  const { raw } = new X509Certificate(secret.certificatePem);
  return ['sha1', 'sha256'].some((algorithm) => {
    const digest = createHash(algorithm).update(raw).digest();
    return identifier?.toLowerCase() === digest.toString('hex') || identifier === digest.toString('base64');
  });
}
