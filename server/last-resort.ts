import type { Logger } from 'pino';

/** Tests look for it: no error may come this far. */
export const lastResortSentence = 'Uncaught error; the program exits.';

/**
 * For errors that no part of the program owns: the state they leave is unknown, so the program says what it was and ends, and
 * its supervisor starts it anew. Node raises an unhandled rejection the same way.
 */
export function endOnUnownedError(log: Logger): void {
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, lastResortSentence);
    process.exit(1);
  });
}
