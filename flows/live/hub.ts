import type { Change, ChangeListener } from '../../db/changes.ts';
import type { Db } from '../../db/client.ts';
import { listRunHeads } from '../../db/runs.ts';
import { createMailbox } from './mailbox.ts';

/**
 * From hints to states. A hint marks what it names as dirty; once per tick the hub looks up whom that concerns, and
 * each of those reads its state afresh, under the entitlement of that moment. Level-triggered: a lost hint delays
 * (until the sweep), a doubled one costs a read, and neither loses or invents a state.
 */
export interface LiveHub extends ChangeListener, AsyncDisposable {
  watch<T>(watch: Watch<T>): AsyncIterableIterator<T>;
  /** How many streams are open: what a leak would show in. */
  readonly watching: number;
}

export interface Watch<T> {
  /** What a change must name to concern this watch, e.g. `run:7`, `tenant:3`, `access:1`, `token:9`. */
  readonly topics: readonly string[];
  /** Reads the state as the viewer may see it now. Must not throw for what the viewer did or lost. */
  read(): Promise<Reading<T>>;
}

export interface Reading<T> {
  readonly value: T;
  /** Only a reading with another mark than the one before is delivered. */
  readonly mark: string;
  /** Nothing can come after it: deliver and complete. */
  readonly last: boolean;
}

interface Watcher {
  readonly topics: readonly string[];
  refresh(): void;
  end(): void;
}

/** A burst of hints within this time is one look-up. */
const tickMs = 10;
/** How long a lost hint can delay a state: 2 s ± 20 %, so that many processes do not sweep in step. */
const sweepMs = () => 2_000 * (0.8 + Math.random() * 0.4);

export function createLiveHub({ db, onTrouble }: { db: Db; onTrouble: (error: unknown) => void }): LiveHub {
  const watchersByTopic = new Map<string, Set<Watcher>>();
  const watchers = new Set<Watcher>();
  const dirtyRuns = new Set<number>();
  let tick: NodeJS.Timeout | null = null;
  let sweep = setTimeout(sweepAll, sweepMs());

  function touch(topic: string): void {
    for (const watcher of watchersByTopic.get(topic) ?? []) watcher.refresh();
  }

  function onChange({ what, id }: Change): void {
    if (what !== 'run') return touch(`${what}:${id}`);
    if (watchers.size === 0) return;
    dirtyRuns.add(id);
    tick ??= setTimeout(() => void spread().catch(onTrouble), tickMs);
  }

  /** A run concerns those who watch it, its tenant or its workspace. */
  async function spread(): Promise<void> {
    tick = null;
    const ids = [...dirtyRuns];
    dirtyRuns.clear();
    for (const { id, tenantId, workspaceId } of await listRunHeads(db, ids)) {
      touch(`run:${id}`);
      if (tenantId !== null) touch(`tenant:${tenantId}`);
      touch(`workspace:${workspaceId}`);
    }
  }

  function sweepAll(): void {
    for (const watcher of watchers) watcher.refresh();
    sweep = setTimeout(sweepAll, sweepMs());
  }

  function register(watcher: Watcher): void {
    watchers.add(watcher);
    for (const topic of watcher.topics) {
      const set = watchersByTopic.get(topic) ?? new Set();
      watchersByTopic.set(topic, set.add(watcher));
    }
  }

  function unregister(watcher: Watcher): void {
    watchers.delete(watcher);
    for (const topic of watcher.topics) {
      const set = watchersByTopic.get(topic);
      set?.delete(watcher);
      if (set?.size === 0) watchersByTopic.delete(topic);
    }
  }

  function watch<T>({ topics, read }: Watch<T>): AsyncIterableIterator<T> {
    const mailbox = createMailbox<T>(() => unregister(watcher));
    let delivered: string | null = null;
    let reading = false;
    let stale = false;

    async function readUntilFresh(): Promise<void> {
      do {
        stale = false;
        const { value, mark, last } = await read();
        if (mark !== delivered) mailbox.put(value);
        delivered = mark;
        if (last) return watcher.end();
      } while (stale);
    }

    const watcher: Watcher = {
      topics,
      refresh() {
        stale = true;
        if (reading) return;
        reading = true;
        // A failed read (the database is restarting) leaves the watch as it is: the next hint or sweep tries again.
        void readUntilFresh()
          .catch(onTrouble)
          .finally(() => (reading = false));
      },
      end() {
        unregister(watcher);
        mailbox.close();
      },
    };
    // Registered before the first read: a change in between marks the watch as stale instead of being missed.
    register(watcher);
    watcher.refresh();
    return mailbox.iterator;
  }

  return {
    watch,
    onChange,
    onResync() {
      for (const watcher of watchers) watcher.refresh();
    },
    get watching() {
      return watchers.size;
    },
    [Symbol.asyncDispose]() {
      clearTimeout(sweep);
      if (tick !== null) clearTimeout(tick);
      for (const watcher of watchers) watcher.end();
      return Promise.resolve();
    },
  };
}
