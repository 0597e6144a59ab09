import { createHash, type KeyObject, type X509Certificate } from 'node:crypto';
import { toGuid } from '../guid.ts';
import { keyInstead, leafOf, readCertificates, readPair, type PfxReader } from './certificate-pair.ts';
import type { CredentialDetails, CredentialType } from './connection.ts';
import { breaks, credentialRules, type CredentialTextField, type RuleSituation } from './credential-rules.ts';
import { isCertificate, isPrivateKey, readPem } from './pem.ts';
import type { ProviderSecret } from '../provider/provider.ts';

/** A credential as typed or pasted. Which fields belong to it depends on `type`. */
export interface CredentialInput {
  readonly type: CredentialType;
  readonly clientId: string;
  readonly clientSecret?: string | null;
  readonly certificatePem?: string | null;
  readonly privateKeyPem?: string | null;
  /** Instead of the two above: a PKCS#12 file with both parts. */
  readonly pfxBase64?: string | null;
  readonly pfxPassword?: string | null;
  readonly tokenFile?: string | null;
  readonly expiresAt?: Date | null;
  /**
   * The directory the credential is meant for, as a guard against pasting one customer's secret into another's
   * connection.
   */
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

export interface ShapeSituation extends RuleSituation {
  readonly now: Date;
  /** Omitted where no PFX file can be submitted. */
  readonly readPfx?: PfxReader;
}

/**
 * Finds, before anything is stored or sent, what Entra would refuse, or would explain only hours later and more
 * vaguely. Messages say what is expected and never repeat what was entered: it may be a secret in the wrong field.
 */
export function shapeCredential(input: CredentialInput, situation: ShapeSituation): CredentialShape {
  return (
    wrongText(input, situation, 'clientId') ??
    (input.tenantId == null ? null : wrongText(input, situation, 'tenantId')) ??
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
  certificate: ['certificatePem', 'privateKeyPem', 'pfxBase64', 'pfxPassword'],
  federated: ['tokenFile'],
} as const satisfies Record<CredentialType, readonly (keyof CredentialInput)[]>;

function wrongText(
  input: CredentialInput,
  situation: RuleSituation,
  field: CredentialTextField,
): ShapeRefusal | null {
  const text = input[field]?.trim() ?? '';
  const broken = credentialRules(situation).find((rule) => rule.field === field && breaks(rule, text));
  return broken === undefined ? null : refuse(field, broken.message);
}

/** A field of another type suggests that the wrong type was chosen, and would store a secret no one needs. */
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

function shapeSecret(input: CredentialInput, situation: ShapeSituation): CredentialShape {
  const { expiresAt = null } = input;
  const refusal = wrongText(input, situation, 'clientSecret');
  if (refusal !== null) return refusal;
  if (expiresAt !== null && expiresAt <= situation.now) {
    return refuse('expiresAt', 'The expiry date is in the past. Create a new secret in Entra.');
  }
  return {
    kind: 'usable',
    secret: { type: 'client_secret', clientId: idOf(input), clientSecret: input.clientSecret?.trim() ?? '' },
    expiresAt,
    details: {},
  };
}

function shapeCertificate(input: CredentialInput, { now, readPfx }: ShapeSituation): CredentialShape {
  const twice = input.pfxBase64 != null && (input.certificatePem != null || input.privateKeyPem != null);
  if (twice)
    return refuse('pfxBase64', 'Enter either a PFX file or certificatePem and privateKeyPem, not both.');
  const pair = readPair(input, readPfx);
  if (pair.kind === 'refused') return pair;
  const { certificate, key, certificatePem, privateKeyPem } = pair;
  const problem =
    problemOfKey(key) ??
    (certificate.checkPrivateKey(key) ? null : otherKey) ??
    problemOfValidity(certificate, now);
  const field = input.pfxBase64 == null ? null : ('pfxBase64' as const);
  if (problem !== null) return refuse(field ?? problem.field, problem.message);
  return {
    kind: 'usable',
    secret: { type: 'certificate', clientId: idOf(input), certificatePem, privateKeyPem },
    expiresAt: new Date(certificate.validTo),
    details: { thumbprint: digest(certificate, 'sha1'), thumbprint_sha256: digest(certificate, 'sha256') },
  };
}

export interface CertificateInspection {
  /** Why a connection cannot use it; null if no problem was found. */
  readonly problem: string | null;
  /** null if it cannot be read. */
  readonly expiresAt: Date | null;
  readonly thumbprint: string | null;
  /** Only the certificate was requested; a caller who also sends its key should know. */
  readonly containsPrivateKey: boolean;
}

/** A certificate is public: unlike its key, it can be inspected before anything is submitted. */
export function inspectCertificate(certificatePem: string, now: Date): CertificateInspection {
  const blocks = readPem(certificatePem);
  const containsPrivateKey = blocks.some(isPrivateKey);
  const unreadable = (problem: string) => ({
    problem,
    expiresAt: null,
    thumbprint: null,
    containsPrivateKey,
  });
  if (containsPrivateKey && !blocks.some(isCertificate)) return unreadable(keyInstead);
  const certificates = readCertificates(blocks);
  if ('kind' in certificates) return unreadable(certificates.message);
  const certificate = leafOf(certificates);
  if (certificate === undefined) throw new TypeError('a list of certificates that were read is never empty');
  const problem = problemOfKey(certificate.publicKey) ?? problemOfValidity(certificate, now);
  return {
    problem: problem?.message ?? null,
    expiresAt: new Date(certificate.validTo),
    thumbprint: digest(certificate, 'sha1'),
    containsPrivateKey,
  };
}

/** Entra accepts shorter keys at upload and refuses them later (Microsoft recommends 2048 bits or more). */
const shortestKeyBits = 2_048;

/** The public and the private half alike: the certificate shows what kind of key it has. */
function problemOfKey({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): ShapeRefusal | null {
  if (asymmetricKeyType !== 'rsa') {
    return refuse('privateKeyPem', 'The key is not an RSA key. Entra accepts only RSA keys.');
  }
  if ((asymmetricKeyDetails?.modulusLength ?? 0) < shortestKeyBits) {
    return refuse('privateKeyPem', `The RSA key must have at least ${shortestKeyBits} bits.`);
  }
  return null;
}

const otherKey = refuse('privateKeyPem', 'The private key does not belong to the certificate.');

function problemOfValidity(certificate: X509Certificate, now: Date): ShapeRefusal | null {
  const [from, to] = [new Date(certificate.validFrom), new Date(certificate.validTo)];
  if (to <= now) return refuse('certificatePem', `The certificate expired at ${to.toISOString()}.`);
  if (from > now)
    return refuse('certificatePem', `The certificate is valid only from ${from.toISOString()}.`);
  return null;
}

function shapeFederated(input: CredentialInput, situation: ShapeSituation): CredentialShape {
  const tokenFile = input.tokenFile?.trim() ?? '';
  return (
    wrongText(input, situation, 'tokenFile') ?? {
      kind: 'usable',
      secret: { type: 'federated', clientId: idOf(input), tokenFile },
      expiresAt: null,
      details: { token_file: tokenFile },
    }
  );
}

function idOf({ clientId }: CredentialInput): string {
  return toGuid(clientId) ?? clientId.trim().toLowerCase();
}

function digest({ raw }: X509Certificate, algorithm: 'sha1' | 'sha256'): string {
  return createHash(algorithm).update(raw).digest('hex').toUpperCase();
}

function refuse(field: keyof CredentialInput, message: string): ShapeRefusal {
  return { kind: 'refused', field, message };
}
