/**
 * What is waiting for one subscriber. One value per key: a newer state replaces an unread older one of the same key,
 * so a slow reader costs at most `capacity` values. What is unread at `close` is still delivered.
 */
export interface Mailbox<T> {
  /** false: no one is reading, and `capacity` other keys are waiting; the caller has to end the stream. */
  put(key: number, value: T): boolean;
  /** Drops what is unread and ends with `last`. */
  end(last: T): void;
  /** Ends the stream after what is still unread. Safe to repeat. */
  close(): void;
  readonly unread: number;
  /** To be iterated once. `return()` settles immediately, even while a `next()` is waiting, and calls `onReturn`. */
  readonly iterator: AsyncIterableIterator<T>;
}

export interface MailboxOptions {
  readonly capacity: number;
  readonly onReturn: () => void;
}

/**
 * Hand-written: `return()` on an async generator that is parked in an await hangs until the next value, and leaks
 * until then.
 */
// eslint-disable-next-line max-lines-per-function -- one state that a few short functions share
export function createMailbox<T>({ capacity, onReturn }: MailboxOptions): Mailbox<T> {
  const unread = new Map<number, T>();
  let waiter: ((result: IteratorResult<T, undefined>) => void) | null = null;
  let closed = false;
  const done = { done: true, value: undefined } as const;

  function close(): void {
    closed = true;
    waiter?.(done);
    waiter = null;
  }

  function put(key: number, value: T): boolean {
    if (closed) return true;
    if (waiter !== null) {
      waiter({ done: false, value });
      waiter = null;
      return true;
    }
    if (unread.size >= capacity && !unread.has(key)) return false;
    unread.set(key, value);
    return true;
  }

  const iterator: AsyncIterableIterator<T> = {
    next() {
      for (const [key, value] of unread) {
        unread.delete(key);
        return Promise.resolve({ done: false, value });
      }
      if (closed) return Promise.resolve(done);
      return new Promise((resolve) => (waiter = resolve));
    },
    return() {
      unread.clear();
      close();
      onReturn();
      return Promise.resolve(done);
    },
    [Symbol.asyncIterator]: () => iterator,
  };

  return {
    iterator,
    close,
    put,
    end(last) {
      unread.clear();
      put(0, last);
      close();
    },
    get unread() {
      return unread.size;
    },
  };
}
