/**
 * What can be said about a credential from its text alone. Rules are data that clients receive, so a dialog can check
 * while someone types and no secret has to be sent anywhere. Everything else is checked on submission
 * (credential-shape.ts).
 */
export interface CredentialRule {
  readonly field: CredentialTextField;
  /** ECMAScript regular expression without flags, for the trimmed text. */
  readonly pattern: string;
  /** true: matching text is refused; false: text that does not match is refused. */
  readonly refuses: 'match' | 'mismatch';
  /** Says what is expected and never repeats what was entered: it may be a secret in the wrong field. */
  readonly message: string;
}

export const credentialTextFields = [
  'clientId',
  'tenantId',
  'clientSecret',
  'certificatePem',
  'privateKeyPem',
  'tokenFile',
] as const;
export type CredentialTextField = (typeof credentialTextFields)[number];

export interface RuleSituation {
  /** The directory of the connection, lower case. */
  readonly entraTenantId: string;
  /** Token files, and folders of them, that the operator has bound to the workspace (TOKEN_FILES). */
  readonly tokenPaths: readonly string[];
}

/** In order of precedence: if a field breaks two rules, the first says more. */
export function credentialRules({ entraTenantId, tokenPaths }: RuleSituation): readonly CredentialRule[] {
  return [
    ...foreignCharacters('clientId', 'The client ID'),
    required('clientId', anyGuid, 'The client ID must be the application (client) ID, a GUID.'),
    refused('clientId', '^[{(]?[0-]+[)}]?$', 'This ID is a placeholder. Enter the application (client) ID.'),
    refused(
      'clientId',
      asPasted(entraTenantId),
      'This is the directory (tenant) ID. Enter the application (client) ID.',
    ),
    required(
      'tenantId',
      asPasted(entraTenantId),
      `The directory must be that of the connection, ${entraTenantId}.`,
    ),
    ...secretRules,
    ...certificateRules,
    ...tokenFileRules(tokenPaths),
  ];
}

export function breaks({ pattern, refuses }: CredentialRule, text: string): boolean {
  return new RegExp(pattern).test(text) === (refuses === 'match');
}

/** Entra's secrets have about 40 characters; anything longer than this is something else. */
const longestSecret = 1_000;

const refused = (field: CredentialTextField, pattern: string, message: string): CredentialRule => ({
  field,
  pattern,
  refuses: 'match',
  message,
});
const required = (field: CredentialTextField, pattern: string, message: string): CredentialRule => ({
  field,
  pattern,
  refuses: 'mismatch',
  message,
});

/** A GUID in any case, in braces or without dashes. */
const anyGuid = '^[{(]?[0-9a-fA-F]{8}-?([0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}[)}]?$';

const quotes = '"\'`\u2018\u2019\u201c\u201d\u00ab\u00bb';

/**
 * Entra's IDs and secrets are ASCII. The characters that word processors and chats substitute are described, never
 * repeated.
 */
function foreignCharacters(field: CredentialTextField, what: string): CredentialRule[] {
  return [
    refused(
      field,
      '[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]',
      `${what} contains an invisible character. Type it, or copy it from Entra again.`,
    ),
    refused(
      field,
      '[\u2010-\u2015\u2212]',
      `${what} contains a typographic dash where a hyphen belongs. Copy it from Entra again.`,
    ),
    refused(
      field,
      '[^\\x00-\\x7f\\s]',
      `${what} contains a character that Entra does not use. Copy it from Entra again.`,
    ),
  ];
}

const beginCertificate = '-----BEGIN (TRUSTED |X509 )?CERTIFICATE-----';

const secretRules: readonly CredentialRule[] = [
  required('clientSecret', '[^]', 'The secret’s value is missing.'),
  refused('clientSecret', anyGuid, 'This is the secret’s ID. Paste its value, which Entra shows only once.'),
  refused(
    'clientSecret',
    '^.{0,5}[*\u2022\u25cf\u2219\u00b7\u2026]{3,}$',
    'This is the masked hint. Paste the full value of the secret; if no one has it, create a new secret.',
  ),
  refused(
    'clientSecret',
    '-----BEGIN',
    'This is a certificate or a key. Choose the type CERTIFICATE for it.',
  ),
  refused(
    'clientSecret',
    '^(export +)?[A-Za-z_]*([Ss]ecret|SECRET|[Pp]assword|PASSWORD|[Kk]ey|KEY|[Tt]oken|TOKEN)[A-Za-z_]* *[=:]',
    'This begins with the name of a setting. Paste only the value after it.',
  ),
  refused(
    'clientSecret',
    `^[${quotes}]|[${quotes}]$`,
    'The value is in quotation marks. Paste it without them.',
  ),
  refused('clientSecret', '^([{][^]*[}]|<[^]*>)$', 'The value is in brackets. Paste it without them.'),
  ...foreignCharacters('clientSecret', 'The secret’s value'),
  refused(
    'clientSecret',
    '%[0-9A-Fa-f]{2}',
    'The value is percent-encoded, as in a URL. Paste it as Entra shows it.',
  ),
  refused('clientSecret', '[\\s\\0]', 'A secret’s value contains no spaces or line breaks. Copy it again.'),
  refused(
    'clientSecret',
    `[^]{${longestSecret + 1}}`,
    `A secret’s value is not longer than ${longestSecret} characters.`,
  ),
];

const certificateRules: readonly CredentialRule[] = [
  refused(
    'certificatePem',
    // A file with both parts is split.
    `^(?![^]*${beginCertificate})[^]*PRIVATE KEY-----`,
    'This contains a private key. Put the key in privateKeyPem and only the certificate here.',
  ),
  required(
    'certificatePem',
    `${beginCertificate}|^[A-Za-z0-9+/=\\s]{200,}$`,
    'Enter a certificate in PEM format, starting with -----BEGIN CERTIFICATE-----.',
  ),
  refused(
    'privateKeyPem',
    'BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: 4,ENCRYPTED',
    'The private key is protected by a passphrase. Decrypt it first: openssl pkey -in key.pem -out plain.pem',
  ),
  required(
    'privateKeyPem',
    '-----BEGIN (RSA |EC )?PRIVATE KEY-----',
    'Enter a private key in PEM format, starting with -----BEGIN PRIVATE KEY-----.',
  ),
];

/** Checked again by every run: what a workspace may use can have changed since the credential was stored. */
export function mayUseTokenFile(tokenPaths: readonly string[], tokenFile: string): boolean {
  return !tokenFileRules(tokenPaths).some((rule) => breaks(rule, tokenFile));
}

/** Compared as text, so the path must not contain anything that the file system interprets differently. */
function tokenFileRules(paths: readonly string[]): CredentialRule[] {
  const message =
    paths.length === 0
      ? 'No token files are available to this workspace. Ask the operator to add one in TOKEN_FILES.'
      : `Enter the absolute path of a token file: ${paths.join(' or ')}, or a file below it.`;
  const within = paths.map((path) => `${literally(path.replace(/\/+$/, ''))}(?:/|$)`).join('|');
  return [
    // With no paths, nothing matches: an empty alternative would accept everything.
    required('tokenFile', paths.length === 0 ? '(?!)' : `^(?:${within})`, message),
    required('tokenFile', '^(/[^/\\0]+)+$', message),
    refused('tokenFile', '/\\.\\.?(/|$)', message),
  ];
}

/** This one GUID, in any case, in braces or without dashes. */
function asPasted(guid: string): string {
  const digits = guid
    .replaceAll('-', '-?')
    .replace(/[a-f]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
  return `^[{(]?${digits}[)}]?$`;
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
