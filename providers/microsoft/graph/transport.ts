import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { request, type Fetch, type HttpLimits, type HttpResult } from './http.ts';
import { parseObject } from './json.ts';

/** MSAL's only way to the network, made for one token request. */
export interface TokenTransport extends INetworkModule {
  /**
   * What really came back; null: nothing was sent. MSAL's errors lose it (every network fault is "network_error", a
   * status goes missing, 200 `{}` passes for a token), so whoever wants to know why asks here.
   */
  readonly outcome: () => HttpResult | null;
}

export interface TransportOptions {
  readonly fetch: Fetch;
  /** Requests to any other origin are refused before they are sent: they would carry the credential. */
  readonly loginOrigin: string;
  readonly limits: HttpLimits;
}

export function createTokenTransport({ fetch, loginOrigin, limits }: TransportOptions): TokenTransport {
  let outcome: HttpResult | null = null;

  async function post<T>(url: string, options: NetworkRequestOptions = {}): Promise<NetworkResponse<T>> {
    if (new URL(url).origin !== loginOrigin) throw new Error(`A token request may go to ${loginOrigin} only`);
    const { headers = {}, body = '' } = options;
    outcome = await request(fetch, url, { method: 'POST', headers, body }, limits);
    if (outcome.kind === 'failure') throw new Error(`The token request failed: ${outcome.failure}`);
    const parsed = parseObject(outcome.text);
    const isToken = outcome.status === 200 && typeof parsed?.['access_token'] === 'string';
    if (!isToken && typeof parsed?.['error'] !== 'string')
      throw new Error('The answer is neither token nor refusal');
    return { status: outcome.status, headers: Object.fromEntries(outcome.headers), body: parsed as T };
  }

  return {
    outcome: () => outcome,
    sendPostRequestAsync: post,
    sendGetRequestAsync: () => {
      throw new Error('MSAL has every address it needs and must not discover any');
    },
  };
}
