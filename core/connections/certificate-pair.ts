import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import {
  decode,
  firstSequence,
  isCertificate,
  isPfx,
  isPrivateKey,
  readPem,
  toPem,
  type PemBlock,
} from './pem.ts';

/** A certificate as it may be submitted: two PEM texts, one text with both parts, or a PFX file. */
export interface PairInput {
  readonly certificatePem?: string | null;
  readonly privateKeyPem?: string | null;
  readonly pfxBase64?: string | null;
  readonly pfxPassword?: string | null;
}

export type PairProblem = {
  readonly kind: 'refused';
  readonly field: keyof PairInput;
  readonly message: string;
};

export interface CertificatePair {
  readonly kind: 'pair';
  readonly certificate: X509Certificate;
  readonly key: KeyObject;
  /** The certificate that belongs to the key, then its issuers, as far as they were given. */
  readonly certificatePem: string;
  readonly privateKeyPem: string;
}

/** What a PFX file contains. Reading one takes a library, so the caller passes one in. */
export type PfxReader = (file: Buffer, password: string) => PfxContents;
export type PfxContents =
  | { readonly kind: 'read'; readonly pem: string }
  | { readonly kind: 'wrong_password' | 'damaged' | 'too_costly' };

export function readPair(input: PairInput, readPfx?: PfxReader): CertificatePair | PairProblem {
  const { pfxBase64 = null, certificatePem, privateKeyPem } = input;
  if (pfxBase64 === null) return toPair(readPem(certificatePem ?? ''), readPem(privateKeyPem ?? ''));
  const contents = openPfx(pfxBase64, input.pfxPassword ?? '', readPfx);
  if (contents.kind === 'refused') return contents;
  const pair = toPair(contents.blocks, []);
  return pair.kind === 'pair'
    ? pair
    : { ...pair, field: 'pfxBase64', message: inPfx(pair.message, contents.blocks) };
}

/** Messages about PEM text do not help someone who has a file. */
function inPfx(message: string, blocks: readonly PemBlock[]): string {
  if (!blocks.some(isPrivateKey))
    return 'The PFX file contains no private key. Export it again, with its key.';
  if (!blocks.some(isCertificate))
    return 'The PFX file contains no certificate. Export it again, with its certificate.';
  return message;
}

function toPair(given: readonly PemBlock[], keys: readonly PemBlock[]): CertificatePair | PairProblem {
  const key = readKey([...keys, ...given].filter(isPrivateKey));
  if ('kind' in key) return key;
  const certificates = readCertificates(given);
  if ('kind' in certificates) return certificates;
  const certificate =
    certificates.find((candidate) => candidate.checkPrivateKey(key)) ?? leafOf(certificates);
  if (certificate === undefined) return refuse('certificatePem', noCertificate);
  const chain = [certificate, ...certificates.filter((other) => other !== certificate)];
  return {
    kind: 'pair',
    certificate,
    key,
    certificatePem: chain.map(({ raw }) => toPem('CERTIFICATE', raw)).join('\n'),
    privateKeyPem: key.export({ type: 'pkcs8', format: 'pem' }).toString().trim(),
  };
}

function readKey(blocks: readonly PemBlock[]): KeyObject | PairProblem {
  const plain = blocks.find(({ isEncrypted }) => !isEncrypted);
  if (plain === undefined) return refuse('privateKeyPem', blocks.length > 0 ? protectedKey : noKey);
  const { label, der } = plain;
  if (label.startsWith('OPENSSH')) return refuse('privateKeyPem', opensshKey);
  const key = der && attempt(() => createPrivateKey(toPem(label, der)));
  return key ?? refuse('privateKeyPem', 'The private key cannot be read: it is damaged.');
}

export function readCertificates(blocks: readonly PemBlock[]): X509Certificate[] | PairProblem {
  const certificates = blocks
    .filter(isCertificate)
    .map(({ der }) => der && attempt(() => new X509Certificate(firstSequence(der))));
  if (blocks.some(({ der }) => der !== null && isPfx(der))) return refuse('certificatePem', pfxInstead);
  if (certificates.length === 0)
    return refuse('certificatePem', blocks.some(isPrivateKey) ? keyInstead : noCertificate);
  const readable = certificates.filter((certificate) => certificate !== null);
  if (readable.length === certificates.length) return readable;
  return refuse('certificatePem', 'The certificate cannot be read: it is damaged.');
}

/** The certificate that issued none of the others, since pasted chains can start at either end. */
export function leafOf(certificates: readonly X509Certificate[]): X509Certificate | undefined {
  const isIssuer = (one: X509Certificate) =>
    certificates.some(
      (other) => other !== one && other.issuer === one.subject && other.subject !== one.subject,
    );
  return certificates.find((one) => !isIssuer(one)) ?? certificates[0];
}

/** A PFX with a long chain is smaller than 10 KB. */
const largestPfxBytes = 64 * 1024;

function openPfx(
  base64: string,
  password: string,
  readPfx: PfxReader | undefined,
): { readonly kind: 'blocks'; readonly blocks: readonly PemBlock[] } | PairProblem {
  // Base64 needs four characters for three bytes; longer text is not even decoded.
  const text = base64.slice(0, largestPfxBytes * 2).replace(/^data:[^,]*,|["'\s]/g, '');
  const file = decode(text.replaceAll('-', '+').replaceAll('_', '/'));
  if (base64.length > largestPfxBytes * 2 || (file?.length ?? 0) > largestPfxBytes) {
    return refuse('pfxBase64', 'The PFX file is larger than 64 KB.');
  }
  if (file === null || !isPfx(file)) return refuse('pfxBase64', 'Enter the PFX (PKCS#12) file in base64.');
  const contents = readPfx?.(file, password) ?? { kind: 'damaged' };
  switch (contents.kind) {
    case 'read':
      return { kind: 'blocks', blocks: readPem(contents.pem) };
    case 'wrong_password':
      return refuse(
        'pfxPassword',
        password === '' ? needsPassword : 'The password does not open the PFX file.',
      );
    case 'damaged':
      return refuse('pfxBase64', 'The PFX file cannot be read: it is damaged.');
    case 'too_costly':
      return refuse(
        'pfxBase64',
        'The PFX file is protected in a way that takes too long to open. Export it again.',
      );
  }
}

const noCertificate = 'Enter a certificate in PEM format, starting with -----BEGIN CERTIFICATE-----.';
const noKey = 'Enter a private key in PEM format, starting with -----BEGIN PRIVATE KEY-----.';
export const keyInstead =
  'This contains a private key. Put the key in privateKeyPem and only the certificate here.';
const needsPassword = 'The PFX file is protected by a password. Enter it.';
const pfxInstead = 'This is a PFX file. Put it in pfxBase64, with its password in pfxPassword.';
const opensshKey = 'This is an OpenSSH key. Convert a copy of it first: ssh-keygen -p -m PKCS8 -f key';
const protectedKey =
  'The private key is protected by a passphrase. Decrypt it first: openssl pkey -in key.pem -out plain.pem';

/** OpenSSL throws what it cannot read, with details of the bytes that must not leak. */
function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function refuse(field: keyof PairInput, message: string): PairProblem {
  return { kind: 'refused', field, message };
}
