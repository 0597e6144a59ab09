/** As text, because rules that leave this program name it (core/connections/credential-rules.ts). */
export const guidPattern = '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$';
const guid = new RegExp(guidPattern);

/** Directory, application and secret ids of Entra, in any case. */
export function isGuid(text: string): boolean {
  return guid.test(text);
}

/** A GUID or a DNS name: nothing that could mean something else in an address. */
export function isDirectoryName(text: string): boolean {
  return isGuid(text) || /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i.test(text);
}
