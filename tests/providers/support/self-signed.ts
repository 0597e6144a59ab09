import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

/**
 * Makes X.509 certificates for tests, because Node can read but not write them and no private key belongs in the
 * repository. DER by hand: tag, length, content (X.690), in the order of RFC 5280.
 */
export interface TestCertificate {
  readonly certificatePem: string;
  readonly privateKeyPem: string;
}

export interface TestCertificateOptions {
  readonly keyType?: 'rsa' | 'ec';
  readonly keyBits?: number;
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  /** The host it is shown for; left out: none. */
  readonly dnsName?: string;
  /** Whose it is: for a server, its host name. */
  readonly holder?: string;
}

const dayMs = 24 * 60 * 60 * 1000;

export function createTestCertificate({
  keyType = 'rsa',
  keyBits = 2048,
  notBefore = new Date(Date.now() - dayMs),
  notAfter = new Date(Date.now() + dayMs),
  dnsName,
  holder = 'TenantAtlas test',
}: TestCertificateOptions = {}): TestCertificate {
  const { publicKey, privateKey } = createKeys(keyType, keyBits);
  const algorithm = sequence(oid(keyType === 'rsa' ? sha256WithRsa : ecdsaWithSha256));
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const name = sequence(der(0x31, sequence(oid(commonName), der(0x0c, Buffer.from(holder)))));
  const serial = der(
    0x02,
    Buffer.concat([Buffer.of(1), createHash('sha256').update(spki).digest().subarray(0, 8)]),
  );
  const version3 = der(0xa0, der(0x02, Buffer.of(2)));
  const validity = sequence(utcTime(notBefore), utcTime(notAfter));
  const extensions = dnsName === undefined ? [] : [der(0xa3, sequence(toSubjectAltName(dnsName)))];
  const toBeSigned = sequence(version3, serial, algorithm, name, validity, name, spki, ...extensions);
  const signature = der(0x03, Buffer.concat([Buffer.of(0), sign('sha256', toBeSigned, privateKey)]));
  return {
    certificatePem: pem('CERTIFICATE', sequence(toBeSigned, algorithm, signature)),
    privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function createKeys(
  keyType: 'rsa' | 'ec',
  modulusLength: number,
): { publicKey: KeyObject; privateKey: KeyObject } {
  return keyType === 'rsa'
    ? generateKeyPairSync('rsa', { modulusLength })
    : generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

const sha256WithRsa = '2a864886f70d01010b';
const ecdsaWithSha256 = '2a8648ce3d040302';
const commonName = '550403';
const subjectAltName = '551d11';

function toSubjectAltName(dnsName: string): Buffer {
  return sequence(oid(subjectAltName), der(0x04, sequence(der(0x82, Buffer.from(dnsName)))));
}

function oid(hex: string): Buffer {
  return der(0x06, Buffer.from(hex, 'hex'));
}

function utcTime(date: Date): Buffer {
  const digits = date.toISOString().replaceAll(/\D/g, '').slice(2, 14);
  return der(0x17, Buffer.from(`${digits}Z`));
}

function sequence(...parts: Buffer[]): Buffer {
  return der(0x30, Buffer.concat(parts));
}

function der(tag: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.of(tag), lengthOf(content), content]);
}

/** One byte up to 127; above that the number of length bytes, with the top bit set, then the length itself. */
function lengthOf({ length }: Buffer): Buffer {
  if (length < 0x80) return Buffer.of(length);
  const hex = length.toString(16);
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  return Buffer.concat([Buffer.of(0x80 + bytes.length), bytes]);
}

function pem(label: string, content: Buffer): string {
  const lines = content.toString('base64').match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
