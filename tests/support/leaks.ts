import { createHook } from 'node:async_hooks';
import { ChildProcess } from 'node:child_process';
import { Server, Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** A closed socket needs some turns of the event loop until it is gone; more than this (ms) is open for good. */
const patienceMs = 2_000;
const pollMs = 20;

export interface LeakWatch {
  /** Rejects with a list of what has been opened since the watch began and is still open. Ends the watch. */
  assertNone(): Promise<void>;
}

/**
 * Finds servers, sockets, child processes and timers that a test file has left running: each would keep the process alive
 * and reach into the next file.
 */
export function watchForLeaks(): LeakWatch {
  const before = new Set(activeHandles());
  const timers = watchTimers();

  function findLeaks(): string[] {
    const handles = activeHandles().filter((handle) => !before.has(handle));
    return [...handles.map(describeHandle), ...timers.list()];
  }

  return {
    assertNone: async () => {
      let leaks = findLeaks();
      for (let waitedMs = 0; leaks.length > 0 && waitedMs < patienceMs; waitedMs += pollMs) {
        // Unref'd, or it would find itself.
        await delay(pollMs, undefined, { ref: false });
        leaks = findLeaks();
      }
      timers.end();
      if (leaks.length > 0) throw new Error(`Still open, close it in afterAll:\n  ${leaks.join('\n  ')}`);
    },
  };
}

/** Not in the types nor the manual, but unlike process.getActiveResourcesInfo() it tells the handles apart. */
function activeHandles(): object[] {
  const list = Reflect.get(process, '_getActiveHandles') as () => object[];
  return list.call(process);
}

function describeHandle(handle: object): string {
  if (handle instanceof ChildProcess) return `child process ${handle.pid ?? ''} (${handle.spawnfile})`;
  if (handle instanceof Server) return `server on ${JSON.stringify(handle.address())}`;
  if (!(handle instanceof Socket)) return handle.constructor.name;
  if (handle.remotePort === undefined) return 'Unix socket or pipe';
  return `socket ${handle.localPort} to ${handle.remoteAddress}:${handle.remotePort}`;
}

/** Timers have no list to ask for, so each is noted when it is made, together with the line that made it. */
function watchTimers(): { list(): string[]; end(): void } {
  const running = new Map<number, { readonly timer: NodeJS.Timeout; readonly madeAt: Error }>();
  const hook = createHook({
    init: (id, type, _trigger, resource) => {
      if (type === 'Timeout') running.set(id, { timer: resource as NodeJS.Timeout, madeAt: new Error() });
    },
    destroy: (id) => running.delete(id),
    // Followed, every await would cost ten times as much, in all that the tests run.
    trackPromises: false,
  }).enable();
  return {
    list: () =>
      [...running.values()]
        // An unref'd timer keeps nothing alive; it is meant to be left.
        .filter(({ timer }) => timer.hasRef())
        .map(({ madeAt }) => findMaker(madeAt))
        .filter((maker) => !/node_modules\/@?vitest\//.test(maker))
        .map((maker) => `timer made ${maker}`),
    end: () => hook.disable(),
  };
}

/** The first line of the stack that belongs neither to Node nor to this file. */
function findMaker(madeAt: Error): string {
  const frames = (madeAt.stack ?? '').split('\n').slice(1);
  return frames.find((frame) => !/\(?node:|tests\/support\/leaks/.test(frame))?.trim() ?? 'by Node itself';
}
