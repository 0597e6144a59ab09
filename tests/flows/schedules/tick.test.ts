import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cancelRun } from '../../../flows/runs/cancel-run.ts';
import { freeze, unfreeze } from '../../../flows/schedules/freeze.ts';
import { deleteSchedule, pauseSchedule, resumeSchedule } from '../../../flows/schedules/manage-schedules.ts';
import { runScheduleNow } from '../../../flows/schedules/run-schedule-now.ts';
import { archiveTenant } from '../../../flows/tenants/archive-tenant.ts';
import {
  createVerificationWorld,
  type VerificationWorld,
  type WorldTenant,
} from '../verification/verification-world.ts';
import { scheduled } from './schedule-world.ts';

let world: VerificationWorld;
let time: ReturnType<typeof scheduled>;
let tenants: WorldTenant[];

beforeAll(async () => {
  world = await createVerificationWorld();
  time = scheduled(world);
  tenants = [await world.addTenant(), await world.addTenant(), await world.addTenant('secret-expired')];
});
afterAll(() => world[Symbol.asyncDispose]());

/** Every test has a schedule of its own, in a night of its own. */
let night = 0;
let date = '';
beforeEach(async () => {
  await world.database.db.execute(sql`update schedules set is_enabled = false, next_due_at = null`);
  night += 1;
  date = `2027-01-${String(night).padStart(2, '0')}`;
  time.setTime(`${date}T01:00:00Z`);
});

/** A worker's work, for all that is queued. */
async function workOnAll(): Promise<void> {
  const rows = await world.database.db.execute<{ id: string }>(
    sql`select id from operation_runs where status = 'queued'`,
  );
  for (const { id } of rows) await world.run(Number(id));
}

const at = (clock: string) => time.setTime(`${date}T${clock}:00Z`);
const ids = () => tenants.map(({ id }) => id);

