/** As much as the API takes (bytes). */
export const largestPfx = 64 * 1024;

/** A certificate with its chain and its key has a few thousand characters; a file larger than this (bytes) is none. */
const largestFile = 100_000;

export const certificateFormats = ['PEM', 'PFX'] as const;
export type CertificateFormat = (typeof certificateFormats)[number];

export interface CertificateParts {
  readonly format: CertificateFormat;
  readonly certificatePem?: string;
  readonly privateKeyPem?: string;
  readonly pfxBase64: string;
  readonly pfxName: string;
}

/**
 * A PFX file, or the first certificate and the first private key of PEM files, wherever they are: often both are in one.
 * null: there is neither in them.
 */
export async function readCertificateFiles(files: readonly File[]): Promise<CertificateParts | null> {
  const contents = await Promise.all(
    files
      .filter(({ size }) => size <= largestFile)
      .map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  const pfx = contents.find(({ bytes }) => isPfx(bytes));
  if (pfx !== undefined) return pfxParts(toBase64(pfx.bytes), pfx.name);
  return pemParts(contents.map(({ bytes }) => new TextDecoder().decode(bytes)).join('\n'));
}

/** What was pasted in the wrong place goes to its own. null: it belongs where it is. */
export function partsOfPasted(
  text: string,
  { format }: Pick<CertificateParts, 'format'>,
): CertificateParts | null {
  const pem = pemParts(text);
  if (format === 'PFX') return pem;
  if (isPfxBase64(text)) return pfxParts(text, '');
  const isBoth = pem?.certificatePem !== undefined && pem.privateKeyPem !== undefined;
  return isBoth ? pem : null;
}

/** Nothing but the certificate, whatever else was pasted along: between its lines there is no room for a key. */
export function findCertificate(text: string): string | null {
  return blockOf(text, 'CERTIFICATE');
}

export function isPfxBase64(text: string): boolean {
  const base64 = toBareBase64(text);
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return false;
  // The first bytes tell; four characters are three of them.
  return isPfx(Uint8Array.from(atob(base64.slice(0, 24)), (character) => character.charCodeAt(0)));
}

export function bytesOfBase64(text: string): number {
  return (toBareBase64(text).length * 3) / 4;
}

function pfxParts(pfxBase64: string, pfxName: string): CertificateParts {
  return { format: 'PFX', pfxBase64, pfxName, certificatePem: '', privateKeyPem: '' };
}

function pemParts(text: string): CertificateParts | null {
  const certificatePem = findCertificate(text);
  const privateKeyPem = blockOf(text, '(?:RSA |EC |ENCRYPTED )?PRIVATE KEY');
  if (certificatePem === null && privateKeyPem === null) return null;
  return {
    format: 'PEM',
    pfxBase64: '',
    pfxName: '',
    ...(certificatePem !== null && { certificatePem }),
    ...(privateKeyPem !== null && { privateKeyPem }),
  };
}

function blockOf(text: string, label: string): string | null {
  return new RegExp(`-----BEGIN (${label})-----[^-]+-----END \\1-----`).exec(text)?.[0] ?? null;
}

/** PKCS#12 is a sequence that begins with its version, 3; its length takes one byte or several. */
function isPfx([tag, length = 0, ...rest]: Uint8Array): boolean {
  const at = length < 0x80 ? 0 : length & 0x7f;
  return tag === 0x30 && rest[at] === 2 && rest[at + 1] === 1 && rest[at + 2] === 3;
}

/** Bare and in the usual alphabet: scripts make a data URL of a file, or base64 for addresses, or put it in quotes. */
function toBareBase64(text: string): string {
  return text
    .replace(/^data:[^,]*,|["'\s]/g, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/');
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
