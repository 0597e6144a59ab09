import { createHash, randomBytes } from 'node:crypto';

/** 32 random bytes: no one guesses one, so a plain SHA-256 is enough to store it by. */
export function createBearerSecret(prefix: string): string {
  return `${prefix}${randomBytes(32).toString('base64url')}`;
}

/** What is stored and looked up instead of the secret. */
export function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