describe('a schedule', () => {
  it('starts each of its tenants once, within the window, and says what became of it', async () => {
    const id = await time.create();
    await time.pass(59);
    expect(await time.countDues()).toBe(0);
    at('02:00');
    await time.pass(60);
    expect(await time.countDues()).toBe(0);
    const started = await time.runs(id);
    expect(started.map(({ tenant, status }) => ({ tenant, status }))).toEqual(
      ids().map((tenant) => ({ tenant, status: 'running' })),
    );
    await workOnAll();
    // The third is blocked for its secret: success speaks of the run, the verdict of the tenant.
    const ended = await time.runs(id);
    expect(ended.map(({ status }) => status)).toEqual(['success', 'success', 'success']);
    const triggers = await world.database.db.execute(
      sql`select distinct trigger, initiator_user_id from operation_runs where id in (select operation_run_id from schedule_runs where schedule_id = ${id})`,
    );
    expect([...triggers]).toEqual([{ trigger: 'schedule', initiator_user_id: null }]);
    expect(started.every(({ due }) => due === `${date.slice(5)} 02:00`)).toBe(true);
  });

  it('is planned and started once by ticks that come twice, at once and in several processes', async () => {
    const id = await time.create({ windowMinutes: 1 });
    at('02:00');
    await Promise.all(Array.from({ length: 6 }, () => time.tick()));
    at('02:01');
    await Promise.all(Array.from({ length: 6 }, () => time.tick()));
    const runs = await time.runs(id);
    expect(runs).toHaveLength(tenants.length);
    const active = await world.database.db.execute(sql`select from operation_runs where status = 'queued'`);
    expect(active).toHaveLength(tenants.length);
    await workOnAll();
  });

  it('runs its newest due time after downtime, and records the others as missed', async () => {
    const id = await time.create();
    const from = night;
    night += 3;
    date = `2027-01-${String(night).padStart(2, '0')}`;
    at('09:00');
    await time.pass(60);
    const runs = await time.runs(id);
    const missed = runs.filter(({ status }) => status === 'skipped');
    expect(missed).toHaveLength(3 * tenants.length);
    expect(new Set(missed.map(({ reason }) => reason))).toEqual(new Set(['schedule.missed']));
    expect(new Set(missed.map(({ due }) => due))).toEqual(
      new Set([0, 1, 2].map((day) => `01-${String(from + day).padStart(2, '0')} 02:00`)),
    );
    expect(runs.filter(({ status }) => status === 'running')).toHaveLength(tenants.length);
    await workOnAll();
  });

  it('tries a busy tenant again until its window ends, then says which run was in the way', async () => {
    const [busy] = tenants;
    if (busy === undefined) throw new Error('the world has no tenants');
    const blocking = await world.start(busy);
    const id = await time.create({ selector: { tenantIds: [busy.id] } });
    at('02:00');
    await time.pass(58);
    expect(await time.runs(id)).toEqual([]);
    await time.pass(4);
    expect(await time.runs(id)).toEqual([
      {
        tenant: busy.id,
        due: `${date.slice(5)} 02:00`,
        status: 'skipped',
        reason: 'scope.busy',
        run: null,
        blocking,
      },
    ]);
    await world.run(blocking);
  });

  it('starts a tenant that was busy as soon as the way is free', async () => {
    const [busy] = tenants;
    if (busy === undefined) throw new Error('the world has no tenants');
    const blocking = await world.start(busy);
    const id = await time.create({ selector: { tenantIds: [busy.id] }, windowMinutes: 30 });
    at('02:00');
    await time.pass(24);
    await world.run(blocking);
    await time.pass(4);
    expect((await time.runs(id)).map(({ status }) => status)).toEqual(['running']);
    await workOnAll();
  });

  it('skips a tenant without a credential for that reason, and writes no run', async () => {
    const tenant = await world.addTenant();
    await world.database.db.execute(
      sql`delete from provider_credentials where provider_connection_id = ${tenant.connectionId}`,
    );
    const id = await time.create({ selector: { tenantIds: [tenant.id] } });
    at('02:00');
    await time.pass(60);
    expect(await time.runs(id)).toMatchObject([
      { status: 'skipped', reason: 'credential.missing', run: null },
    ]);
    const runs = await world.database.db.execute(
      sql`select from operation_runs where tenant_id = ${tenant.id}`,
    );
    expect(runs).toHaveLength(0);
    await archiveTenant(time.dependencies, world.viewer, tenant.id);
  });

  it('leaves archived tenants out, and skips one that is archived before its turn', async () => {
    const tenant = await world.addTenant();
    const id = await time.create({ selector: { tenantIds: [tenant.id] } });
    at('02:00');
    await world.database.db.execute(sql`update schedules set window_minutes = 720 where id = ${id}`);
    await time.tick();
    await archiveTenant(time.dependencies, world.viewer, tenant.id);
    await runScheduleNow(time.dependencies, world.viewer, id);
    await time.tick();
    expect(await time.runs(id)).toMatchObject([{ reason: 'tenant.archived' }]);
    await runScheduleNow(time.dependencies, world.viewer, id);
    await time.tick();
    expect(await time.runs(id)).toHaveLength(1);
  });

  it('gives way to another that was due before on the same tenant, and names its run', async () => {
    const first = await time.create({ windowMinutes: 120 });
    const second = await time.create({ cadence: { kind: 'daily', atLocal: '02:30' } });
    at('02:00');
    await time.pass(200);
    await workOnAll();
    const runs = new Map((await time.runs(first)).map(({ tenant, run }) => [tenant, run]));
    expect((await time.runs(first)).map(({ status }) => status)).toEqual(['success', 'success', 'success']);
    expect(await time.runs(second)).toMatchObject(
      ids().map((tenant) => ({ tenant, reason: 'schedule.overlapped', run: null })),
    );
    const linked = (await time.runs(second)).filter(({ blocking }) => blocking !== null);
    expect(linked.length).toBeGreaterThan(0);
    for (const { tenant, blocking } of linked) expect(blocking).toBe(runs.get(tenant));
  });

  it('says that somebody stopped its run', async () => {
    const [tenant] = tenants;
    if (tenant === undefined) throw new Error('the world has no tenants');
    const id = await time.create({ selector: { tenantIds: [tenant.id] } });
    await runScheduleNow(time.dependencies, world.viewer, id);
    await time.tick();
    const [started] = await time.runs(id);
    await cancelRun(time.dependencies, world.viewer, started?.run ?? 0);
    expect(await time.runs(id)).toMatchObject([{ status: 'canceled', reason: 'run.cancelled' }]);
  });
});

