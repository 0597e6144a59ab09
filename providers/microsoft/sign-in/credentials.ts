import { createHash, createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import type { NodeAuthOptions } from '@azure/msal-node';
import type {
  Answer,
  CredentialShapeEvidence,
  CredentialSuspicion,
  Pointer,
  ProviderSecret,
} from '../../../core/provider/provider.ts';
import { isGuid } from './clouds.ts';
import { readFederatedToken } from './federated-token.ts';
import { refusal, type Refusal } from '../reasons/reasons.ts';

type ClientAuthentication = Pick<NodeAuthOptions, 'clientSecret' | 'clientCertificate' | 'clientAssertion'>;

export interface UsableCredential {
  readonly kind: 'usable';
  readonly authentication: ClientAuthentication;
}

/** Finds out here, with an exact reason, what MSAL or Entra would refuse in vaguer words. */
export async function toMsalCredential(
  secret: ProviderSecret,
  now: Date,
): Promise<UsableCredential | Refusal> {
  if (!isGuid(secret.clientId)) return refusal('credential.invalid');
  switch (secret.type) {
    case 'client_secret':
      return secret.clientSecret === ''
        ? refusal('credential.invalid')
        : usable({ clientSecret: secret.clientSecret });
    case 'certificate':
      return toCertificate(secret, now);
    case 'federated':
      return await toAssertion(secret.tokenFile, now);
  }
}

/** Sends nothing. What is only suspicious is left for Entra to refuse: some old secrets do look like a GUID. */
export async function readCredentialShape(
  secret: ProviderSecret,
  now: Date,
): Promise<Answer<CredentialShapeEvidence>> {
  const credential = await toMsalCredential(secret, now);
  if (credential.kind === 'unreadable') return credential;
  const pointers: Pointer[] = [{ kind: 'credential_type', value: secret.type }];
  const { clientCertificate } = credential.authentication;
  const thumbprint = clientCertificate?.thumbprintSha256;
  if (thumbprint !== undefined) pointers.push({ kind: 'thumbprint_sha256', value: thumbprint });
  return { kind: 'read', value: { suspicions: suspicionsOf(secret) }, pointers };
}

function suspicionsOf(secret: ProviderSecret): CredentialSuspicion[] {
  if (secret.type !== 'client_secret') return [];
  const { clientSecret } = secret;
  return [
    ...(isGuid(clientSecret.trim()) ? (['looks_like_secret_id'] as const) : []),
    ...(clientSecret.trim() === clientSecret ? [] : (['surrounding_whitespace'] as const)),
  ];
}

function usable(authentication: ClientAuthentication): UsableCredential {
  return { kind: 'usable', authentication };
}

function toCertificate(
  { certificatePem, privateKeyPem }: Extract<ProviderSecret, { type: 'certificate' }>,
  now: Date,
): UsableCredential | Refusal {
  const pair = readPair(certificatePem, privateKeyPem);
  if (pair === null) return refusal('credential.invalid');
  const { certificate, key } = pair;
  if (!certificate.checkPrivateKey(key)) return refusal('credential.certificate_key_mismatch');
  // PS256 is RSA; Entra takes no elliptic curves for client assertions.
  if (key.asymmetricKeyType !== 'rsa') return refusal('credential.certificate_not_rsa');
  if (new Date(certificate.validTo).getTime() <= now.getTime()) {
    return refusal('credential.certificate_expired', {
      pointers: [{ kind: 'expired_at', value: new Date(certificate.validTo).toISOString() }],
    });
  }
  return usable({
    clientCertificate: {
      // Plain hex of the DER's hash. `fingerprint256` has colons, which MSAL takes and Entra refuses as 700027.
      thumbprintSha256: createHash('sha256').update(certificate.raw).digest('hex'),
      privateKey: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
      x5c: certificatePem,
    },
  });
}

function readPair(
  certificatePem: string,
  privateKeyPem: string,
): { certificate: X509Certificate; key: KeyObject } | null {
  try {
    return { certificate: new X509Certificate(certificatePem), key: createPrivateKey(privateKeyPem) };
  } catch {
    return null;
  }
}

async function toAssertion(tokenFile: string, now: Date): Promise<UsableCredential | Refusal> {
  const token = await readFederatedToken(tokenFile, now);
  return token.kind === 'read' ? usable({ clientAssertion: () => Promise.resolve(token.value) }) : token;
}
