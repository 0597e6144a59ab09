import { ConfigProblem, type ConfigReader } from './config-reader.ts';
import { isLoopback } from './loopback.ts';

/** The application in Entra with which people sign in: docs/sign-in.md says how to register it. */
export interface EntraConfig {
  /** Directory GUID, lower case. The only directory whose people are let in. */
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Origin of the cloud's sign-in. */
  readonly authority: string;
  /** User principal name, lower case; null: no one may found the first workspace. */
  readonly bootstrapOwner: string | null;
}

/** Microsoft's clouds. The client secret goes to no other host, however the variable is mistyped. */
const authorities: readonly string[] = [
  'https://login.microsoftonline.com',
  'https://login.microsoftonline.us',
  'https://login.partner.microsoftonline.cn',
];

/** null when nothing is set. */
export function readEntraConfig(
  read: ConfigReader,
  problems: string[],
  publicUrl: string,
): EntraConfig | null {
  const before = problems.length;
  const tenantId = read('ENTRA_TENANT_ID', '', parseGuid);
  const clientId = read('ENTRA_CLIENT_ID', '', parseGuid);
  const clientSecret = read('ENTRA_CLIENT_SECRET', '', parseSecret);
  const authority = read('ENTRA_AUTHORITY', 'https://login.microsoftonline.com', parseAuthority);
  const bootstrapOwner = read('BOOTSTRAP_OWNER', '', parseUserName);
  if (problems.length > before) return null;
  if (tenantId === '' || clientId === '' || clientSecret === '') {
    if (tenantId + clientId + clientSecret !== '') problems.push(incomplete);
    else if (bootstrapOwner !== null) problems.push(ownerWithoutEntra);
    return null;
  }
  if (!publicUrl.startsWith('https:') && !isLoopback(new URL(publicUrl).hostname)) problems.push(insecure);
  return { tenantId, clientId, clientSecret, authority, bootstrapOwner };
}

const incomplete =
  'ENTRA_TENANT_ID, ENTRA_CLIENT_ID and ENTRA_CLIENT_SECRET belong together. Set all three, or none of them.';
const ownerWithoutEntra =
  'BOOTSTRAP_OWNER names a person who signs in with Entra, but ENTRA_TENANT_ID, ENTRA_CLIENT_ID and ENTRA_CLIENT_SECRET are not set.';
const insecure =
  'PUBLIC_URL must begin with https:// when people sign in with Entra, because Entra sends them back there with a code.';

function parseGuid(value: string): string {
  if (value !== '' && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value))
    throw new ConfigProblem('must be a GUID, as shown in the app registration’s overview.');
  return value.toLowerCase();
}

/** Entra shows two columns for a secret, and people copy the wrong one. */
function parseSecret(value: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value))
    throw new ConfigProblem('must be the secret’s Value; this looks like its Secret ID.');
  return value;
}

function parseAuthority(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  const origin = url?.pathname === '/' && url.search === '' ? url.origin : '';
  const isSandbox = url !== null && url.protocol === 'http:' && isLoopback(url.hostname) && origin !== '';
  if (!authorities.includes(origin) && !isSandbox)
    throw new ConfigProblem(`must be one of ${authorities.join(', ')}, without a path.`);
  return origin;
}

function parseUserName(value: string): string | null {
  if (value === '') return null;
  if (!/^[^@\s]+@[^@\s]+$/.test(value)) throw new ConfigProblem('must be like ada@northwind.example.');
  return value.toLowerCase();
}
