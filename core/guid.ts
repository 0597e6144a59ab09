/** As text, because rules that clients receive contain it (core/connections/credential-rules.ts). */
const guidPattern = '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$';
const guid = new RegExp(guidPattern);

/** Entra's directory, application and secret IDs, in any case. */
export function isGuid(text: string): boolean {
  return guid.test(text);
}

/** A GUID or a DNS name: nothing that could have another meaning in a URL. */
export function isDirectoryName(text: string): boolean {
  return isGuid(text) || /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i.test(text);
}

/** As people paste them: in braces, without dashes, in any case. null if it is not a GUID. */
export function toGuid(text: string): string | null {
  const digits = /^[{(]?([0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12})[)}]?$/i.exec(text.trim())?.[1];
  if (digits === undefined) return null;
  return digits
    .replaceAll('-', '')
    .toLowerCase()
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Directories that no one manages: the placeholder from examples, and the one for Microsoft's personal accounts. */
const impossibleDirectories: ReadonlyMap<string, string> = new Map([
  ['00000000-0000-0000-0000-000000000000', 'This ID is a placeholder. Enter the directory (tenant) ID.'],
  [
    '9188040d-6c67-4c5b-b112-36a304b66dad',
    'This is the directory of Microsoft’s personal accounts. Enter the customer’s directory (tenant) ID.',
  ],
]);

/** Why a GUID cannot be a directory's; null if no reason is known. */
export function problemOfDirectoryId(guid: string): string | null {
  return impossibleDirectories.get(guid) ?? null;
}

/**
 * How people refer to a directory: by its GUID, a domain, a URL with either in it, or the account of someone in it.
 * Returns a GUID in lower case or a domain name; null if it is none of these.
 */
export function directoryNamed(text: string): string | null {
  const name = text
    .trim()
    .replace(/[./]+$/, '')
    .toLowerCase();
  const id = toGuid(name);
  if (id !== null) return id;
  const account = /^[^@\s/]+@([^@\s/]+)$/.exec(name)?.[1];
  const candidates = account === undefined ? partsOfAddress(name) : [account];
  return candidates.map((part) => toGuid(part) ?? part).find(isDirectoryName) ?? null;
}

/**
 * In https://login.microsoftonline.com/contoso.com/… and in a portal's #@contoso.com, it is the part after the host.
 */
function partsOfAddress(text: string): string[] {
  const address = /^https?:\/\/([^/?#]+)(.*)$/.exec(text);
  if (address === null) return [text];
  const [, host = '', rest = ''] = address;
  const isMicrosofts =
    /(^|\.)(microsoftonline\.(com|us)|microsoftonline\.cn|chinacloudapi\.cn|azure\.(com|us|cn)|microsoft\.(com|us)|windows\.net)$/.test(
      host,
    );
  return [...rest.split(/[/?#&=@]+/), ...(isMicrosofts ? [] : [host])].filter((part) => part !== '');
}