describe('somebody', () => {
  it('pauses it: who waits is skipped, nothing is due, and what was due meanwhile is not made up for', async () => {
    const id = await time.create({ windowMinutes: 720 });
    at('02:00');
    await time.tick();
    await pauseSchedule(time.dependencies, world.viewer, { id, reason: 'Migration.' });
    expect(await time.countDues()).toBe(0);
    const skipped = (await time.runs(id)).filter(({ reason }) => reason === 'schedule.paused');
    expect(skipped.length).toBeGreaterThan(0);
    night += 2;
    date = `2027-01-${String(night).padStart(2, '0')}`;
    at('09:00');
    await time.tick();
    await resumeSchedule(time.dependencies, world.viewer, id);
    await time.tick();
    expect(await time.runs(id)).toHaveLength(tenants.length);
    await workOnAll();
  });

  it('runs it at once: who waits for a turn has it now, and nobody twice', async () => {
    const id = await time.create({ windowMinutes: 720 });
    at('02:00');
    await time.tick();
    const before = await time.countDues();
    await runScheduleNow(time.dependencies, world.viewer, id);
    await time.tick();
    expect(before).toBeGreaterThan(0);
    expect(await time.countDues()).toBe(0);
    const runs = await time.runs(id);
    // One that had started by then has been asked for once more, and was busy with itself.
    expect(new Set(runs.map(({ tenant, due }) => `${tenant} ${due}`)).size).toBe(runs.length);
    await workOnAll();
  });

  it('runs it at once just before its due time is planned: neither takes the other’s turn', async () => {
    const id = await time.create();
    at('02:30');
    await runScheduleNow(time.dependencies, world.viewer, id);
    await time.tick();
    await workOnAll();
    expect((await time.runs(id)).filter(({ status }) => status === 'skipped')).toEqual([]);
  });

  it('deletes it: its runs stay, and a second time there is nothing', async () => {
    const id = await time.create();
    await runScheduleNow(time.dependencies, world.viewer, id);
    await time.tick();
    await deleteSchedule(time.dependencies, world.viewer, id);
    await expect(deleteSchedule(time.dependencies, world.viewer, id)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await time.runs(id)).toHaveLength(tenants.length);
    await workOnAll();
  });

  it('adds no schedule to a workspace that is full, however many add one at once', async () => {
    await world.database.db.execute(
      sql`update schedules set deleted_at = now(), is_enabled = false, next_due_at = null`,
    );
    for (let count = 1; count < 50; count += 1) await time.create();
    const added = await Promise.allSettled([time.create(), time.create(), time.create()]);
    expect(added.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
    await expect(time.create()).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'A workspace can have at most 50 schedules. Delete one first.',
    });
    await world.database.db.execute(
      sql`update schedules set deleted_at = now(), is_enabled = false, next_due_at = null`,
    );
  });

  it('freezes a tenant or the workspace: nothing is started there until it ends by itself', async () => {
    const [frozen] = tenants;
    if (frozen === undefined) throw new Error('the world has no tenants');
    const place = { workspaceId: 1, tenantId: frozen.id };
    await freeze(time.dependencies, world.viewer, {
      place,
      until: new Date(`${date}T03:00:00Z`),
      reason: 'Moving.',
    });
    const cadence = { kind: 'daily', atLocal: '23:00' } as const;
    const id = await time.create({ cadence, selector: { tenantIds: [frozen.id] } });
    await runScheduleNow(time.dependencies, world.viewer, id);
    await time.tick();
    expect(await time.runs(id)).toMatchObject([{ reason: 'schedule.frozen', run: null }]);
    // A person still may.
    await world.run(await world.start(frozen));
    at('03:00');
    await runScheduleNow(time.dependencies, world.viewer, id);
    await time.tick();
    expect(await time.runs(id)).toMatchObject([
      { reason: 'schedule.frozen' },
      { status: 'running', reason: null },
    ]);
    await workOnAll();
    const all = { workspaceId: 1, tenantId: null };
    await freeze(time.dependencies, world.viewer, {
      place: all,
      until: new Date(`${date}T09:00:00Z`),
      reason: 'Moving.',
    });
    at('04:00');
    await runScheduleNow(time.dependencies, world.viewer, id);
    await time.tick();
    expect((await time.runs(id)).at(-1)).toMatchObject({ reason: 'schedule.frozen' });
    await unfreeze(time.dependencies, world.viewer, all);
    at('05:00');
    await runScheduleNow(time.dependencies, world.viewer, id);
    await time.tick();
    expect((await time.runs(id)).at(-1)).toMatchObject({ status: 'running' });
    await workOnAll();
  });
});
