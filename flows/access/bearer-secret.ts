import { createHash, randomBytes } from 'node:crypto';

/** 32 random bytes cannot be guessed, so storing a plain SHA-256 is enough. */
export function createBearerSecret(prefix: string): string {
  return `${prefix}${randomBytes(32).toString('base64url')}`;
}

/** What is stored and looked up instead of the secret. */
export function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
