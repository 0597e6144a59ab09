import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, it } from 'vitest';
import type { Role } from '../../../core/access/access.ts';
import { startQueue } from '../../../db/engine/queue.ts';
import type { ClusterConnection } from '../../support/cluster.ts';
import { createApiClient } from '../../support/api-client.ts';
import { createTestDatabase } from '../../support/template-database.ts';
import { personIn, tokenIn } from './entitlement.ts';
import { guards, type Guard } from './guards.ts';
import { execute, storeWorld } from './store.ts';
import { fetchSchema, walkCounts, walkQueries, type Walk } from './walk.ts';
import { walkMutations } from './walk-mutations.ts';
import { walkSubscriptions } from './walk-subscriptions.ts';
import { buildWorld, type Plan, type World } from './world.ts';

/**
 * Whether the walk of authorisation.test.ts can fail: with any one guard taken away it has to. Each time the program
 * runs from a copy of the sources, or on a copy of the database, that lacks the guard.
 */
const root = fileURLToPath(new URL('../../..', import.meta.url));
/**
 * A world in which every guard matters to somebody. Tenants 0 and 3 belong to workspace 0, 1 and 4 to workspace 1, 2 and
 * 5 to workspace 2; a row is a user.
 */
const plan: Plan = {
  workspaceRoles: [
    ...['owner', 'operator', null],
    ...['readonly', null, null],
    ...[null, 'manager', 'owner'],
    ...[null, null, 'operator'],
    ...[null, null, null],
  ] as (Role | null)[],
  tenantRoles: [
    ...[null, 'manager', null, null, null, null],
    ...['operator', null, 'manager', null, null, null],
    ...[null, 'readonly', null, null, 'manager', null],
    ...[null, null, 'operator', null, null, null],
    ...['manager', null, null, null, null, null],
  ] as (Role | null)[],
  tokenScopes: Array.from({ length: 15 }, (_, index) => (index === 0 ? ['provider.run'] : null)),
  initiators: [0, 0, 2, 1, 2, 3],
};
/** User 0 in both workspaces (the first without provider.view), user 1 where they are no member, user 2 as an owner. */
const tokensThatWalk = [0, 1, 4, 8];

let world: World;
let template: ClusterConnection;
beforeAll(async () => {
  world = buildWorld(plan, 7_000_000_000);
  ({ connection: template } = await createTestDatabase());
  await storeWorld(template, world);
  // Made here once and not by every start.
  const queue = await startQueue({ connection: template, onTrouble: fail, supervise: false, drainMs: 0 });
  await queue[Symbol.asyncDispose]();
});

/** Guards against hanging only: programs start beside each other on a loaded machine. */
const timeoutMs = 300_000;

function fail(error: unknown): never {
  throw error;
}

describe('the walk', () => {
  it(
    'is green while every guard stands',
    async () => {
      await walkWithout(null);
    },
    timeoutMs,
  );

  it.concurrent.for(guards)('goes red without: $guard', { timeout: timeoutMs }, async (guard, { expect }) => {
    await expect(walkWithout(guard)).rejects.toMatchObject({ name: 'AssertionError' });
  });
});

async function walkWithout(guard: Guard | null): Promise<void> {
  const { connection } = await createTestDatabase(template.database);
  if (guard !== null && 'statement' in guard) await execute(connection, guard.statement);
  await using program = await startFrom(
    guard !== null && 'edits' in guard ? await copyWith(guard.edits) : null,
    connection,
  );
  const people = world.users.map((userId) => personIn(world, userId));
  const viewers = [
    ...people,
    ...world.tokens
      .filter((_, index) => tokensThatWalk.includes(index))
      .map((token) => tokenIn(world, token)),
  ];
  await using client = createApiClient(program.url, people[0]?.headers ?? {});
  const schema = await fetchSchema(client);
  const walk: Walk = { url: program.url, schema, world, hops: 1, neverIssued: 7_999_999_999 };
  for (const step of [walkCounts, walkQueries, walkMutations, walkSubscriptions]) {
    for (const viewer of viewers) await step(walk, viewer);
  }
}

const sources = [
  'core',
  'db',
  'providers',
  'flows',
  'schema',
  'workers',
  'server',
  'sandbox',
  'setup',
  'tests/server/authorisation',
];

async function copyWith(
  edits: readonly (readonly [file: string, find: string, replace: string])[],
): Promise<string> {
  const copy = await mkdtemp(path.join(tmpdir(), 'tenantatlas-guards-'));
  for (const name of [...sources, 'package.json', 'tsconfig.json']) {
    await cp(path.join(root, name), path.join(copy, name), { recursive: true });
  }
  await symlink(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  for (const [file, find, replace] of edits) {
    const text = await readFile(path.join(copy, file), 'utf8');
    if (text.split(find).length !== 2)
      throw new Error(`${file} holds not once but ${text.split(find).length - 1} times: ${find}`);
    await writeFile(path.join(copy, file), text.replace(find, replace));
  }
  return copy;
}

async function startFrom(
  copy: string | null,
  connection: ClusterConnection,
): Promise<AsyncDisposable & { readonly url: string }> {
  const cwd = copy ?? root;
  const argument = JSON.stringify([connection, path.join(root, 'dist/web')]);
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'tests/server/authorisation/serve.ts', argument],
    {
      cwd,
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const exited = once(child, 'exit');
  const stop = async () => {
    child.stdin.end();
    child.kill('SIGKILL');
    await exited;
    if (copy !== null) await rm(copy, { recursive: true, force: true });
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const [, port] = /^listening on (\d+)$/.exec(line) ?? [];
    if (port !== undefined) return { url: `http://127.0.0.1:${port}`, [Symbol.asyncDispose]: stop };
  }
  await stop();
  throw new Error(`the program does not start from ${cwd}`);
}
