import type { BenchOptions, Row } from '../row.ts';
import { round } from '../row.ts';
import { openDatabase, type BenchDatabase } from '../world/database.ts';
import { world } from '../world/fill.ts';
import { askOnce, loadInTurns, type Load, type Target } from '../world/load.ts';
import { peer, script, startPeer, startProduct } from '../world/processes.ts';
import { findWorkspace } from '../world/tenants.ts';
import { latestDocument, pageSize } from './document.ts';

/** The same page of PostGraphile's own schema; badges are not in the database, so it has none to send. */
const postgraphileDocument = `query Latest($workspaceId: BigInt!) {
  allTenants(first: ${pageSize}, orderBy: [NAME_ASC, PRIMARY_KEY_ASC], condition: { workspaceId: $workspaceId }) {
    nodes {
      id
      name
      operationRunsByWorkspaceIdAndTenantId(first: 1, orderBy: PRIMARY_KEY_DESC, condition: { type: "provider.connection.check", isRehearsal: false }) {
        nodes { id status outcome reportOverall reportCounts }
      }
    }
  }
}`;

/**
 * B1: a page of 50 tenants with their latest verification. Ours against PostGraphile 5 on the same database, which
 * authenticates no one, and against one hand-written statement that checks the same token and entitlement.
 */
export async function benchLatest({ runs, smoke }: BenchOptions): Promise<readonly Row[]> {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await openDatabase(runs, console.error));
  const targets = await startTargets(database, stack);
  const [ours, floor] = [await askOnce(targets.ours), await askOnce(targets.floor)];
  const difference = differenceOf(ours.trim(), floor.trim());
  if (difference !== null) throw new Error(`Not the same answer: ${difference}`);
  const loads = await loadInTurns(Object.values(targets), database, {
    connections: smoke ? 2 : 16,
    warmUpMs: smoke ? 100 : 2_000,
    roundMs: smoke ? 200 : 6_000,
    rounds: smoke ? 1 : 3,
  });
  return toRows(loads, runs);
}

async function startTargets(database: BenchDatabase, stack: AsyncDisposableStack) {
  const workspaceId = await findWorkspace(database);
  const product = await startProduct(database, { roles: 'api' }, stack);
  const floor = await startPeer(script('latest/floor.ts'), database, stack);
  const postgraphile = await startPeer(peer('peers/postgraphile.js'), database, stack);
  const bodyOf = (query: string) => JSON.stringify({ query, variables: { workspaceId } });
  const headers = { authorization: `Bearer ${world.token}` };
  const to = (name: string, process: Target['process'], body: string): Target => ({
    name,
    process,
    path: '/graphql',
    headers,
    next: () => body,
  });
  return {
    floor: to('floor', floor, bodyOf(latestDocument)),
    postgraphile: to('PostGraphile 5', postgraphile, bodyOf(postgraphileDocument)),
    ours: to('TenantAtlas', product, bodyOf(latestDocument)),
  };
}

function toRows(loads: readonly Load[], runs: number): Row[] {
  const perSecondOf = (name: string) => loads.find((load) => load.name === name)?.perSecond ?? 0;
  const ours = perSecondOf('TenantAtlas');
  const against = (name: string, least: number): Row => {
    const ratio = round(ours / perSecondOf(name));
    return {
      id: 'B1',
      subject: `TenantAtlas, ${runs} runs`,
      figure: ours,
      unit: 'pages/s',
      ratio,
      against: name,
      wanted: `≥ ${least}`,
      ok: ratio >= least,
    };
  };
  return [...loads.flatMap(toLoadRows('B1', 'pages/s')), against('floor', 0.6), against('PostGraphile 5', 2)];
}

/** What a load cost, a line for each side. */
export const toLoadRows =
  (id: string, unit: string) =>
  ({ name, perSecond, cpuMs, postgresMs }: Load): Row[] => [
    { id, subject: name, figure: perSecond, unit },
    ...(cpuMs === null ? [] : [{ id, subject: `${name}, server`, figure: cpuMs, unit: 'CPU ms each' }]),
    ...(postgresMs === null
      ? []
      : [{ id, subject: `${name}, PostgreSQL`, figure: postgresMs, unit: 'CPU ms each' }]),
  ];

/** Both, from where they begin to differ; null when they are equal. */
function differenceOf(ours: string, theirs: string): string | null {
  if (ours === theirs) return null;
  let at = 0;
  while (ours[at] === theirs[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - 40), at + 80);
  return `…${around(ours)}… is …${around(theirs)}… at the floor`;
}
