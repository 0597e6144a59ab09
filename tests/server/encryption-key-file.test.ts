import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { startApp } from '../../server/app.ts';
import { createLog } from '../../server/log.ts';
import { createTestDatabase } from '../support/template-database.ts';
import { testConfig, webRoot } from '../support/test-app.ts';

it('a lost key file is not replaced where credentials are stored: the start says what to do', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'tenantatlas-key-'));
  const file = path.join(dataDir, 'encryption.key');
  const { connection } = await createTestDatabase();
  const config = testConfig({ encryptionKeys: null, dataDir, roles: new Set(['api']) });
  const start = async () => {
    await using _app = await startApp({ config, connection, log: createLog('silent'), webRoot: webRoot() });
  };
  await start();
  const key = await readFile(file, 'utf8');
  await rm(file);
  await expect(start()).rejects.toThrow(`${file} is missing, and the stored credentials are encrypted`);
  expect(await readdir(dataDir)).toEqual([]);
  await writeFile(file, key);
  await start();
  await rm(dataDir, { recursive: true });
}, 60_000);
