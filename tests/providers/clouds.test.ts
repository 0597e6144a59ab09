import { randomUUID } from 'node:crypto';
import { ConfidentialClientApplication, type INetworkModule } from '@azure/msal-node';
import { describe, expect, test } from 'vitest';
import { makeClouds, tokenEndpoint } from '../../providers/microsoft/sign-in/clouds.ts';
import { createMicrosoftProvider } from '../../providers/microsoft/provider.ts';
import { requestIdFor } from '../../providers/microsoft/session.ts';
import { systemClock } from '../../server/clock.ts';

const clouds = makeClouds({ sandboxOrigin: null });
const tenantId = randomUUID();
const clientId = randomUUID();
const correlationId = randomUUID();

/** Where MSAL goes on its own, from the metadata it has built in, told nothing but the authority. */
async function msalsOwnUrl(loginOrigin: string, graphOrigin: string): Promise<string[]> {
  const urls: string[] = [];
  const record = (url: string) => {
    urls.push(url);
    return Promise.reject(new Error('recorded'));
  };
  const networkClient: INetworkModule = { sendGetRequestAsync: record, sendPostRequestAsync: record };
  const authority = `${loginOrigin}/${tenantId}`;
  const client = new ConfidentialClientApplication({
    auth: { clientId, authority, clientSecret: 'x' },
    system: { networkClient },
  });
  const scopes = [`${graphOrigin}/.default`];
  await client
    .acquireTokenByClientCredential({
      scopes,
      skipCache: true,
      correlationId: requestIdFor(correlationId, 'token'),
    })
    .catch(() => null);
  return urls;
}

async function ourUrl(cloud: 'global' | 'usgov' | 'usgovdod' | 'china'): Promise<string[]> {
  const urls: string[] = [];
  const fetch = (input: string | URL | Request) => {
    urls.push(input instanceof Request ? input.url : input.toString());
    return Promise.reject(new Error('recorded'));
  };
  const provider = createMicrosoftProvider({ clouds, fetch, now: systemClock, bounds: { patienceMs: 0 } });
  await using session = provider.openSession(
    { cloud, entraTenantId: tenantId },
    { type: 'client_secret', clientId, clientSecret: 'x' },
    { correlationId, signal: new AbortController().signal },
  );
  await session.collect('token');
  return urls;
}

describe('contract with MSAL', () => {
  test.for(['global', 'usgov', 'usgovdod', 'china'] as const)(
    '%s: our one token request goes to the very address MSAL has built in',
    async (name) => {
      const cloud = clouds.get(name);
      if (cloud === undefined) throw new Error(`${name} is not a cloud`);
      const ours = await ourUrl(name);
      expect(ours).toEqual(await msalsOwnUrl(cloud.loginOrigin, cloud.graphOrigin));
      expect(ours.map((url) => url.split('?')[0])).toEqual([tokenEndpoint(cloud, tenantId)]);
    },
  );
});

describe('the sandbox as a cloud', () => {
  test.for(['http://127.0.0.1:4010', 'http://localhost:4010', 'http://[::1]:4010'])(
    '%s is loopback',
    (origin) => {
      expect(makeClouds({ sandboxOrigin: origin }).get('sandbox')).toEqual({
        name: 'sandbox',
        loginOrigin: origin,
        graphOrigin: origin,
      });
    },
  );

  test.for([
    'https://evil.example',
    'http://evil.example:80',
    'http://10.0.0.5:4010',
    'http://127.0.0.1',
    'http://127.0.0.1:4010/',
    'https://127.0.0.1:4010',
    'http://user@127.0.0.1:4010',
    'http://127.0.0.1:4010@evil.example',
    'http://127.0.0.1:4010.evil.example',
    'http://127.0.0.1.evil.example:4010',
    'http://127.0.0.1:4010\n',
    '',
  ])('%j is refused', (origin) => {
    expect(() => makeClouds({ sandboxOrigin: origin })).toThrow('loopback');
  });
});
