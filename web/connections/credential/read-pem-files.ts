/** A certificate with its chain and its key has a few thousand characters; a file larger than this (bytes) is none. */
const largestFile = 100_000;

export interface PemParts {
  readonly certificatePem?: string;
  readonly privateKeyPem?: string;
}

/** The first certificate and the first private key in the files, wherever they are: often both are in one. */
export async function readPemFiles(files: readonly File[]): Promise<PemParts> {
  const contents = await Promise.all(
    files.filter(({ size }) => size <= largestFile).map((file) => file.text()),
  );
  const text = contents.join('\n');
  const certificatePem = findCertificate(text);
  const privateKeyPem = blockOf(text, '(?:RSA |EC |ENCRYPTED )?PRIVATE KEY');
  return {
    ...(certificatePem !== null && { certificatePem }),
    ...(privateKeyPem !== null && { privateKeyPem }),
  };
}

/** Nothing but the certificate, whatever else was pasted along: between its lines there is no room for a key. */
export function findCertificate(text: string): string | null {
  return blockOf(text, 'CERTIFICATE');
}

function blockOf(text: string, label: string): string | null {
  return new RegExp(`-----BEGIN (${label})-----[^-]+-----END \\1-----`).exec(text)?.[0] ?? null;
}
