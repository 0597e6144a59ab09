import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');

/** The built program with the demo in a folder of its own, and a token of its operator. */
export async function startProduct() {
  const folder = await mkdtemp(path.join(tmpdir(), 'tenantatlas-clients-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    DATA_DIR: folder,
    PORT: String(port),
    SANDBOX_PORT: '0',
    MCP: '1',
    METRICS_ADDRESS: '127.0.0.1:0',
    LOG_LEVEL: 'warn',
  };
  const program = spawn(process.execPath, [path.join(root, 'dist/server/main.js')], { cwd: root, env });
  const ended = once(program, 'exit');
  let output = '';
  const isRunning = new Promise((resolve) => {
    for (const stream of [program.stdout, program.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
        if (output.includes('TenantAtlas is running')) resolve(true);
      });
  });
  const isUp = await Promise.race([isRunning, ended.then(() => false)]);
  if (!isUp) throw new Error(`the program ended:\n${output}`);
  return {
    url,
    token: await createToken(url),
    async [Symbol.asyncDispose]() {
      program.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function createToken(url) {
  const json = { 'content-type': 'application/json', origin: url };
  const signedIn = await fetch(`${url}/auth/demo`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ email: 'operator@northwind.example' }),
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const ask = async (query) => {
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { ...json, cookie },
      body: JSON.stringify({ query }),
    });
    return (await answer.json()).data;
  };
  const { viewer } = await ask('{ viewer { workspaces { id } } }');
  const input = `{ workspaceId: "${viewer.workspaces[0].id}", name: "clients" }`;
  return (await ask(`mutation { createApiToken(input: ${input}) { plaintext } }`)).createApiToken.plaintext;
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
