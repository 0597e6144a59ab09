import { expect, it } from 'vitest';
import { toAdminConsentUrl } from '../../providers/microsoft/sign-in/admin-consent.ts';
import { makeClouds } from '../../providers/microsoft/sign-in/clouds.ts';

const clouds = makeClouds({ sandboxOrigin: 'http://127.0.0.1:4010' });
const request = {
  entraTenantId: '292f6999-2f83-4d34-a419-67a088c41314',
  clientId: 'ef22fb57-db82-4850-8b0a-1fa0c4650048',
  redirectUri: 'https://tenantatlas.example/consent/microsoft',
};

// Login host and the Graph that the application's permissions are asked for, per cloud.
it.each([
  ['global', 'https://login.microsoftonline.com', 'https://graph.microsoft.com'],
  ['usgov', 'https://login.microsoftonline.us', 'https://graph.microsoft.us'],
  ['usgovdod', 'https://login.microsoftonline.us', 'https://dod-graph.microsoft.us'],
  ['china', 'https://login.partner.microsoftonline.cn', 'https://microsoftgraph.chinacloudapi.cn'],
  ['sandbox', 'http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
] as const)('consent in %s is asked for at its own login host', (name, login, graph) => {
  const cloud = clouds.get(name);
  if (cloud === undefined) throw new Error(`no cloud ${name}`);
  const url = new URL(toAdminConsentUrl(cloud, { ...request, state: 'a b&c' }));
  expect(url.origin + url.pathname).toBe(`${login}/${request.entraTenantId}/v2.0/adminconsent`);
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: request.clientId,
    scope: `${graph}/.default`,
    redirect_uri: request.redirectUri,
    state: 'a b&c',
  });
  expect(new URL(toAdminConsentUrl(cloud, { ...request, state: null })).searchParams.has('state')).toBe(
    false,
  );
});
