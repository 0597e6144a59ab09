import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recheckQueue } from '../../../core/runs/jobs.ts';
import { verificationRechecks } from '../../../db/tables/rechecks.ts';
import { operationRuns } from '../../../db/tables/runs.ts';
import { tenantPermissions } from '../../../db/tables/connections.ts';
import { createKeyring } from '../../../db/connections/envelope.ts';
import { startDueRecheck } from '../../../flows/verification/start-due-recheck.ts';
import { startVerification } from '../../../flows/verification/start-verification.ts';
import { stopRecheck } from '../../../flows/verification/stop-recheck.ts';
import { grantRole, revokeRole } from '../../../sandbox/graph/changes.ts';
import { createVerificationWorld, type VerificationWorld, type WorldTenant } from './verification-world.ts';

const role = 'DeviceManagementConfiguration.Read.All';

let world: VerificationWorld;
beforeAll(async () => {
  world = await createVerificationWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

async function recheckOf({ connectionId }: WorldTenant) {
  const [row] = await world.database.db
    .select({ attempt: verificationRechecks.attempt, dueAt: verificationRechecks.dueAt })
    .from(verificationRechecks)
    .where(eq(verificationRechecks.providerConnectionId, connectionId));
  return row ?? null;
}

async function jobsOf({ connectionId }: WorldTenant) {
  const jobs = await world.queue.boss.findJobs<{ connectionId: number; attempt: number }>(recheckQueue);
  return jobs.filter(({ data }) => data.connectionId === connectionId);
}

async function runsOf({ id }: WorldTenant) {
  return await world.database.db
    .select({ id: operationRuns.id, status: operationRuns.status, initiator: operationRuns.initiatorUserId })
    .from(operationRuns)
    .where(eq(operationRuns.tenantId, id))
    .orderBy(operationRuns.id);
}

async function stateOf({ connectionId }: WorldTenant): Promise<string | undefined> {
  const rows = await world.database.db
    .select({ permission: tenantPermissions.permission, state: tenantPermissions.state })
    .from(tenantPermissions)
    .where(eq(tenantPermissions.providerConnectionId, connectionId));
  return rows.find(({ permission }) => permission === role)?.state;
}

function dependencies() {
  const keyring = createKeyring([{ id: 'test', key: Buffer.alloc(32, 7) }]);
  const { database, queue } = world;
  return { database, queue, keyring, now: () => world.clock.now() };
}

/** The job of the rung, at its time; returns the run it started, if any. */
async function wake(tenant: WorldTenant, attempt: number): Promise<number | null> {
  const before = await runsOf(tenant);
  await startDueRecheck(dependencies(), { connectionId: tenant.connectionId, attempt });
  const started = (await runsOf(tenant)).at(before.length);
  return started?.id ?? null;
}

function setClock(at: Date): void {
  world.clock = Object.assign(world.clock, { now: () => at });
}

describe('a grant that has not arrived', () => {
  test('is verified again 2, 10, 60 minutes and 24 hours later, and then no more', async () => {
    const tenant = await world.addTenant('permission-pending');
    let now = new Date('2026-03-01T08:00:00Z');
    setClock(now);
    await world.verify(tenant);
    expect(await stateOf(tenant)).toBe('granted_not_yet_effective');
    for (const [index, minutes] of [2, 10, 60, 24 * 60].entries()) {
      const attempt = index + 1;
      const dueAt = new Date(now.getTime() + minutes * 60_000);
      expect(await recheckOf(tenant)).toEqual({ attempt, dueAt });
      const job = (await jobsOf(tenant)).find(({ data }) => data.attempt === attempt);
      expect(job?.startAfter).toEqual(dueAt);
      now = new Date(dueAt.getTime() + 1000);
      setClock(now);
      const runId = await wake(tenant, attempt);
      expect(runId).not.toBeNull();
      await world.run(runId ?? 0);
    }
    expect(await recheckOf(tenant)).toBeNull();
    expect((await runsOf(tenant)).map(({ initiator }) => initiator !== null)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  test('once it has arrived the ladder ends, and a job that still comes does nothing', async () => {
    const tenant = await world.addTenant('permission-pending');
    await world.verify(tenant);
    grantRole(world.sandbox.state, { ...tenant, role });
    await world.verify(tenant);
    expect([await stateOf(tenant), await recheckOf(tenant)]).toEqual(['effective', null]);
    expect(await wake(tenant, 1)).toBeNull();
  });

  test('a person ends it; whoever comes twice hears that none was waiting', async () => {
    const tenant = await world.addTenant('permission-pending');
    await world.verify(tenant);
    expect(await stopRecheck(world, world.viewer, tenant.id)).toBe(true);
    expect(await stopRecheck(world, world.viewer, tenant.id)).toBe(false);
    expect([await recheckOf(tenant), await wake(tenant, 1)]).toEqual([null, null]);
  });

  test('verifying by hand in between leaves the next rung where it was', async () => {
    const tenant = await world.addTenant('permission-pending');
    await world.verify(tenant);
    const promised = await recheckOf(tenant);
    await world.verify(tenant);
    expect(await recheckOf(tenant)).toEqual(promised);
  });

  test('one job of a rung that comes twice starts one run', async () => {
    const tenant = await world.addTenant('permission-pending');
    await world.verify(tenant);
    expect(await wake(tenant, 1)).not.toBeNull();
    expect(await wake(tenant, 1)).toBeNull();
    expect((await runsOf(tenant)).filter(({ status }) => status !== 'completed')).toHaveLength(1);
  });

  test('it waits a minute when a run is in the way', async () => {
    const tenant = await world.addTenant('permission-pending');
    await world.verify(tenant);
    const request = { tenantId: tenant.id, connectionId: null };
    const { run } = await startVerification(dependencies(), world.viewer, request);
    const due = (await recheckOf(tenant))?.dueAt ?? new Date(0);
    setClock(new Date(due.getTime() + 5000));
    expect(await wake(tenant, 1)).toBeNull();
    expect(await recheckOf(tenant)).toEqual({ attempt: 1, dueAt: new Date(due.getTime() + 65_000) });
    await world.run(run.id);
  });

  test('what is missing altogether is no one’s to wait for', async () => {
    const tenant = await world.addTenant();
    revokeRole(world.sandbox.state, { ...tenant, role });
    await world.verify(tenant);
    expect([await stateOf(tenant), await recheckOf(tenant)]).toEqual(['missing', null]);
  });
});

test('a run that is rolled back leaves no job: ladder, report and job are one transaction', async () => {
  const tenant = await world.addTenant('permission-pending');
  const sendRecheck = world.queue.sendRecheck.bind(world.queue);
  const failing = Object.assign(world.queue, {
    sendRecheck: async (...args: Parameters<typeof sendRecheck>) => {
      await sendRecheck(...args);
      throw new Error('the database is gone');
    },
  });
  await expect(world.verify(tenant)).rejects.toThrow('the database is gone');
  Object.assign(failing, { sendRecheck });
  expect([await recheckOf(tenant), await jobsOf(tenant)]).toEqual([null, []]);
  const [run] = await runsOf(tenant);
  expect(run?.status).toBe('running');
  await world.run(run?.id ?? 0);
  expect(await jobsOf(tenant)).toHaveLength(1);
});
