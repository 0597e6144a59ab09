import { readFileSync } from 'node:fs';
import { checkServerIdentity, type PeerCertificate } from 'node:tls';

/** What the address asks for, with the files read; null: no TLS. */
export interface Tls {
  readonly verifies: 'nothing' | 'authority' | 'authority_and_name';
  readonly files: Readonly<Partial<Record<'ca' | 'cert' | 'key', string>>>;
}

/** As psql names them. */
const parameters = ['sslmode', 'sslrootcert', 'sslcert', 'sslkey'] as const;
const files = { sslrootcert: 'ca', sslcert: 'cert', sslkey: 'key' } as const;

/**
 * Removes the TLS parameters from a URL: the two drivers read them differently (to one, `require` checks nothing, to
 * the other, everything), so neither sees them. They mean what they mean to psql. Throws if a file cannot be read.
 */
export function takeTls(url: string): { readonly url: string; readonly tls: Tls | null } {
  const [, before = '', query = ''] = /^([^?#]*)\??([^#]*)/.exec(url) ?? [];
  const all = new URLSearchParams(query);
  if (!parameters.some((name) => all.has(name))) return { url, tls: null };
  const mode = all.get('sslmode') ?? 'require';
  const read: Partial<Record<'ca' | 'cert' | 'key', string>> = {};
  for (const [name, as] of Object.entries(files)) {
    const file = all.get(name);
    // `system`: the authorities that Node trusts.
    if (file !== null && file !== 'system') read[as] = readFileSync(file, 'utf8');
  }
  const tls: Tls = { verifies: verifiedBy(mode, read.ca !== undefined), files: read };
  for (const name of parameters) all.delete(name);
  const rest = all.toString();
  return { url: rest === '' ? before : `${before}?${rest}`, tls: mode === 'disable' ? null : tls };
}

function verifiedBy(mode: string, hasAuthority: boolean): Tls['verifies'] {
  if (mode === 'verify-full') return 'authority_and_name';
  return mode === 'verify-ca' || hasAuthority ? 'authority' : 'nothing';
}

/** For either driver. `host` is asked once the certificate has arrived: of several hosts, the one that was dialed. */
export function toTlsOptions(tls: Tls | null, host: () => string): object | false {
  if (tls === null) return false;
  const checkName = (_name: string, certificate: PeerCertificate) => checkServerIdentity(host(), certificate);
  return {
    ...tls.files,
    rejectUnauthorized: tls.verifies !== 'nothing',
    checkServerIdentity: tls.verifies === 'authority_and_name' ? checkName : () => undefined,
  };
}
