import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, it } from 'vitest';
import type { Role } from '../../../../core/access/access.ts';
import { startQueue } from '../../../../db/engine/queue.ts';
import type { ClusterConnection } from '../../../support/cluster.ts';
import { createApiClient } from '../../../support/api-client.ts';
import { createTestDatabase } from '../../../support/template-database.ts';
import { personIn, tokenIn, type Entitlement } from '../entitlement.ts';
import { guards, type Edit, type Guard, type Step } from './guards.ts';
import { execute, storeWorld } from '../store.ts';
import { fetchSchema, walkCounts, walkQueries, type Walk } from '../walk.ts';
import { walkMutations } from '../walk-mutations.ts';
import { walkSubscriptions } from '../walk-subscriptions.ts';
import { buildWorld, type Plan, type World } from '../world.ts';

/**
 * Whether the walk of authorisation.test.ts can fail: with any one guard taken away it has to. Each time the program
 * runs without the guard, either in its sources or in its database.
 */
const serve = fileURLToPath(new URL('serve.ts', import.meta.url));
/**
 * A world in which every guard matters to someone. Tenants 0 and 3 belong to workspace 0, 1 and 4 to workspace 1, 2 and
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
const timeoutMs = 600_000;

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

const steps: Readonly<Record<Step, (walk: Walk, viewer: Entitlement) => Promise<void>>> = {
  counts: walkCounts,
  queries: walkQueries,
  mutations: walkMutations,
  subscriptions: walkSubscriptions,
};

async function walkWithout(guard: Guard | null): Promise<void> {
  const { connection } = await createTestDatabase(template.database);
  if (guard !== null && 'statement' in guard) await execute(connection, guard.statement);
  await using program = await startWith(guard !== null && 'edits' in guard ? guard.edits : [], connection);
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
  for (const [step, viewer] of inOrder(guard)) {
    const who = viewers[viewer];
    if (who !== undefined) await steps[step](walk, who);
  }
}

/** Every step with every viewer; what notices first that the guard is gone comes first. */
function inOrder(guard: Guard | null): (readonly [Step, number])[] {
  const names = Object.keys(steps) as Step[];
  const all = names.flatMap((step) =>
    [...world.users, ...tokensThatWalk].map((_, index) => [step, index] as const),
  );
  return guard === null ? all : [guard.dies, ...all];
}

async function startWith(
  edits: readonly Edit[],
  connection: ClusterConnection,
): Promise<AsyncDisposable & { readonly url: string }> {
  const argument = JSON.stringify([connection, edits]);
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', serve, argument], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const stop = async () => {
    child.stdin.end();
    child.kill('SIGKILL');
    await exited;
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const [, port] = /^listening on (\d+)$/.exec(line) ?? [];
    if (port !== undefined) return { url: `http://127.0.0.1:${port}`, [Symbol.asyncDispose]: stop };
  }
  await stop();
  throw new Error('the program does not start');
}
