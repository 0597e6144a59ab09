import { X509Certificate } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breaks, credentialRules } from '../../../core/connections/credential-rules.ts';
import {
  inspectCertificate,
  shapeCredential,
  type CredentialInput,
} from '../../../core/connections/credential-shape.ts';
import { readPfx } from '../../../providers/microsoft/sign-in/pfx.ts';
import { createTestCertificate } from '../../providers/support/self-signed.ts';
import { createPfx } from '../../support/pfx.ts';

const situation = {
  now: new Date(),
  entraTenantId: '292f6999-2f83-4d34-a419-67a088c41314',
  tokenPaths: [],
  readPfx,
};
const clientId = 'ef22fb57-db82-4850-8b0a-1fa0c4650048';
const pair = createTestCertificate();
const other = createTestCertificate();
const certificate = (input: Partial<CredentialInput>) =>
  shapeCredential({ type: 'certificate', clientId, ...input }, situation);

const stored = {
  kind: 'usable',
  secret: {
    type: 'certificate',
    clientId,
    certificatePem: pair.certificatePem.trim(),
    privateKeyPem: pair.privateKeyPem.trim(),
  },
};

const attributes =
  'Bag Attributes\n    friendlyName: field\n    localKeyID: 01 02\nsubject=CN = field\n\nissuer=CN = field\n';
const ways: readonly (readonly [string, (pem: string) => string])[] = [
  ['as it is', (pem) => pem],
  ['with text around it', (pem) => `${attributes}${pem}\nthe end`],
  ['with Windows’ line breaks', (pem) => pem.replace(/\n/g, '\r\n')],
  ['with line breaks spelled out', (pem) => pem.replace(/\n/g, '\\n')],
  ['as a JSON string', (pem) => JSON.stringify(pem)],
  ['as a JSON string in another one', (pem) => JSON.stringify(JSON.stringify(pem))],
  ['in XML', (pem) => pem.replace(/\n/g, '&#10;')],
  ['quoted in a mail', (pem) => pem.replace(/^/gm, '> ')],
  ['with line breaks lost', (pem) => pem.replace(/\n/g, ' ')],
  ['indented', (pem) => pem.replace(/^/gm, '    ')],
  ['with a byte order mark', (pem) => `\ufeff${pem}`],
];

