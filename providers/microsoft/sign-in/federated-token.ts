import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { parseObject, type JsonObject } from '../graph/json.ts';
import { refusal, type Refusal } from '../reasons/reasons.ts';

/** Platforms' tokens have 1 to 4 KB; whatever is larger is another kind of file. */
const largestTokenBytes = 16 * 1024;

export type FederatedToken = { readonly kind: 'read'; readonly value: string } | Refusal;

/**
 * Read anew for every attempt: the platform replaces the file before the token in it runs out. Only what looks like an
 * unexpired JWT is handed out, because it is sent to a token endpoint: any other content is no one else's business.
 */
export async function readFederatedToken(tokenFile: string, now: Date): Promise<FederatedToken> {
  const text = await readRegularFile(tokenFile);
  if (text === null || text === '') return refusal('credential.federation_token_unreadable');
  const expiresAt = expiryOf(text);
  if (expiresAt === null) return refusal('credential.federation_token_malformed');
  if (expiresAt <= now) {
    return refusal('credential.federation_token_expired', {
      pointers: [{ kind: 'expired_at', value: expiresAt.toISOString() }],
    });
  }
  return { kind: 'read', value: text };
}

/** null: it is not there, cannot be read, or is no file (a pipe would never end). */
async function readRegularFile(path: string): Promise<string | null> {
  try {
    await using file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    if (!(await file.stat()).isFile()) return null;
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(largestTokenBytes + 1) });
    return buffer.toString('latin1', 0, bytesRead).trim();
  } catch {
    return null;
  }
}

/** When the JWT runs out; null for what is no JWT. Its signature is for Entra to check. */
function expiryOf(text: string): Date | null {
  const parts = text.length > largestTokenBytes ? [] : text.split('.');
  const [header, claims] = parts.map(parsePart);
  const isJwt = parts.length === 3 && parts.every((part) => /^[\w-]+$/.test(part)) && header && claims;
  const exp = isJwt ? claims['exp'] : undefined;
  const expiresAt = typeof exp === 'number' ? new Date(exp * 1_000) : null;
  return expiresAt === null || Number.isNaN(expiresAt.getTime()) ? null : expiresAt;
}

function parsePart(part: string): JsonObject | null {
  return parseObject(Buffer.from(part, 'base64url').toString('utf8'));
}
