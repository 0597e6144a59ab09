export type EmbeddedPostgresErrorCode =
  | 'platform-unsupported'
  | 'data-directory-locked'
  | 'data-directory-unusable'
  | 'cluster-in-use'
  | 'version-mismatch'
  | 'not-started';

/** The message is a whole sentence for the person at the terminal: what is wrong and what to do about it. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';

  constructor(
    readonly code: EmbeddedPostgresErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export function hasErrorCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