describe('a certificate and its key, pasted', () => {
  test.for(ways)('%s', ([, paste]) => {
    const input = { certificatePem: paste(pair.certificatePem), privateKeyPem: paste(pair.privateKeyPem) };
    expect(certificate(input)).toMatchObject(stored);
    expect(inspectCertificate(input.certificatePem, situation.now)).toMatchObject({
      problem: null,
      containsPrivateKey: false,
    });
  });

  test('in one file, in either order, and in base64 once more', () => {
    for (const text of [
      `${pair.privateKeyPem}${pair.certificatePem}`,
      `${pair.certificatePem}${pair.privateKeyPem}`,
      Buffer.from(`${pair.certificatePem}${pair.privateKeyPem}`).toString('base64'),
    ]) {
      expect(certificate({ certificatePem: text })).toMatchObject(stored);
      expect(inspectCertificate(text, situation.now)).toMatchObject({
        problem: null,
        containsPrivateKey: true,
      });
    }
  });

  test('as bare base64, and as OpenSSL’s trusted certificate with settings behind it', () => {
    const { raw } = new X509Certificate(pair.certificatePem);
    const trusted = Buffer.concat([raw, Buffer.from('300c300a06082b06010505070302', 'hex')]).toString(
      'base64',
    );
    for (const certificatePem of [
      raw.toString('base64'),
      `-----BEGIN TRUSTED CERTIFICATE-----\n${trusted}\n-----END TRUSTED CERTIFICATE-----`,
    ]) {
      expect(certificate({ certificatePem, privateKeyPem: pair.privateKeyPem })).toMatchObject(stored);
    }
  });

  test('with its chain, which begins at either end: the key says which one it is', () => {
    const { privateKeyPem } = pair;
    for (const chain of [
      [pair, other],
      [other, pair],
    ]) {
      const certificatePem = chain.map((each) => each.certificatePem).join('');
      const shape = certificate({ certificatePem, privateKeyPem });
      expect(shape).toMatchObject({ kind: 'usable' });
      const text =
        shape.kind === 'usable' && shape.secret.type === 'certificate' ? shape.secret.certificatePem : '';
      expect(text.startsWith(pair.certificatePem.trim())).toBe(true);
      expect(text.match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
    }
  });
});

describe('a PFX file', () => {
  test.for([
    ['of Windows and Java', '3des', 'pass w0rd'],
    ['of OpenSSL', 'aes256', 'x'],
    ['without a password', 'aes128', ''],
  ] as const)('%s', ([, algorithm, password]) => {
    const { pfxBase64, certificatePem } = createPfx(pair, { algorithm, password });
    const inside = { kind: 'usable', secret: { ...stored.secret, certificatePem } };
    expect(certificate({ pfxBase64, pfxPassword: password })).toMatchObject(inside);
    const lines = `data:application/x-pkcs12;base64,${pfxBase64.replace(/.{64}/g, '$&\r\n')}`;
    expect(certificate({ pfxBase64: lines, pfxPassword: password })).toMatchObject(inside);
    const forAddresses = `"${pfxBase64.replaceAll('+', '-').replaceAll('/', '_')}"`;
    expect(certificate({ pfxBase64: forAddresses, pfxPassword: password })).toMatchObject(inside);
  });

  const { pfxBase64 } = createPfx(pair);
  const refusals: [string, Partial<CredentialInput>, keyof CredentialInput, RegExp][] = [
    ['another password', { pfxBase64, pfxPassword: 'y' }, 'pfxPassword', /does not open/],
    ['no password', { pfxBase64 }, 'pfxPassword', /protected by a password/],
    [
      'a certificate without its key',
      { pfxBase64: createPfx({ ...pair, privateKeyPem: null }).pfxBase64, pfxPassword: 'x' },
      'pfxBase64',
      /contains no private key/,
    ],
    [
      'a key without its certificate',
      { pfxBase64: createPfx({ ...pair, certificatePem: null }).pfxBase64, pfxPassword: 'x' },
      'pfxBase64',
      /contains no certificate/,
    ],
    [
      'a file that is cut off',
      { pfxBase64: pfxBase64.slice(0, 800), pfxPassword: 'x' },
      'pfxBase64',
      /damaged/,
    ],
    ['something else', { pfxBase64: Buffer.from('hello').toString('base64') }, 'pfxBase64', /PKCS#12/],
    ['no base64', { pfxBase64: 'ä!' }, 'pfxBase64', /base64/],
    ['65 KB', { pfxBase64: Buffer.alloc(65 * 1024 + 1, 48).toString('base64') }, 'pfxBase64', /64 KB/],
    ['a megabyte', { pfxBase64: 'A'.repeat(1_000_000) }, 'pfxBase64', /64 KB/],
    [
      'PEM beside it',
      { pfxBase64, pfxPassword: 'x', certificatePem: pair.certificatePem },
      'pfxBase64',
      /not both/,
    ],
    ['PFX where PEM belongs', { ...pair, certificatePem: pfxBase64 }, 'certificatePem', /pfxBase64/],
  ];
  test.for(refusals)('is refused: %s', ([, input, field, message]) => {
    expect(certificate(input)).toEqual({ kind: 'refused', field, message: expect.stringMatching(message) });
  });

  test('that asks for more computing than it is worth is not opened', () => {
    const costly = createPfx(pair, { rounds: 100_001 });
    const started = performance.now();
    expect(certificate({ pfxBase64: costly.pfxBase64, pfxPassword: 'x' })).toMatchObject({
      field: 'pfxBase64',
      message: expect.stringContaining('too long'),
    });
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

test('an OpenSSH key is told how to become one that Entra’s libraries read', () => {
  const privateKeyPem = pair.privateKeyPem.replaceAll('PRIVATE KEY', 'OPENSSH PRIVATE KEY');
  expect(certificate({ ...pair, privateKeyPem })).toEqual({
    kind: 'refused',
    field: 'privateKeyPem',
    message: expect.stringContaining('ssh-keygen -p -m PKCS8'),
  });
});

describe('inspection and mutation agree', () => {
  test.for<[string, { certificatePem: string; privateKeyPem: string }]>([
    ['an elliptic curve', createTestCertificate({ keyType: 'ec' })],
    ['a short key', createTestCertificate({ keyBits: 1024 })],
    [
      'a certificate that has expired',
      createTestCertificate({ notBefore: new Date(0), notAfter: new Date(1e12) }),
    ],
    ['a key in its place', { certificatePem: pair.privateKeyPem, privateKeyPem: pair.privateKeyPem }],
    ['nothing', { certificatePem: 'hello', privateKeyPem: pair.privateKeyPem }],
  ])('%s', ([, input]) => {
    const shape = certificate(input);
    const { problem } = inspectCertificate(input.certificatePem, situation.now);
    expect(problem).not.toBeNull();
    expect(shape).toMatchObject({ kind: 'refused', message: problem });
  });

  test('no published rule refuses what is accepted', () => {
    const rules = credentialRules(situation).filter(
      ({ field }) => field === 'certificatePem' || field === 'privateKeyPem',
    );
    for (const [, paste] of ways) {
      for (const rule of rules) {
        const text = paste(rule.field === 'certificatePem' ? pair.certificatePem : pair.privateKeyPem).trim();
        expect([rule.message, breaks(rule, text)]).toEqual([rule.message, false]);
      }
    }
  });
});

describe('characters that are not Entra’s are named and not repeated', () => {
  const value = 'Abc8Q~made_up.value-0123456789abcdefghij';
  const secret = (clientSecret: string) =>
    shapeCredential({ type: 'client_secret', clientId, clientSecret }, situation);

  test.for<[string, string, RegExp]>([
    ['straight quotes', `"${value}"`, /quotation marks/],
    ['single quotes', `'${value}'`, /quotation marks/],
    ['typographic quotes', `“${value}”`, /quotation marks/],
    ['a zero-width space at the end', `${value}\u200b`, /invisible/],
    ['a zero-width space inside', `Abc\u200b${value}`, /invisible/],
    ['a direction mark', `\u202e${value}`, /invisible/],
    ['an en dash', value.replace('-', '–'), /typographic dash/],
    ['an umlaut', `${value}ü`, /does not use/],
    ['percent-encoding', value.replace('~', '%7E'), /percent-encoded/],
    ['its name in front', `AZURE_CLIENT_SECRET=${value}`, /name of a setting/],
    ['its name in front, in YAML', `clientSecret: ${value}`, /name of a setting/],
    ['brackets', `<${value}>`, /brackets/],
    ['a JSON document', `{${value}}`, /brackets/],
    ['a mask of dots', 'Abc•••••••••', /masked/],
    ['the ID in braces', '{3b2f9c1e-1111-4222-8333-444455556666}', /secret’s ID/],
    ['the ID without dashes', '3b2f9c1e11114222833344445555666f', /secret’s ID/],
  ])('%s', ([, given, message]) => {
    const shape = secret(given);
    expect(shape).toEqual({
      kind: 'refused',
      field: 'clientSecret',
      message: expect.stringMatching(message),
    });
    expect(JSON.stringify(shape)).not.toContain('made_up');
  });

  test('no secret as Entra makes them is refused', () => {
    const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~'.split('');
    const made = fc.string({ unit: fc.constantFrom(...characters), minLength: 34, maxLength: 40 });
    fc.assert(
      fc.property(made, (text) => {
        expect(secret(` ${text}\u00a0\r\n`)).toMatchObject({
          kind: 'usable',
          secret: { clientSecret: text },
        });
      }),
    );
  });
});

describe('an application’s ID', () => {
  const withId = (id: string, tenantId?: string) =>
    shapeCredential(
      { type: 'client_secret', clientId: id, clientSecret: 'abc~1234', ...(tenantId && { tenantId }) },
      situation,
    );

  test.for([clientId.toUpperCase(), `{${clientId}}`, clientId.replaceAll('-', ''), ` (${clientId})\r\n`])(
    'is understood as %j',
    (id) => {
      expect(withId(id, `{${situation.entraTenantId.toUpperCase()}}`)).toMatchObject({
        kind: 'usable',
        secret: { clientId },
      });
    },
  );

  test.for<[string, string, RegExp]>([
    ['a placeholder', '00000000-0000-0000-0000-000000000000', /placeholder/],
    ['the directory’s own', situation.entraTenantId, /directory \(tenant\) ID/],
    [
      'the directory’s own in braces',
      `{${situation.entraTenantId.toUpperCase()}}`,
      /directory \(tenant\) ID/,
    ],
    ['a typographic dash in it', clientId.replace('-', '–'), /typographic dash/],
    ['something invisible in it', `${clientId}\u200b`, /invisible/],
  ])('cannot be %s', ([, id, message]) => {
    expect(withId(id)).toEqual({
      kind: 'refused',
      field: 'clientId',
      message: expect.stringMatching(message),
    });
  });
});
