/** How a token lies. Everything else about it is right, so that a test knows which check has caught it. */
export const forgeries = [
  'alg-none',
  'alg-hs256',
  'wrong-key',
  'unknown-key',
  'wrong-issuer',
  'common-issuer',
  'wrong-audience',
  'expired',
  'not-yet-valid',
  'wrong-nonce',
  'no-nonce',
  'other-directory',
] as const;
export type Forgery = (typeof forgeries)[number];
