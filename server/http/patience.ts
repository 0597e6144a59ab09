/** How often Node looks for requests that take too long: so late after the limit they are cut off at most. */
const maxCheckMs = 5_000;

/** By then a request has to be here, head and body: one that trickles in holds a socket, and memory. */
export function patience(requestTimeoutMs: number) {
  return {
    requestTimeout: requestTimeoutMs,
    http: {
      headersTimeout: requestTimeoutMs,
      connectionsCheckingInterval: Math.min(maxCheckMs, requestTimeoutMs),
    },
  };
}
