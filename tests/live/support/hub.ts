import type { ChangeListener } from '../../../db/engine/changes.ts';
import { createChangeFeed } from '../../../db/engine/changes.ts';
import { createDatabase } from '../../../db/engine/client.ts';
import { createLiveQueries, type LiveQueries } from '../../../db/runs/live.ts';
import { createLiveHub, type LiveHub } from '../../../flows/live/hub.ts';
import type { Delivery } from '../../../flows/live/watch.ts';
import { createTestDatabase } from '../../support/template-database.ts';
import { createWorld, type World } from './world.ts';

export interface LiveTest extends AsyncDisposable {
  readonly world: World;
  readonly hub: LiveHub;
  /** What the hub has complained about. */
  readonly troubles: unknown[];
}

export interface LiveTestOptions {
  /** false: no hint ever arrives, as if LISTEN had lost them all. */
  readonly hints?: boolean;
  readonly wrap?: (queries: LiveQueries) => LiveQueries;
  readonly now?: () => Date;
}

/** The hub of one API process on a database of its own, with or without its channel. */
export async function startLiveTest({
  hints = true,
  wrap = (queries) => queries,
  now = () => new Date(),
}: LiveTestOptions = {}): Promise<LiveTest> {
  await using stack = new AsyncDisposableStack();
  const troubles: unknown[] = [];
  const onTrouble = (error: unknown) => void troubles.push(error);
  const { connection } = stack.use(await createTestDatabase());
  const world = stack.use(await createWorld(connection));
  const { db } = stack.use(createDatabase({ connection, maxConnections: 4, applicationName: 'tests' }));
  const hub = stack.use(createLiveHub({ queries: wrap(createLiveQueries(db)), now, onTrouble }));
  if (hints) {
    const listening = Promise.withResolvers<undefined>();
    const listener: ChangeListener = {
      onChange: (change) => hub.onChange(change),
      onResync() {
        hub.onResync();
        listening.resolve(undefined);
      },
    };
    stack.use(createChangeFeed({ connection, listener, onTrouble }));
    await listening.promise;
  }
  const running = stack.move();
  return { world, hub, troubles, [Symbol.asyncDispose]: () => running.disposeAsync() };
}

export interface Seen {
  readonly id: number;
  readonly version: number;
  readonly status: string;
}

/** A delivery in short; an ended stream shows as the fault's code. */
export function show(delivery: Delivery): Seen | string | null {
  if (delivery.kind === 'ended') return delivery.fault.code;
  if (delivery.state === null) return null;
  const { id, version, status } = delivery.state.run;
  return { id, version, status };
}

export async function readAll(stream: AsyncIterableIterator<Delivery>): Promise<(Seen | string | null)[]> {
  const seen: (Seen | string | null)[] = [];
  for await (const delivery of stream) seen.push(show(delivery));
  return seen;
}
