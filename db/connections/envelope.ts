import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Credentials at rest: AES-256-GCM under one of several keys. The first encrypts, all decrypt: that is rotation. */
export interface EncryptionKey {
  readonly id: string;
  /** 32 bytes. */
  readonly key: Buffer;
}

export interface Sealed {
  readonly keyId: string;
  /** version (1 byte) · nonce (12) · tag (16) · ciphertext; the database checks the first byte. */
  readonly payload: Buffer;
}

export type Opened = { readonly kind: 'opened'; readonly plaintext: string } | UnopenedReason;
export interface UnopenedReason {
  readonly kind: 'unknown_key' | 'damaged';
}

export interface Keyring {
  /** Names of the keys; the first one encrypts. */
  readonly keyIds: readonly [string, ...string[]];
  /** `boundTo` must be given again to open it: a payload moved to another row cannot be opened there. */
  seal(plaintext: string, boundTo: string): Sealed;
  open(sealed: Sealed, boundTo: string): Opened;
  /** Whether something sealed under this key could be opened here, without opening it. */
  knows(keyId: string): boolean;
}

const version = 1;
const nonceBytes = 12;
const tagBytes = 16;
const headerBytes = 1 + nonceBytes + tagBytes;

export function createKeyring(keys: readonly [EncryptionKey, ...EncryptionKey[]]): Keyring {
  const byId = new Map(keys.map(({ id, key }) => [id, key]));
  const [current, ...former] = keys;
  return {
    keyIds: [current.id, ...former.map(({ id }) => id)],
    seal(plaintext, boundTo) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', current.key, nonce).setAAD(Buffer.from(boundTo));
      const ciphertext = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
      const payload = Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), ciphertext]);
      return { keyId: current.id, payload };
    },
    knows: (keyId) => byId.has(keyId),
    open({ keyId, payload }, boundTo) {
      const key = byId.get(keyId);
      if (key === undefined) return { kind: 'unknown_key' };
      if (payload.length < headerBytes || payload[0] !== version) return { kind: 'damaged' };
      const decipher = createDecipheriv('aes-256-gcm', key, payload.subarray(1, 1 + nonceBytes))
        .setAuthTag(payload.subarray(1 + nonceBytes, headerBytes))
        .setAAD(Buffer.from(boundTo));
      try {
        const plaintext =
          decipher.update(payload.subarray(headerBytes)).toString('utf8') + decipher.final('utf8');
        return { kind: 'opened', plaintext };
      } catch {
        // GCM's only way to say that key, nonce, tag, binding and ciphertext do not match.
        return { kind: 'damaged' };
      }
    },
  };
}
