import type { ServerResponse } from 'node:http';
import { createTurns } from '../graphql/turns.ts';

/**
 * GraphQL requests of one person that are in hand at once, from the first read to the last byte the client has taken; the
 * others wait. Times the largest answer it bounds what one person's unread answers keep in memory: 256 MiB. Four reads
 * are made at once, so no one who reads waits longer for it.
 */
const requestsAtOnce = 16;

/** Resolves when it is the request's turn; its place is given back when its answer has been taken, or the client is gone. */
export type TakePlace = (userId: number, response: ServerResponse) => Promise<void>;

export function createPlaces(): TakePlace {
  const turns = createTurns<number>(requestsAtOnce);
  return (userId, response) =>
    new Promise((resolve) => {
      void turns.take(userId, () => {
        resolve();
        return response.closed ? Promise.resolve() : new Promise((end) => response.once('close', end));
      });
    });
}
