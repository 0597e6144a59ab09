import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { signIn, type ApiClient } from '../support/api-client.ts';
import { freePort } from '../support/program/free-port.ts';
import { startProgram, type Program } from '../support/program/program.ts';

/** The built program as people start it: a process with an embedded database in a folder. */
let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'tenantatlas-program-'));
});
afterEach(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

interface Running {
  readonly program: Program;
  readonly url: string;
}

async function start(ports: { port: number; sandboxPort: number }): Promise<Running> {
  const program = startProgram({
    DATA_DIR: dataDir,
    PORT: String(ports.port),
    SANDBOX_PORT: String(ports.sandboxPort),
  });
  await program.until('Ctrl-C stops it.');
  return { program, url: `http://127.0.0.1:${ports.port}` };
}

async function startSlowVerification(client: ApiClient): Promise<string> {
  const { data } = await client.query(
    '{ viewer { workspaces { tenants(first: 100, search: "slow") { nodes { id externalId } } } } }',
  );
  const nodes: { id: string; externalId: string }[] = data.viewer.workspaces[0].tenants.nodes;
  const id = nodes.find(({ externalId }) => externalId === 'slow')?.id;
  const started = await client.query(
    'mutation ($id: ID!) { startVerification(input: { tenantId: $id }) { run { id } } }',
    { id },
  );
  return started.data.startVerification.run.id as string;
}

const follow = `subscription ($id: ID!) { operationRun(id: $id) {
  status outcome attempt progress { completed } verificationReport { summary { overall } } } }`;

it(
  'the program completes a verification that it was killed in the middle of, after it is started again',
  async () => {
    const ports = { port: await freePort(), sandboxPort: await freePort() };
    const first = await start(ports);
    let runId: string;
    {
      await using client = await signIn(first.url, 'owner@northwind.example');
      runId = await startSlowVerification(client);
      for await (const { data } of client.subscribe(follow, { id: runId })) {
        if (data.operationRun.progress.completed >= 3) break;
      }
      first.program.process.kill('SIGKILL');
      await first.program.exit;
    }

    const second = await start(ports);
    await using program = second.program;
    await using client = await signIn(second.url, 'owner@northwind.example');
    let last: unknown;
    for await (const { data } of client.subscribe(follow, { id: runId })) last = data.operationRun;
    expect(last).toMatchObject({
      status: 'COMPLETED',
      outcome: 'SUCCEEDED',
      attempt: 2,
      verificationReport: { summary: { overall: 'READY' } },
    });
    program.process.kill('SIGINT');
    expect(await program.exit).toEqual({ code: 0, signal: null });
  },
  // A dead worker is noticed after its heartbeat (10 s) and a round of monitoring (5 s); then the run takes 8 s.
  120_000,
);
