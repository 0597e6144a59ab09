/** SIGHUP is a closed terminal. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Most supervisors kill after ten seconds; a database that hangs must not turn a stop into a kill without a word. */
const longestStopMs = 9_500;

export interface StopSignal {
  /** For what can be broken off in the middle of the start. */
  readonly signal: AbortSignal;
  /** Resolves with the signal's name. */
  readonly asked: Promise<string>;
}

/** Listens from now on; the program is gone ten seconds after the first signal, and at once after a second one. */
export function listenForStop(): StopSignal {
  const stopping = new AbortController();
  const asked = Promise.withResolvers<string>();
  for (const name of signals) {
    process.once(name, () => {
      stopping.abort(new Error(`${name} was received`));
      asked.resolve(name);
      endInTime();
    });
  }
  return { signal: stopping.signal, asked: asked.promise };
}

function endInTime(): void {
  setTimeout(() => {
    console.error(`Some work did not stop within ${longestStopMs / 1_000} s.`);
    process.exit(1);
  }, longestStopMs).unref();
}
