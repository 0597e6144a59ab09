import type { WebSocket, WebSocketServer } from 'ws';

/** Why the server closes a socket; clients act on the numbers. */
export const closeCodes = {
  /** Clients come back on their own and get the snapshot again. */
  serviceRestart: [1012, 'Service restart'],
  /** Reads too slowly: come back when there is time to read. */
  tooSlow: [1013, 'Too slow'],
  tooManySockets: [1013, 'Too many sockets'],
  /** Too many from the same person, or from the same address without credentials or with wrong ones. */
  tooManyAttempts: [1013, 'Too many attempts'],
  /** Whose the credentials are cannot be told at the moment: come back with the same. */
  unverifiable: [1013, 'Credentials cannot be checked now'],
  /** The database is away: come back and subscribe again. */
  unavailable: [1013, 'Try again later'],
  /** No credentials, or none that were ever valid. */
  unauthorized: [4401, 'Unauthorized'],
  /** Run out or revoked: get fresh ones and resume. */
  credentialsEnded: [4403, 'Credentials ended'],
} as const satisfies Record<string, readonly [number, string]>;

const checkMs = 5_000;
/** Checks in a row in which nothing was read: 15 to 20 seconds. */
const maxStuckChecks = 3;
/** Twenty operations with a large report each fit; more has not been read for a while. */
const maxBufferedBytes = 4 * 1024 * 1024;

/** Each operation waits until its last event is read, so this closes few sockets; what it bounds is for how long. */
export function watchSlowSockets({ clients }: WebSocketServer): { stop(): void } {
  const stuck = new WeakMap<WebSocket, { bytes: number; checks: number }>();

  function check(): void {
    for (const client of clients) {
      const bytes = client.bufferedAmount;
      const before = stuck.get(client);
      const checks = bytes > 0 && before !== undefined && bytes >= before.bytes ? before.checks + 1 : 0;
      stuck.set(client, { bytes, checks });
      if (checks < maxStuckChecks && bytes <= maxBufferedBytes) continue;
      client.close(...closeCodes.tooSlow);
      // The close frame waits behind what is not being read, so it may never arrive.
      if (checks > maxStuckChecks || bytes > maxBufferedBytes) client.terminate();
    }
  }

  const timer = setInterval(check, checkMs).unref();
  return { stop: () => clearInterval(timer) };
}
