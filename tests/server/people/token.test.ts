import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createApiClient } from '../../support/api-client.ts';
import { runCommand, startProgram } from '../../support/program/program.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'tenantatlas-token-'));
});
afterEach(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

const run = (...args: string[]) => runCommand('server/commands/token.js', args, { DATA_DIR: dataDir });

async function ask(url: string, secret: string): Promise<unknown> {
  await using client = createApiClient(url, { authorization: `Bearer ${secret}` });
  const { data } = await client.query('{ viewer { user { email } apiTokens { name expiresAt } } }');
  return data;
}

it('makes a token beside the running program, and starts the database itself when there is none', async () => {
  const alone = await run('--user', 'operator@northwind.example');
  expect(alone).toMatchObject({ code: 0, stdout: expect.stringMatching(/^ta_[\w-]{43}\n$/) });

  const port = 20_000 + (process.pid % 20_000);
  await using program = startProgram({ DATA_DIR: dataDir, PORT: String(port), SANDBOX_PORT: '0' });
  await program.until('Ctrl-C stops it.');
  const beside = await run('--user', 'operator@northwind.example', '--name', 'ci', '--days', '1');
  expect(beside).toMatchObject({ code: 0, stderr: '' });
  for (const { stdout } of [alone, beside]) {
    expect(await ask(`http://127.0.0.1:${port}`, stdout.trim())).toEqual({
      viewer: {
        user: { email: 'operator@northwind.example' },
        apiTokens: [
          { name: 'ci', expiresAt: expect.any(String) },
          { name: 'command line', expiresAt: expect.any(String) },
        ],
      },
    });
  }
}, 60_000);

it('says what is wrong in a sentence and never prints anything but a token to stdout', async () => {
  const nobody = await run('--user', 'nobody@nowhere.example');
  expect(nobody).toMatchObject({
    code: 1,
    stdout: '',
    stderr: 'No user has the email nobody@nowhere.example.\n',
  });
  for (const args of [[], ['--user'], ['--usr', 'x'], ['--user', 'x', '--days', '0'], ['x']]) {
    const refused = await run(...args);
    expect(refused).toMatchObject({ code: 64, stdout: '' });
    expect(refused.stderr).toContain('Usage: npm run -s token');
  }
});
