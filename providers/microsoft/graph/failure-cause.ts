/** Why no connection to Microsoft could be made, and the code or status that says so. */
export interface Cause {
  readonly kind:
    | 'tls_untrusted'
    | 'dns'
    | 'refused'
    | 'reset'
    | 'timeout'
    | 'unreachable'
    | 'proxy_unreachable'
    | 'proxy_authentication'
    | 'proxy_bad_answer';
  /** ENOTFOUND, SELF_SIGNED_CERT_IN_CHAIN, …; the status of a proxy that refused; null: nothing was said. */
  readonly code: string | null;
}

/** What Node and undici tell of an error, in any of the shapes they use. */
interface ErrorFacts {
  readonly message: string;
  readonly code: string | null;
  /** Where the connection was to be made: with a proxy in between it is the proxy. */
  readonly host: string | null;
  readonly port: number | null;
  /** Of all answers fetch turns only a 407 into an error, and that one has neither text nor code. */
  readonly isMute: boolean;
}

/** From the error that fetch threw for `url`. Fetch itself only says "fetch failed": what counts is somewhere below. */
export function causeOf(error: unknown, url: string): Cause {
  const facts = [...errorsIn(error)].map(toFacts);
  for (const fact of facts) {
    const cause = toCause(fact, url);
    if (cause !== null) return cause;
  }
  const code = facts.map((fact) => fact.code).find((candidate) => candidate !== null) ?? null;
  return { kind: 'unreachable', code };
}

/** No error of Node's nests deeper; a loop of causes would. */
const deepest = 8;

function* errorsIn(error: unknown, depth = 0): Generator<Error> {
  if (!(error instanceof Error) || depth > deepest) return;
  yield error;
  // Several addresses of one host were tried.
  if (error instanceof AggregateError) for (const each of error.errors) yield* errorsIn(each, depth + 1);
  yield* errorsIn(error.cause, depth + 1);
}

function toFacts(error: Error): ErrorFacts {
  const { code, hostname, port, socket } = error as Error & Record<string, unknown>;
  const remote = socket as { remotePort?: unknown } | null | undefined;
  // undici puts where it tried to connect into the message only.
  const attempted = /attempted address(?:es)?: [^,)]*:(\d{1,5})/.exec(error.message)?.[1];
  return {
    message: error.message,
    code: typeof code === 'string' && code !== '' ? code : null,
    host: typeof hostname === 'string' ? hostname : null,
    port: Number(port ?? remote?.remotePort ?? attempted) || null,
    isMute: error.name === 'Error' && error.message === '' && code === undefined,
  };
}

const codes = {
  tls: /^(SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED|UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)|CERT_|INVALID_CA|HOSTNAME_MISMATCH|ERR_TLS_CERT)/,
  dns: /^(ENOTFOUND|EAI_|ESERVFAIL|ENODATA|EREFUSED)/,
  refused: /^ECONNREFUSED$/,
  unreachable: /^(EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL)$/,
  timeout: /^(ETIMEDOUT|UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT)$/,
  // What speaks on the port where TLS belongs is no TLS: a proxy's page, or a captive portal's.
  noTls: /^(ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|HTTPS_PROXY_REQUEST)|EPROTO)$/,
  reset: /^(ECONNRESET|EPIPE|ECONNABORTED|UND_ERR_SOCKET)$/,
} as const;

function toCause(facts: ErrorFacts, url: string): Cause | null {
  // Node's fetch says by the text only that a proxy refused: "Proxy response (407) !== 200 when HTTP Tunneling".
  const status = /^Proxy response \((\d{3})\)/.exec(facts.message)?.[1];
  if (status !== undefined) {
    return { kind: status === '407' ? 'proxy_authentication' : 'proxy_bad_answer', code: status };
  }
  if (facts.isMute) return { kind: 'proxy_authentication', code: '407' };
  const { code } = facts;
  if (code === null) return null;
  const kind = kindOf(code, isElsewhere(facts, url));
  return kind && { kind, code };
}

function kindOf(code: string, elsewhere: boolean): Cause['kind'] | null {
  if (codes.tls.test(code)) return 'tls_untrusted';
  if (codes.noTls.test(code)) return 'proxy_bad_answer';
  if (codes.reset.test(code)) return elsewhere ? 'proxy_bad_answer' : 'reset';
  if (codes.dns.test(code)) return elsewhere ? 'proxy_unreachable' : 'dns';
  if (codes.refused.test(code)) return elsewhere ? 'proxy_unreachable' : 'refused';
  if (codes.unreachable.test(code)) return elsewhere ? 'proxy_unreachable' : 'unreachable';
  if (codes.timeout.test(code)) return elsewhere ? 'proxy_unreachable' : 'timeout';
  return null;
}

/** The connection that failed was to another place than the address asked for: there is a proxy, and it was to that. */
function isElsewhere({ host, port }: ErrorFacts, url: string): boolean {
  const { hostname, port: own, protocol } = new URL(url);
  const expected = Number(own) || (protocol === 'https:' ? 443 : 80);
  return (host !== null && host !== hostname) || (port !== null && port !== expected);
}
