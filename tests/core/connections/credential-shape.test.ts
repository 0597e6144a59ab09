import { createHash, createPrivateKey, X509Certificate } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapeCredential, type CredentialInput } from '../../../core/connections/credential-shape.ts';
import { createTestCertificate } from '../../providers/support/self-signed.ts';

const now = new Date('2026-11-24T12:00:00Z');
const later = new Date('2027-06-01T00:00:00Z');
const earlier = new Date('2026-01-01T00:00:00Z');
const situation = {
  now,
  entraTenantId: '292f6999-2f83-4d34-a419-67a088c41314',
  tokenPaths: ['/var/run/secrets', '/run/tokens/', '/run/one/token'],
};
const clientId = 'ef22fb57-db82-4850-8b0a-1fa0c4650048';
const secret: CredentialInput = {
  type: 'client_secret',
  clientId,
  clientSecret: 'q8~Real.Secret-Value_0123456789',
};

const pair = createTestCertificate({ notBefore: earlier, notAfter: later });
const certificate: CredentialInput = { type: 'certificate', clientId, ...pair };
const federated: CredentialInput = {
  type: 'federated',
  clientId,
  tokenFile: '/var/run/secrets/azure/tokens/azure-identity-token',
};

const shape = (input: CredentialInput) => shapeCredential(input, situation);

describe('a credential that can work', () => {
  it('is a secret’s value, trimmed, with the expiry it was given', () => {
    const input = {
      ...secret,
      clientId: ` ${clientId.toUpperCase()} `,
      clientSecret: ' abc~1234\n',
      expiresAt: later,
    };
    expect(shape(input)).toEqual({
      kind: 'usable',
      secret: { type: 'client_secret', clientId, clientSecret: 'abc~1234' },
      expiresAt: later,
      details: {},
    });
  });

  it('is a certificate with its key, whose expiry and thumbprints are read from it', () => {
    const { raw } = new X509Certificate(pair.certificatePem);
    const thumbprint = (algorithm: string) => createHash(algorithm).update(raw).digest('hex').toUpperCase();
    expect(shape(certificate)).toEqual({
      kind: 'usable',
      secret: {
        type: 'certificate',
        clientId,
        certificatePem: pair.certificatePem.trim(),
        privateKeyPem: pair.privateKeyPem.trim(),
      },
      expiresAt: later,
      details: { thumbprint: thumbprint('sha1'), thumbprint_sha256: thumbprint('sha256') },
    });
  });

  it('is a token file that the operator has bound to the workspace', () => {
    expect(shape({ ...federated, tokenFile: '/run/one/token' })).toMatchObject({ kind: 'usable' });
    const tokenFile = federated.tokenFile;
    expect(shape(federated)).toEqual({
      kind: 'usable',
      secret: { type: 'federated', clientId, tokenFile },
      expiresAt: null,
      details: { token_file: tokenFile },
    });
  });

  it('names the connection’s directory in any case, or none', () => {
    for (const tenantId of [situation.entraTenantId.toUpperCase(), null]) {
      expect(shape({ ...secret, tenantId }).kind).toBe('usable');
    }
  });
});

const other = createTestCertificate({ notBefore: earlier, notAfter: later });
const curve = createTestCertificate({ keyType: 'ec', notBefore: earlier, notAfter: later });
const short = createTestCertificate({ keyBits: 1024, notBefore: earlier, notAfter: later });
const expired = createTestCertificate({ notBefore: earlier, notAfter: now });
const future = createTestCertificate({ notBefore: new Date(now.getTime() + 1_000), notAfter: later });
const encrypted = createPrivateKey(pair.privateKeyPem)
  .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'p' })
  .toString();

