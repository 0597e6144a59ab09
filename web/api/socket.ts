import { createClient, type Client } from 'graphql-ws/client';

/**
 * What a person should know about live updates. `idle`: nothing to watch, so there is no connection. `stopped`: the
 * connection ended in a way that trying again cannot mend.
 */
export type LiveState = 'idle' | 'connecting' | 'live' | 'reconnecting' | 'stopped';

export interface LiveSocket {
  readonly client: Client;
  readonly state: () => LiveState;
  readonly onStateChange: (listener: () => void) => () => void;
  /**
   * Called when what is shown may be out of date, also when a lost connection is back: what happened in between was
   * missed.
   */
  readonly onOutdated: (listener: () => void) => () => void;
  readonly sayOutdated: () => void;
}

/** Close codes of the API : not signed in, and the session has expired. */
const signedOutCodes = [4401, 4403];

/**
 * A laptop that slept, or a proxy that forgot us, leaves a socket that looks open: ask every 10 s whether someone is
 * there, and give up on the socket 5 s later. graphql-ws then reconnects and subscribes again.
 */
const pingEveryMs = 10_000;
const pongWithinMs = 5_000;

/** Longer than it takes to go from one page to the next, so that this does not cost a new connection. */
const closeUnusedAfterMs = 5_000;

export function createLiveSocket(url: string, onSignedOut: () => void): LiveSocket {
  let state: LiveState = 'idle';
  const [stateListeners, outdated] = [createListeners(), createListeners()];
  const enter = (next: LiveState) => {
    state = next;
    stateListeners.tell();
  };

  const client = createClient({
    url,
    keepAlive: pingEveryMs,
    lazyCloseTimeout: closeUnusedAfterMs,
    retryAttempts: Infinity,
    retryWait: waitBeforeRetry,
    // Asked only after a close that graphql-ws itself does not take for final.
    shouldRetry: (closed) => {
      if (isSignedOut(closed)) return false;
      enter('reconnecting');
      return true;
    },
  });
  client.on('connecting', (isRetry) => enter(isRetry ? 'reconnecting' : 'connecting'));
  client.on('connected', (_socket, _payload, wasRetry) => {
    enter('live');
    if (wasRetry) outdated.tell();
  });
  client.on('closed', (closed) => {
    // A connection that could not be made reports its error, and is retried, before it reports that it is closed.
    if (state !== 'reconnecting') enter('idle');
    if (isSignedOut(closed)) onSignedOut();
  });
  terminateWhenSilent(client);

  return {
    client: watchSubscriptions(client, {
      onLost: () => enter('stopped'),
      onNoneLeft: () => state === 'live' || enter('idle'),
    }),
    state: () => state,
    onStateChange: stateListeners.add,
    onOutdated: outdated.add,
    sayOutdated: outdated.tell,
  };
}

interface SubscriptionWatcher {
  /** A subscription ended with its connection, not by an answer of the API: nothing will retry it. */
  readonly onLost: () => void;
  /** graphql-ws then gives up retrying without a word. */
  readonly onNoneLeft: () => void;
}

function watchSubscriptions(client: Client, { onLost, onNoneLeft }: SubscriptionWatcher): Client {
  const open = new Set<symbol>();
  const subscribe: Client['subscribe'] = (payload, sink) => {
    const key = Symbol();
    open.add(key);
    const end = () => {
      if (open.delete(key) && open.size === 0) onNoneLeft();
    };
    const unsubscribe = client.subscribe<never, never>(payload, {
      next: (event) => sink.next(event),
      error: (problem) => {
        end();
        if (!Array.isArray(problem)) onLost();
        sink.error(problem);
      },
      complete: () => {
        end();
        sink.complete();
      },
    });
    return () => {
      end();
      unsubscribe();
    };
  };
  return { ...client, subscribe };
}

/** Doubles from half a second to 8 s at most; spread by ± 25 % so that not all clients reach a restarted API together. */
function waitBeforeRetry(retries: number): Promise<void> {
  const [firstMs, longestMs] = [500, 8_000];
  const spread = 0.75 + Math.random() / 2;
  return new Promise((resolve) => setTimeout(resolve, Math.min(firstMs * 2 ** retries, longestMs) * spread));
}

function terminateWhenSilent(client: Client): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  client.on('ping', (received) => {
    if (!received) timer = setTimeout(() => client.terminate(), pongWithinMs);
  });
  client.on('pong', (received) => {
    if (received) clearTimeout(timer);
  });
  client.on('closed', () => clearTimeout(timer));
}

function isSignedOut(closed: unknown): boolean {
  const code = codeOf(closed);
  return code !== undefined && signedOutCodes.includes(code);
}

/** Not `instanceof CloseEvent`: graphql-ws reports a terminated socket with an object of its own. */
function codeOf(closed: unknown): number | undefined {
  if (closed === null || typeof closed !== 'object' || !('code' in closed)) return undefined;
  return typeof closed.code === 'number' ? closed.code : undefined;
}

interface Listeners {
  readonly add: (listener: () => void) => () => void;
  readonly tell: () => void;
}

function createListeners(): Listeners {
  const listeners = new Set<() => void>();
  return {
    add: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: () => {
      for (const listener of listeners) listener();
    },
  };
}
