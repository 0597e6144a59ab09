import type { Db } from '../../db/engine/client.ts';
import { listAttemptStates, type AttemptState } from '../../db/runs/run-life.ts';
import type { Attempt } from '../../db/runs/run-writes.ts';

/** Why a worker should stop working on a run. `superseded`: another attempt has it, or it has ended. */
export class Interruption extends Error {
  override readonly name = 'Interruption';

  constructor(readonly why: 'cancelled' | 'superseded') {
    super(`the run was ${why}`);
  }
}

export interface Watched extends Disposable {
  /** Aborts with an Interruption. */
  readonly signal: AbortSignal;
}

/** Tells the workers of one process when their runs were cancelled or superseded. */
export interface Cancellations extends AsyncDisposable {
  watch(attempt: Attempt): Watched;
}

/** How long a worker continues after a click on "Cancel", at most; one statement per process, however many runs. */
const pollMs = 1_000;

export function createCancellations({
  db,
  onTrouble,
}: {
  readonly db: Db;
  readonly onTrouble: (error: unknown) => void;
}): Cancellations {
  const watches = new Map<AbortController, Attempt>();

  async function look(): Promise<void> {
    if (watches.size === 0) return;
    const runIds = [...watches.values()].map(({ runId }) => runId);
    const states = new Map((await listAttemptStates(db, runIds)).map((state) => [state.runId, state]));
    for (const [controller, attempt] of watches) {
      const why = interruptionOf(attempt, states.get(attempt.runId));
      if (why !== null) controller.abort(new Interruption(why));
    }
  }

  // If a check fails (the database is restarting), the next one makes up for it.
  const timer = setInterval(() => void look().catch(onTrouble), pollMs);
  return {
    watch(attempt) {
      const controller = new AbortController();
      watches.set(controller, attempt);
      return { signal: controller.signal, [Symbol.dispose]: () => void watches.delete(controller) };
    },
    [Symbol.asyncDispose]() {
      clearInterval(timer);
      watches.clear();
      return Promise.resolve();
    },
  };
}

/** A run that this check did not find was started after it. */
function interruptionOf({ attempt }: Attempt, state: AttemptState | undefined): Interruption['why'] | null {
  if (state === undefined) return null;
  if (state.attempt !== attempt || state.status === 'completed') return 'superseded';
  return state.cancelRequestedAt === null ? null : 'cancelled';
}
