import { exitCodes } from './exit-codes.ts';

/** What cannot be done, as a sentence for the terminal. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly exitCode: number;

  constructor(message: string, exitCode: number = exitCodes.notVerified, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}

/** The API is away, overloaded or broken: the same call may succeed later. */
export function unavailable(message: string, cause?: unknown): Problem {
  return new Problem(message, exitCodes.unavailable, { cause });
}
