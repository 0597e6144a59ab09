import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startProgram } from '../support/program/program.ts';

/** The built program as people start it: a process with an embedded database in a folder. */
let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'tenantatlas-program-'));
});
afterEach(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

describe('the program', () => {
  it.each([
    [
      'PORT=x, DEMO=maybe',
      { PORT: 'x', DEMO: 'maybe' },
      ['PORT must be a port number', 'DEMO must be 1, 0 or everywhere'],
    ],
    [
      'a database that is not there',
      {
        DATABASE_URL: 'postgres://atlas@127.0.0.1:1/atlas',
        ENCRYPTION_KEYS: `k:${Buffer.alloc(32).toString('base64')}`,
      },
      ['The database at 127.0.0.1:1/atlas does not accept connections', 'Check DATABASE_URL.'],
    ],
  ])('ends with a sentence and exit code 1: %s', async (_case, environment, sentences) => {
    const program = startProgram({ DATA_DIR: dataDir, ...environment });
    expect(await program.exit).toEqual({ code: 1, signal: null });
    for (const sentence of sentences) expect(program.output()).toContain(sentence);
    expect(program.output()).not.toContain('    at ');
  });

  it('ends with a sentence and exit code 1: a port that is taken', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    const address = blocker.address() as { port: number };
    const program = startProgram({ DATA_DIR: dataDir, PORT: String(address.port), SANDBOX_PORT: '0' });
    expect(await program.exit).toEqual({ code: 1, signal: null });
    expect(program.output()).toContain(`Port ${address.port} on 127.0.0.1 is taken.`);
    blocker.close();
    await once(blocker, 'close');
  });
});
