import { createHash } from 'node:crypto';

const guidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The same name always gives the same GUID: a restarted sandbox is the same cloud. */
export function guidFor(name: string): string {
  const bytes = createHash('sha256').update(`tenantatlas sandbox: ${name}`).digest().subarray(0, 16);
  // Version 4 and the RFC 9562 variant, in the bits that say so: some parsers refuse anything else.
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export function isGuid(text: string): boolean {
  return guidPattern.test(text);
}
