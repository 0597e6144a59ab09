/**
 * One subscriber's place for what comes next. Capacity one: a newer state replaces an unread older one, so a slow
 * reader costs one value, whatever it does. The last value put before `close` is always delivered.
 */
export interface Mailbox<T> {
  put(value: T): void;
  /** Ends the stream after what is still unread. Safe to repeat. */
  close(): void;
  /** To be read once. `return()` settles at once, also while a `next()` waits, and calls `onReturn`. */
  readonly iterator: AsyncIterableIterator<T>;
}

/** Hand-written: `return()` on an async generator parked in an await hangs until the next value, and leaks till then. */
export function createMailbox<T>(onReturn: () => void): Mailbox<T> {
  let unread: { readonly value: T } | null = null;
  let waiter: ((result: IteratorResult<T, undefined>) => void) | null = null;
  let closed = false;
  const done = { done: true, value: undefined } as const;

  function close(): void {
    closed = true;
    waiter?.(done);
    waiter = null;
  }

  const iterator: AsyncIterableIterator<T> = {
    next() {
      if (unread !== null) {
        const { value } = unread;
        unread = null;
        return Promise.resolve({ done: false, value });
      }
      if (closed) return Promise.resolve(done);
      return new Promise((resolve) => (waiter = resolve));
    },
    return() {
      unread = null;
      close();
      onReturn();
      return Promise.resolve(done);
    },
    [Symbol.asyncIterator]: () => iterator,
  };

  return {
    iterator,
    close,
    put(value) {
      if (closed) return;
      if (waiter === null) {
        unread = { value };
        return;
      }
      waiter({ done: false, value });
      waiter = null;
    },
  };
}
