/** One block of a PEM text: a certificate, a key or something else. */
export interface PemBlock {
  /** The label after BEGIN: CERTIFICATE, RSA PRIVATE KEY, … */
  readonly label: string;
  /** null if what is between the lines is not base64. */
  readonly der: Buffer | null;
  /** Protected by a passphrase. */
  readonly isEncrypted: boolean;
}

const blocks = /-----BEGIN ([A-Z0-9 ]{3,40})-----([^]*?)-----END \1-----/g;

/**
 * PEM as people paste it: with text around it (OpenSSL's "Bag Attributes", `subject=` lines), with line breaks lost
 * or spelled out as \n, indented, in quotes, quoted in an email, or base64-encoded once more as a whole.
 */
export function readPem(text: string): PemBlock[] {
  const found = [...text.replace(/\\+[rn]|&#1[03];/g, '\n').matchAll(blocks)].map(
    ([, label = '', body = '']) => ({
      label,
      der: decode(body.replace(/["',>\s]/g, '')),
      isEncrypted: label.startsWith('ENCRYPTED') || body.includes('4,ENCRYPTED'),
    }),
  );
  return found.length > 0 ? found : readNaked(text);
}

/** Base64 without its BEGIN and END lines: a certificate, or a whole PEM text that a tool has encoded. */
function readNaked(text: string): PemBlock[] {
  const der = decode(text.replace(/\s/g, ''));
  if (der === null || der.length < 100) return [];
  if (der.subarray(0, 20).toString('latin1').includes('-----BEGIN')) return readPem(der.toString('latin1'));
  return isSequence(der) ? [{ label: 'CERTIFICATE', der, isEncrypted: false }] : [];
}

export function isCertificate({ label }: PemBlock): boolean {
  return /^(TRUSTED |X509 )?CERTIFICATE$/.test(label);
}

export function isPrivateKey({ label }: PemBlock): boolean {
  return label.endsWith('PRIVATE KEY');
}

/** With lines of 64 characters, which every PEM reader accepts. */
export function toPem(label: string, der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`].join('\n');
}

/** OpenSSL's TRUSTED CERTIFICATE appends its own settings to the certificate. */
export function firstSequence(der: Buffer): Buffer {
  const short = der[1] ?? 0;
  if (short < 0x80) return der.subarray(0, 2 + short);
  const lengthBytes = short & 0x7f;
  return lengthBytes > 4 ? der : der.subarray(0, 2 + lengthBytes + der.readUIntBE(2, lengthBytes));
}

/** A PFX starts with its version, 3; a certificate starts with another sequence. */
export function isPfx(der: Buffer): boolean {
  const at = (der[1] ?? 0) < 0x80 ? 2 : 2 + ((der[1] ?? 0) & 0x7f);
  return isSequence(der) && der.subarray(at, at + 3).equals(Buffer.of(2, 1, 3));
}

function isSequence(der: Buffer): boolean {
  return der[0] === 0x30;
}

export function decode(base64: string): Buffer | null {
  return /^[A-Za-z0-9+/]+={0,2}$/.test(base64) ? Buffer.from(base64, 'base64') : null;
}
