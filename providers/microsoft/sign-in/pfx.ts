import forge from 'node-forge';
import type { PfxContents } from '../../../core/connections/certificate-pair.ts';

/**
 * A password is stretched by hashing it so often. OpenSSL and Windows take 2,000 rounds, Java 10,000; a file may ask for
 * billions, and this is one thread that everyone shares: 100,000 rounds take less than a second.
 */
const maxRounds = 100_000;

/** Node reads no PKCS#12. node-forge knows every protection that Windows, OpenSSL and Key Vault have used. */
export function readPfx(file: Buffer, password: string): PfxContents {
  const search: Search = { password, certificates: [] };
  try {
    const asn1 = forge.asn1.fromDer(forge.util.createBuffer(file.toString('binary')));
    if (!isAffordable(asn1, search)) return { kind: 'too_costly' };
    const keys = keysIn(forge.pkcs12.pkcs12FromAsn1(asn1, false, password));
    const certificates = search.certificates.map((der) => toPem('CERTIFICATE', der));
    return { kind: 'read', pem: [...keys, ...certificates].join('\n') };
  } catch (error) {
    const isPassword = error instanceof WrongPassword || /password|decrypt|MAC/i.test(String(error));
    return { kind: isPassword ? 'wrong_password' : 'damaged' };
  }
}

class WrongPassword extends Error {}

interface Search {
  readonly password: string;
  /** DER as it is in the file. forge writes a certificate anew, and then its thumbprint can be another one. */
  readonly certificates: string[];
}

/** A key that forge does not know, of an elliptic curve, is handed on for someone else to refuse by name. */
function keysIn(pfx: forge.pkcs12.Pkcs12Pfx): string[] {
  const kinds = [forge.pki.oids['keyBag'], forge.pki.oids['pkcs8ShroudedKeyBag']];
  return pfx.safeContents
    .flatMap(({ safeBags }) => safeBags)
    .filter(({ type }) => kinds.includes(type))
    .map(({ key, asn1 }) =>
      key ? forge.pki.privateKeyToPem(key) : toPem('PRIVATE KEY', forge.asn1.toDer(asn1).getBytes()),
    );
}

function toPem(label: string, der: string): string {
  return `-----BEGIN ${label}-----\n${Buffer.from(der, 'binary').toString('base64')}\n-----END ${label}-----`;
}

type Asn1 = forge.asn1.Asn1;

/** Documented by forge and missing from its types. */
const { pbe } = forge.pki as unknown as {
  readonly pbe: {
    getCipher(algorithm: string, parameters: Asn1, password: string): forge.cipher.BlockCipher;
  };
};

/** A PFX nests about a dozen levels. */
const deepest = 40;

/** Nothing in it, nor in what its encrypted parts hide, asks for more rounds than that. */
function isAffordable(asn1: Asn1, search: Search, depth = 0): boolean {
  if (depth > deepest) return false;
  if (!Array.isArray(asn1.value)) return isAffordableInside(asn1, search, depth);
  const parts = asn1.value;
  if (!parts.every((part, index) => index === 0 || isAffordableAfter(parts[index - 1], part))) return false;
  const [type, content] = parts;
  if (type !== undefined && content !== undefined && isOid(type, 'x509Certificate')) {
    search.certificates.push(bytesOf(content));
    return true;
  }
  if (!parts.every((part) => isAffordable(part, search, depth + 1))) return false;
  const hidden = decrypt(parts, search.password);
  return hidden === null || isAffordable(hidden, search, depth + 1);
}

/** Everywhere in PKCS#12 the number of rounds follows the salt. */
function isAffordableAfter(before: Asn1 | undefined, { type, value }: Asn1): boolean {
  if (type !== forge.asn1.Type.INTEGER || before?.type !== forge.asn1.Type.OCTETSTRING) return true;
  return typeof value === 'string' && forge.asn1.derToInteger(value) <= maxRounds;
}

/** Contents lie in octet strings, as documents of their own. */
function isAffordableInside({ type, value }: Asn1, search: Search, depth: number): boolean {
  if (type !== forge.asn1.Type.OCTETSTRING || typeof value !== 'string') return true;
  const inner = parse(value);
  return inner === null || isAffordable(inner, search, depth + 1);
}

function isOid({ type, value }: Asn1, name: string): boolean {
  return (
    type === forge.asn1.Type.OID &&
    typeof value === 'string' &&
    forge.asn1.derToOid(value) === forge.pki.oids[name]
  );
}

function parse(der: string): Asn1 | null {
  try {
    return forge.asn1.fromDer(forge.util.createBuffer(der));
  } catch {
    return null;
  }
}

/** EncryptedContentInfo: type, algorithm, content. null: this is none. */
function decrypt(parts: readonly Asn1[], password: string): Asn1 | null {
  const [type, algorithm, content] = parts;
  const isEncrypted =
    type !== undefined &&
    isOid(type, 'data') &&
    Array.isArray(algorithm?.value) &&
    content?.tagClass === forge.asn1.Class.CONTEXT_SPECIFIC;
  if (!isEncrypted) return null;
  const [oid, parameters] = algorithm.value as Asn1[];
  if (oid === undefined || parameters === undefined) return null;
  const cipher = pbe.getCipher(forge.asn1.derToOid(oid.value as string), parameters, password);
  cipher.update(forge.util.createBuffer(bytesOf(content)));
  if (!cipher.finish()) throw new WrongPassword();
  return parse(cipher.output.getBytes());
}

function bytesOf({ value }: Asn1): string {
  return typeof value === 'string' ? value : value.map(bytesOf).join('');
}
