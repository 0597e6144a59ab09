import { afterAll, beforeAll, expect, it } from 'vitest';
import { scenarioTenantId } from '../../../sandbox/scenarios.ts';
import { createLog } from '../../../server/log.ts';
import type { ApiClient } from '../../support/api-client.ts';
import { findNeedles, readWholeDatabase, toNeedle } from '../../support/needles.ts';
import { openSql, type TestSql } from '../../support/sql.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { backupsOf } from './backups.ts';

const secret = 'P1ANTED-in-a-p0licy!';
/** As Windows writes it: every second byte is 0. */
const wide = secret.replaceAll(/./g, '$&\0');
const needles = [toNeedle('plain', secret), toNeedle('wide', wide)];
const base64 = (text: string) => Buffer.from(text).toString('base64');

const dm = '/deviceManagement';
const dam = '/deviceAppManagement';
const planted: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  [`${dm}/deviceManagementScripts`]: { scriptContent: base64(`net use /user:x ${secret}`) },
  [`${dm}/deviceShellScripts`]: { scriptContent: base64(wide) },
  [`${dm}/deviceHealthScripts`]: {
    detectionScriptContent: base64(`# ${secret}`),
    remediationScriptContent: base64(`## ${secret}`),
  },
  [`${dm}/deviceConfigurations`]: {
    '@odata.type': '#microsoft.graph.windows10CustomConfiguration',
    omaSettings: [
      { omaUri: './a', value: secret },
      { omaUri: './b', value: base64(`<a>${secret}</a>`) },
    ],
    preSharedKey: secret,
  },
  [`${dam}/mobileAppConfigurations`]: {
    payloadJson: base64(JSON.stringify({ token: secret })),
    settings: [{ appConfigKey: 'password', appConfigKeyValue: secret }],
  },
  [`${dam}/targetedManagedAppConfigurations`]: { apps: [], customSettings: [{ name: 'key', value: secret }] },
  [`${dm}/androidDeviceOwnerEnrollmentProfiles`]: { tokenValue: secret, qrCodeContent: base64(secret) },
};

const everything = `query ($id: ID!) { tenant(id: $id) {
  policies(first: 10, search: "Planted") { nodes { name kind versions(first: 1) {
    hasUnknownSecret settings { label values }
  } } }
} }`;

const logged: string[] = [];
let app: TestApp;
let owner: ApiClient;
let database: TestSql;
beforeAll(async () => {
  const log = createLog('trace', { write: (line: string) => void logged.push(line) });
  app = await startTestApp({ logLevel: 'trace' }, log);
  owner = await app.as('owner');
  database = openSql(app.connection);
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

it('keeps no secret of a policy in any table, answer or log, however it is written', async () => {
  const backups = backupsOf(app, owner);
  const tenantId = scenarioTenantId('healthy');
  const names = Object.keys(planted).map((path, index) => ({ path, name: `Planted ${index}` }));
  for (const { path, name } of names)
    await backups.control('POST policies', {
      tenantId,
      path,
      id: `planted-${name.slice(-1)}`,
      set: { displayName: name, assignments: [], ...planted[path] },
    });
  const run = await backups.backUp('healthy');
  expect(run.outcome).toBe('SUCCEEDED');
  const { data } = await owner.query(everything, { id: await app.tenantId('healthy') });
  const found = data.tenant.policies.nodes as { name: string; versions: { hasUnknownSecret: boolean }[] }[];
  expect(found.map(({ name }) => name).sort()).toEqual(names.map(({ name }) => name).sort());
  expect(found.filter(({ versions }) => versions[0]?.hasUnknownSecret !== true)).toEqual([]);
  expect(findNeedles(needles, JSON.stringify([run, data]))).toEqual([]);
  // The search itself finds what was sent to the sandbox.
  expect(findNeedles(needles, JSON.stringify(planted))).toEqual(['plain', 'wide']);
  expect(logged.length).toBeGreaterThan(0);
  expect(findNeedles(needles, logged.join('\n'))).toEqual([]);
  const tables = await readWholeDatabase(database.sql);
  expect(tables.filter(({ text }) => text.includes('Planted 0')).length).toBeGreaterThan(0);
  expect(
    tables.filter(({ text }) => findNeedles(needles, text).length > 0).map(({ table }) => table),
  ).toEqual([]);
});
