import { createHash, createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import type { CredentialDetails, CredentialType } from './connection.ts';
import { isGuid } from './guid.ts';
import type { ProviderSecret } from './provider.ts';

/** A credential as somebody typed or pasted it. Which fields belong to it depends on `type`. */
export interface CredentialInput {
  readonly type: CredentialType;
  readonly clientId: string;
  readonly clientSecret?: string | null;
  readonly certificatePem?: string | null;
  readonly privateKeyPem?: string | null;
  readonly tokenFile?: string | null;
  readonly expiresAt?: Date | null;
  /** The directory the credential is meant for: a guard against pasting one customer's secret into another's connection. */
  readonly tenantId?: string | null;
}

export type CredentialShape =
  | {
      readonly kind: 'usable';
      readonly secret: ProviderSecret;
      readonly expiresAt: Date | null;
      readonly details: CredentialDetails;
    }
  | ShapeRefusal;

export interface ShapeRefusal {
  readonly kind: 'refused';
  readonly field: keyof CredentialInput;
  readonly message: string;
}

export interface ShapeSituation {
  readonly now: Date;
  /** The directory of the connection, lower case. */
  readonly entraTenantId: string;
  /** Folders below which the operator lets token files be named: any other file is none of a tenant manager's business. */
  readonly tokenFolders: readonly string[];
}

/**
 * Finds out before anything is stored or sent what Entra would refuse, or would only say hours later in vaguer words.
 * Messages name what is expected and never repeat what was given: it may be a secret in the wrong field.
 */
export function shapeCredential(input: CredentialInput, situation: ShapeSituation): CredentialShape {
  return (
    wrongApplication(input) ??
    wrongDirectory(input, situation) ??
    foreignField(input) ??
    shapes[input.type](input, situation)
  );
}

type Shape = (input: CredentialInput, situation: ShapeSituation) => CredentialShape;

const shapes = {
  client_secret: shapeSecret,
  certificate: shapeCertificate,
  federated: shapeFederated,
} as const satisfies Record<CredentialType, Shape>;

const fieldsByType = {
  client_secret: ['clientSecret', 'expiresAt'],
  certificate: ['certificatePem', 'privateKeyPem'],
  federated: ['tokenFile'],
} as const satisfies Record<CredentialType, readonly (keyof CredentialInput)[]>;

function wrongApplication({ clientId }: CredentialInput): ShapeRefusal | null {
  if (isGuid(clientId.trim())) return null;
  return refuse('clientId', 'clientId must be the application (client) ID, a GUID.');
}

function wrongDirectory({ tenantId }: CredentialInput, { entraTenantId }: ShapeSituation) {
  if (tenantId == null || tenantId.trim().toLowerCase() === entraTenantId) return null;
  return refuse('tenantId', `tenantId must be the directory of the connection, ${entraTenantId}.`);
}

/** A field of another type is a sign that the wrong type was chosen, and a secret too many on its way to storage. */
function foreignField(input: CredentialInput): ShapeRefusal | null {
  const own: readonly string[] = fieldsByType[input.type];
  const foreign = Object.values(fieldsByType)
    .flat()
    .find((field) => input[field] != null && !own.includes(field));
  if (foreign === undefined) return null;
  const why =
    foreign === 'expiresAt' && input.type === 'certificate'
      ? 'is read from the certificate; leave it out.'
      : `does not belong to a credential of type ${input.type}; leave it out.`;
  return refuse(foreign, `${foreign} ${why}`);
}

/** Entra's secrets have about 40 characters; more than this many is something else. */
const longestSecret = 1_000;

function shapeSecret(input: CredentialInput, { now }: ShapeSituation): CredentialShape {
  const { expiresAt = null } = input;
  const clientSecret = input.clientSecret?.trim() ?? '';
  const problem = problemOfSecret(clientSecret);
  if (problem !== null) return refuse('clientSecret', problem);
  if (expiresAt !== null && expiresAt <= now) {
    return refuse('expiresAt', 'expiresAt lies in the past: create a new secret in Entra.');
  }
  return {
    kind: 'usable',
    secret: { type: 'client_secret', clientId: idOf(input), clientSecret },
    expiresAt,
    details: {},
  };
}

function problemOfSecret(secret: string): string | null {
  if (secret === '') return 'clientSecret must be the secret’s value.';
  if (isGuid(secret)) return 'This is the secret’s ID. Paste its value, which Entra shows only once.';
  if (/^.{0,5}\*{3,}$/.test(secret)) return 'This is the masked hint. Paste the secret’s whole value.';
  if (secret.includes('-----BEGIN')) return 'This is a certificate or key. Choose the type CERTIFICATE.';
  if (/[\s\0]/.test(secret)) return 'A secret’s value contains no spaces or line breaks. Copy it again.';
  if (secret.length > longestSecret)
    return `A secret’s value is not longer than ${longestSecret} characters.`;
  return null;
}

function shapeCertificate(input: CredentialInput, { now }: ShapeSituation): CredentialShape {
  const certificatePem = input.certificatePem?.trim() ?? '';
  const privateKeyPem = input.privateKeyPem?.trim() ?? '';
  const certificate = readCertificate(certificatePem);
  if (!(certificate instanceof X509Certificate)) return certificate;
  const key = readPrivateKey(privateKeyPem);
  if (isRefusal(key)) return key;
  const mismatch = problemOfPair(certificate, key) ?? problemOfValidity(certificate, now);
  if (mismatch !== null) return mismatch;
  return {
    kind: 'usable',
    secret: { type: 'certificate', clientId: idOf(input), certificatePem, privateKeyPem },
    expiresAt: new Date(certificate.validTo),
    details: { thumbprint: digest(certificate, 'sha1'), thumbprint_sha256: digest(certificate, 'sha256') },
  };
}

function readCertificate(pem: string): X509Certificate | ShapeRefusal {
  const refused = (message: string) => refuse('certificatePem', message);
  if (pem.includes('PRIVATE KEY-----')) {
    return refused('certificatePem contains a private key. Put the key into privateKeyPem.');
  }
  if (!pem.startsWith('-----BEGIN CERTIFICATE-----')) {
    return refused('certificatePem must be a certificate in PEM form: -----BEGIN CERTIFICATE-----.');
  }
  return attempt(() => new X509Certificate(pem)) ?? refused('The certificate cannot be read: it is damaged.');
}

function readPrivateKey(pem: string): KeyObject | ShapeRefusal {
  const refused = (message: string) => refuse('privateKeyPem', message);
  if (/BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: 4,ENCRYPTED/.test(pem)) {
    return refused(
      'The private key is protected by a passphrase. Decrypt it first: openssl pkey -in key.pem -out plain.pem',
    );
  }
  if (!/-----BEGIN (RSA |EC )?PRIVATE KEY-----/.test(pem)) {
    return refused('privateKeyPem must be a private key in PEM form: -----BEGIN PRIVATE KEY-----.');
  }
  return attempt(() => createPrivateKey(pem)) ?? refused('The private key cannot be read: it is damaged.');
}

/** Entra accepts shorter keys at upload and refuses them later (Microsoft's guidance: 2048 bits or more). */
const shortestKeyBits = 2_048;

function problemOfPair(certificate: X509Certificate, key: KeyObject): ShapeRefusal | null {
  if (key.asymmetricKeyType !== 'rsa') {
    return refuse('privateKeyPem', 'The key is not an RSA key, and Entra accepts no other.');
  }
  if ((key.asymmetricKeyDetails?.modulusLength ?? 0) < shortestKeyBits) {
    return refuse('privateKeyPem', `The RSA key must have ${shortestKeyBits} bits or more.`);
  }
  if (!certificate.checkPrivateKey(key)) {
    return refuse('privateKeyPem', 'The private key does not belong to the certificate.');
  }
  return null;
}

function problemOfValidity(certificate: X509Certificate, now: Date): ShapeRefusal | null {
  const [from, to] = [new Date(certificate.validFrom), new Date(certificate.validTo)];
  if (to <= now) return refuse('certificatePem', `The certificate expired at ${to.toISOString()}.`);
  if (from > now)
    return refuse('certificatePem', `The certificate is valid only from ${from.toISOString()}.`);
  return null;
}

function shapeFederated(input: CredentialInput, { tokenFolders }: ShapeSituation): CredentialShape {
  const tokenFile = input.tokenFile?.trim() ?? '';
  const allowed = tokenFolders.some((folder) => tokenFile.startsWith(`${folder.replace(/\/+$/, '')}/`));
  // Compared as text, so nothing may be in it that the file system reads differently.
  const isPlain = /^(\/[^/\0]+)+$/.test(tokenFile) && !/\/\.\.?(\/|$)/.test(tokenFile);
  if (!allowed || !isPlain) {
    return refuse(
      'tokenFile',
      `tokenFile must be the absolute path of a file below ${tokenFolders.join(' or ')}.`,
    );
  }
  return {
    kind: 'usable',
    secret: { type: 'federated', clientId: idOf(input), tokenFile },
    expiresAt: null,
    details: { token_file: tokenFile },
  };
}

function idOf({ clientId }: CredentialInput): string {
  return clientId.trim().toLowerCase();
}

function digest({ raw }: X509Certificate, algorithm: 'sha1' | 'sha256'): string {
  return createHash(algorithm).update(raw).digest('hex').toUpperCase();
}

/** OpenSSL reports what it cannot read by throwing, with details of the bytes that must not get out. */
function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function isRefusal(value: KeyObject | ShapeRefusal): value is ShapeRefusal {
  return 'kind' in value;
}

function refuse(field: keyof CredentialInput, message: string): ShapeRefusal {
  return { kind: 'refused', field, message };
}