describe('what cannot work is refused on its field, with what is expected', () => {
  const refusals: [string, CredentialInput, keyof CredentialInput, RegExp][] = [
    ['an application name', { ...secret, clientId: 'TenantAtlas' }, 'clientId', /GUID/],
    [
      'another directory',
      { ...secret, tenantId: clientId },
      'tenantId',
      /292f6999-2f83-4d34-a419-67a088c41314/,
    ],
    ['no secret', { ...secret, clientSecret: ' ' }, 'clientSecret', /secret’s value/],
    [
      'a secret ID',
      { ...secret, clientSecret: '7E5A2C1E-1111-4222-8333-444455556666' },
      'clientSecret',
      /secret’s ID/,
    ],
    ['a masked hint', { ...secret, clientSecret: 'q8~******************' }, 'clientSecret', /masked/],
    ['a key as a secret', { ...secret, clientSecret: pair.privateKeyPem }, 'clientSecret', /CERTIFICATE/],
    ['a broken line', { ...secret, clientSecret: 'q8~Real\nSecret' }, 'clientSecret', /line breaks/],
    ['NUL', { ...secret, clientSecret: 'q8~Re\0al' }, 'clientSecret', /no spaces/],
    ['a novel', { ...secret, clientSecret: 'x'.repeat(1_001) }, 'clientSecret', /1000 characters/],
    ['an expiry that has passed', { ...secret, expiresAt: now }, 'expiresAt', /in the past/],
    [
      'a key beside a secret',
      { ...secret, privateKeyPem: pair.privateKeyPem },
      'privateKeyPem',
      /leave it out/,
    ],
    [
      'an expiry beside a certificate',
      { ...certificate, expiresAt: later },
      'expiresAt',
      /read from the certificate/,
    ],
    ['no certificate', { ...certificate, certificatePem: null }, 'certificatePem', /PEM/],
    [
      'a key as a certificate',
      { ...certificate, certificatePem: pair.privateKeyPem },
      'certificatePem',
      /privateKeyPem/,
    ],
    [
      'a damaged certificate',
      { ...certificate, certificatePem: pair.certificatePem.replace(/M/g, '!') },
      'certificatePem',
      /damaged/,
    ],
    ['no key', { ...certificate, privateKeyPem: '' }, 'privateKeyPem', /PEM/],
    [
      'a key with a passphrase',
      { ...certificate, privateKeyPem: encrypted },
      'privateKeyPem',
      /openssl pkey/,
    ],
    [
      'a damaged key',
      { ...certificate, privateKeyPem: pair.privateKeyPem.replace('MII', 'MIM') },
      'privateKeyPem',
      /damaged/,
    ],
    [
      'another key',
      { ...certificate, privateKeyPem: other.privateKeyPem },
      'privateKeyPem',
      /does not belong/,
    ],
    ['an elliptic curve', { ...certificate, ...curve }, 'privateKeyPem', /RSA/],
    ['a short key', { ...certificate, ...short }, 'privateKeyPem', /2048/],
    ['an expired certificate', { ...certificate, ...expired }, 'certificatePem', /expired at 2026-11-24/],
    ['a certificate of tomorrow', { ...certificate, ...future }, 'certificatePem', /valid only from/],
    ['no token file', { ...federated, tokenFile: null }, 'tokenFile', /absolute path/],
    ['a file elsewhere', { ...federated, tokenFile: '/etc/shadow' }, 'tokenFile', /\/var\/run\/secrets or/],
    ['a file below a file', { ...federated, tokenFile: '/run/one/token2' }, 'tokenFile', /below/],
    ['a way out', { ...federated, tokenFile: '/var/run/secrets/../../etc/shadow' }, 'tokenFile', /below/],
    ['a folder in other letters', { ...federated, tokenFile: '/VAR/run/secrets/x' }, 'tokenFile', /below/],
    ['the folder itself', { ...federated, tokenFile: '/var/run/secrets/' }, 'tokenFile', /below/],
    [
      'a folder that begins alike',
      { ...federated, tokenFile: '/var/run/secrets-not/x' },
      'tokenFile',
      /below/,
    ],
  ];

  it.each(refusals)('%s', (_name, input, field, message) => {
    expect(shape(input)).toEqual({ kind: 'refused', field, message: expect.stringMatching(message) });
  });

  it('any token file where the operator has bound none to the workspace', () => {
    expect(shapeCredential(federated, { ...situation, tokenPaths: [] })).toMatchObject({
      kind: 'refused',
      field: 'tokenFile',
    });
  });

  it('never repeats what was given, whichever field it was put into', () => {
    const fields = [
      'clientId',
      'clientSecret',
      'certificatePem',
      'privateKeyPem',
      'tokenFile',
      'tenantId',
    ] as const;
    const planted = fc.string({ minLength: 12, maxLength: 40 }).filter((text) => text.trim().length >= 12);
    fc.assert(
      fc.property(
        planted,
        fc.constantFrom(...fields),
        fc.constantFrom(secret, certificate, federated),
        (text, field, input) => {
          const result = shape({ ...input, [field]: text });
          if (result.kind === 'refused') expect(result.message).not.toContain(text.trim());
        },
      ),
    );
  });
});
