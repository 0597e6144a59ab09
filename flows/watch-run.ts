import type { SignIn } from '../core/access.ts';
import { notFound, unauthenticated, type Fault } from '../core/fault.ts';
import { verificationType } from '../core/operation-types.ts';
import { isFinal, type OperationRun } from '../core/run.ts';
import { isSignInValid } from '../db/access.ts';
import type { Db } from '../db/client.ts';
import { listLatestRuns, listRunsById } from '../db/runs.ts';
import { listTenantsById } from '../db/tenants.ts';
import type { LiveHub, Reading } from './live/hub.ts';

export interface WatchDependencies {
  readonly db: Db;
  readonly hub: LiveHub;
}

/**
 * One delivery of a stream. `ended`: the viewer may not see it any more, and nothing follows. It is a value because
 * an error thrown from an iterator would close the socket with everything else that is on it.
 */
export type Delivery =
  | { readonly kind: 'state'; readonly run: OperationRun | null }
  | { readonly kind: 'ended'; readonly fault: Fault };

/**
 * The run now, then after every change, in version order, until it is completed. States may be skipped for a slow
 * reader, the last one never. Rejects with NOT_FOUND when the viewer cannot see the run.
 */
export async function watchRun(
  { db, hub }: WatchDependencies,
  signIn: SignIn,
  runId: number,
): Promise<AsyncIterableIterator<Delivery>> {
  const find = async () => (await listRunsById(db, signIn.viewer, [runId]))[0] ?? null;
  const first = await find();
  if (first === null) throw notFound();
  return hub.watch<Delivery>({
    topics: [`run:${runId}`, `access:${first.workspaceId}`, `${signIn.kind}:${signIn.id}`],
    read: () =>
      guarded(db, signIn, async () => {
        const run = await find();
        return run === null ? ended(notFound()) : stateOf(run, isFinal(run.status));
      }),
  });
}

/** The tenant's latest attempt now, then every change, following newer attempts as they start. Never ends by itself. */
export async function watchTenantVerification(
  { db, hub }: WatchDependencies,
  signIn: SignIn,
  tenantId: number,
): Promise<AsyncIterableIterator<Delivery>> {
  const { viewer } = signIn;
  const [tenant] = await listTenantsById(db, viewer, [tenantId]);
  if (tenant === undefined) throw notFound();
  return hub.watch<Delivery>({
    topics: [`tenant:${tenantId}`, `access:${tenant.workspaceId}`, `${signIn.kind}:${signIn.id}`],
    read: () =>
      guarded(db, signIn, async () => {
        const [latest] = await listLatestRuns(db, viewer, verificationType, [tenantId]);
        if (latest !== undefined) return stateOf(latest, false);
        const [stillEntitled] = await listTenantsById(db, viewer, [tenantId]);
        return stillEntitled === undefined ? ended(notFound()) : stateOf(null, false);
      }),
  });
}

async function guarded(
  db: Db,
  signIn: SignIn,
  read: () => Promise<Reading<Delivery>>,
): Promise<Reading<Delivery>> {
  return (await isSignInValid(db, signIn)) ? await read() : ended(unauthenticated());
}

function stateOf(run: OperationRun | null, last: boolean): Reading<Delivery> {
  return { value: { kind: 'state', run }, mark: run === null ? 'none' : `${run.id}/${run.version}`, last };
}

function ended(fault: Fault): Reading<Delivery> {
  return { value: { kind: 'ended', fault }, mark: fault.code, last: true };
}
