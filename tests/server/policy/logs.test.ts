import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../../db/engine/client.ts';
import { createLog, takeOverConsole } from '../../../server/log.ts';
import { toLoggedError } from '../../../server/logged-error.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { until } from '../../support/until.ts';

const secret = 'ta_PLANTEDSECRET123456';
const name = 'Planted Customer Ltd';
const lines: string[] = [];
const log = createLog('trace', { write: (line: string) => void lines.push(line) });

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ roles: new Set(['api']) }, log);
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

function assertClean(): void {
  const planted = [secret, name].flatMap((text) => [
    text,
    Buffer.from(text).toString('base64').replaceAll('=', ''),
    [...Buffer.from(text)].join(','),
  ]);
  for (const line of lines) {
    expect(() => JSON.parse(line) as unknown, line).not.toThrow();
    for (const text of planted) expect(line).not.toContain(text);
  }
}

/** Sends bytes as they are; resolves when the server has closed. */
async function sendRaw(text: string): Promise<string> {
  const { port } = new URL(app.url);
  const socket = connect(Number(port), '127.0.0.1');
  let answer = '';
  await new Promise<void>((resolve, reject) => {
    socket.on('data', (data) => (answer += data.toString())).on('close', () => resolve());
    socket.on('error', reject);
    socket.write(text);
  });
  return answer;
}

describe('the log at its most talkative', () => {
  it('never repeats a request that could not be read', async () => {
    const head = `GET /graphql HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${secret}\r\nCookie: a=${secret}`;
    expect(await sendRaw(`${head}\r\nBad Header\x01: x\r\n\r\n`)).toMatch(/^HTTP\/1.1 400 /);
    expect(await sendRaw(`${head}\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1.1 431 /);
    await until('its line', () =>
      Promise.resolve(lines.some((line) => line.includes('HPE_HEADER_OVERFLOW'))),
    );
    assertClean();
  });

  it('names the statement that failed and none of its parameters', async () => {
    const sql = createClient({ connection: app.connection, maxConnections: 1, applicationName: 'test' });
    const owner = await app.as('owner');
    try {
      await sql`alter table audit_entries add constraint nothing_more check (action <> 'tenant.updated') not valid`;
      const update = `mutation ($input: UpdateTenantInput!) { updateTenant(input: $input) { tenant { id } } }`;
      const input = { tenantId: await app.tenantId('healthy'), name };
      const { status } = await owner.query(update, { input });
      expect(status).toBe(500);
    } finally {
      await sql`alter table audit_entries drop constraint nothing_more`;
      await sql.end();
    }
    const logged = lines.find((line) => line.includes('unhandled error in request')) ?? '';
    expect(logged).toContain('nothing_more');
    expect(logged).toContain('insert into');
    assertClean();
  });

  it('takes what libraries and Node print as lines of its own', async () => {
    const { error, warn } = console;
    {
      using _taken = takeOverConsole(log);
      console.error('Internal error occurred on WebSocket connection', new Error(`params: ${name}`));
      console.warn('two\nlines');
      process.emitWarning('something is old');
      await until('its line', () => Promise.resolve(lines.some((line) => line.includes('something is old'))));
    }
    expect([console.error, console.warn]).toEqual([error, warn]);
    expect(lines.filter((line) => line.includes('two\\nlines'))).toHaveLength(1);
    expect(lines.some((line) => line.includes('Internal error occurred'))).toBe(true);
    assertClean();
  });
});

describe('toLoggedError', () => {
  it('keeps what finds a bug, through all causes, and leaves out what errors carry', () => {
    const cause = Object.assign(new Error(`invalid input syntax for type bigint: "${name}"`), {
      code: '22P02',
      severity: 'ERROR',
      detail: `Failing row contains (${name}).`,
      parameters: [name],
    });
    const error = Object.assign(new Error(`Failed query: select $1\nparams: ${name}`, { cause }), {
      params: [name],
      rawPacket: Buffer.from(name),
      headers: { authorization: name },
    });
    const logged = toLoggedError(error);
    expect(JSON.stringify(logged)).not.toContain(name);
    expect(logged).toMatchObject({
      type: 'Error',
      message: 'Failed query: select $1',
      stack: expect.stringContaining('logs.test.ts'),
      cause: { code: '22P02', severity: 'ERROR', message: 'invalid input syntax for type bigint' },
    });
  });
});
