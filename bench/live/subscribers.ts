import WebSocket from 'ws';

/** Many sockets with one subscription each, and when each of them last saw which version. */
export interface Subscribers extends AsyncDisposable {
  /** Resolves when every subscriber of these runs has seen that version or a later one; gives each one's latency. */
  seen(wanted: ReadonlyMap<string, Mark>): Promise<number[]>;
}

export interface Mark {
  readonly version: number;
  /** performance.now() when the write was committed. */
  readonly at: number;
}

interface Subscriber {
  readonly run: string;
  version: number;
  at: number;
}

export interface SubscribersOptions {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly protocol: string[];
  readonly runs: readonly string[];
  readonly count: number;
  /** What to send when the socket is open, for that run; all but the first once the server has answered that. */
  readonly hello: (run: string) => readonly string[];
}

/** So many sockets at once are being opened; more only make them wait for each other. */
const openingAtOnce = 100;

export async function openSubscribers(options: SubscribersOptions): Promise<Subscribers> {
  const sockets: WebSocket[] = [];
  const subscribers: Subscriber[] = [];
  let look: () => void = () => undefined;

  async function open(index: number): Promise<void> {
    const run = options.runs[index % options.runs.length] ?? '';
    const socket = new WebSocket(options.url, options.protocol, { headers: options.headers });
    const subscriber: Subscriber = { run, version: 0, at: 0 };
    sockets.push(socket);
    subscribers.push(subscriber);
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      const [hello = '', ...rest] = options.hello(run);
      socket.once('open', () => socket.send(hello));
      socket.on('message', (data) => {
        const version = Number(/"version":(\d+)/.exec((data as Buffer).toString('latin1'))?.[1] ?? 0);
        // No event yet: the server has acknowledged the hello.
        if (version === 0) return rest.forEach((message) => socket.send(message));
        subscriber.version = version;
        subscriber.at = performance.now();
        resolve();
        look();
      });
    });
  }

  for (let index = 0; index < options.count; index += openingAtOnce) {
    const batch = Math.min(openingAtOnce, options.count - index);
    await Promise.all(Array.from({ length: batch }, (_, offset) => open(index + offset)));
  }

  return {
    async seen(wanted) {
      const waiting = new Set(subscribers.filter(({ run }) => wanted.has(run)));
      const latencies: number[] = [];
      await new Promise<void>((resolve) => {
        look = () => {
          for (const subscriber of waiting) {
            const mark = wanted.get(subscriber.run);
            if (mark === undefined || subscriber.version < mark.version) return;
            waiting.delete(subscriber);
            latencies.push(subscriber.at - mark.at);
          }
          resolve();
        };
        look();
      });
      return latencies;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.terminate();
      await Promise.resolve();
    },
  };
}
