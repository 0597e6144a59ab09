import forge from 'node-forge';

export interface PfxOptions {
  /** How Windows, Java and OpenSSL have protected keys over the years. */
  readonly algorithm?: '3des' | 'aes128' | 'aes256';
  readonly password?: string;
  readonly rounds?: number;
}

export interface TestPfx {
  readonly pfxBase64: string;
  /** As it is in the file: forge writes certificates anew. */
  readonly certificatePem: string;
}

export interface PfxParts {
  readonly certificatePem: string | null;
  readonly privateKeyPem: string | null;
}

export function createPfx(
  { certificatePem, privateKeyPem }: PfxParts,
  { algorithm = 'aes256', password = 'x', rounds = 2_048 }: PfxOptions = {},
): TestPfx {
  const key = privateKeyPem === null ? null : forge.pki.privateKeyFromPem(privateKeyPem);
  const certificate = certificatePem === null ? null : forge.pki.certificateFromPem(certificatePem);
  const options = { algorithm, count: rounds };
  const asn1 = forge.pkcs12.toPkcs12Asn1(key, certificate ?? [], password, options);
  return {
    pfxBase64: Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'binary').toString('base64'),
    certificatePem:
      certificate === null ? '' : forge.pki.certificateToPem(certificate).replaceAll('\r', '').trim(),
  };
}
