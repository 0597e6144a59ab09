import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../flows/live/watch.ts';
import { until } from '../support/until.ts';
import { keepsOneState, leavesNothingBehind } from './support/bounds.ts';
import { readAll, show, startLiveTest } from './support/hub.ts';

/** Longer than any sweep (2.4 s) and the read that follows. */
const afterSweepMs = 3_500;

describe.concurrent('a watched run', () => {
  it('shows its state now, rises in version, and completes after the final state', async () => {
    await using live = await startLiveTest();
    const { world, hub } = live;
    const { signIn } = await world.addPerson();
    const id = await world.startRun();
    const stream = await hub.watch(signIn, { kind: 'run', id });
    const seen = readAll(stream);
    for (let step = 1; step <= 5; step += 1) await world.progress(id, step);
    await world.complete(id);
    const states = await seen;
    const versions = states.map((state) => (state as { version: number }).version);
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
    expect(states.at(-1)).toEqual({ id, version: 7, status: 'completed' });
    expect(hub.figures.watching).toBe(0);
  });

  it('gives one event and completes when it was completed before', async () => {
    await using live = await startLiveTest();
    const { world, hub } = live;
    const { signIn } = await world.addPerson();
    const id = await world.startRun();
    await world.complete(id);
    expect(await readAll(await hub.watch(signIn, { kind: 'run', id }))).toEqual([
      { id, version: 2, status: 'completed' },
    ]);
  });

  it('converges when every hint is lost', async () => {
    await using live = await startLiveTest({ hints: false });
    const { world, hub } = live;
    const { signIn } = await world.addPerson();
    const id = await world.startRun();
    const workspace = await hub.watch(signIn, {
      kind: 'workspace',
      id: world.workspaceId,
      tenantId: null,
      types: null,
    });
    const tenant = await hub.watch(signIn, { kind: 'tenant', id: world.tenantId });
    const seen = readAll(await hub.watch(signIn, { kind: 'run', id }));
    await workspace.next();
    expect(show((await tenant.next()).value)).toBeNull();
    await world.complete(id);
    const verification = await world.startRun({ type: 'provider.connection.check' });
    expect((await seen).at(-1)).toEqual({ id, version: 2, status: 'completed' });
    expect(show((await tenant.next()).value)).toMatchObject({ id: verification });
    const both = [show((await workspace.next()).value), show((await workspace.next()).value)];
    expect(both).toContainEqual({ id, version: 2, status: 'completed' });
    expect(both).toContainEqual({ id: verification, version: 1, status: 'running' });
    await until('they are counted', () => Promise.resolve(hub.figures.missedHints > 0));
  });

  it('counts a hint as missed when it never comes, not when it is late or the first look is still under way', async () => {
    const held = Promise.withResolvers<undefined>();
    let isHeld = true;
    await using live = await startLiveTest({
      hints: false,
      wrap: (queries) => ({
        ...queries,
        async readStates(ids) {
          if (isHeld) await held.promise;
          return await queries.readStates(ids);
        },
      }),
    });
    const { world, hub } = live;
    const { signIn } = await world.addPerson();
    const finished = await world.startRun();
    await world.complete(finished);
    const subject = { kind: 'workspace', id: world.workspaceId, tenantId: null, types: null } as const;
    const joining = hub.watch(signIn, subject);
    await delay(2 * afterSweepMs);
    isHeld = false;
    held.resolve(undefined);
    const workspace = await joining;
    expect(show((await workspace.next()).value)).toMatchObject({ id: finished });
    const id = await world.startRun();
    expect(show((await workspace.next()).value)).toMatchObject({ id, version: 1 });
    hub.onChange({ what: 'run', id });
    await delay(2 * afterSweepMs);
    expect(hub.figures.missedHints).toBe(0);
    await world.complete(id);
    expect(show((await workspace.next()).value)).toMatchObject({ id, version: 2 });
    await until('it is counted', () => Promise.resolve(hub.figures.missedHints === 1));
  });

  it('is not found for a stranger, for another workspace’s token, and when it does not exist', async () => {
    await using live = await startLiveTest();
    const { world, hub } = live;
    const person = await world.addPerson();
    const { signIn } = person;
    const id = await world.startRun();
    const elsewhere = { ...signIn, viewer: { ...signIn.viewer, workspaceId: world.workspaceId + 1 } };
    await expect(hub.watch(elsewhere, { kind: 'run', id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(hub.watch(signIn, { kind: 'run', id: id + 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await person.revoke();
    await expect(hub.watch(signIn, { kind: 'run', id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(hub.figures.watching).toBe(0);
  });
});

describe.concurrent('a watched tenant', () => {
  it('is null before its first verification and follows newer attempts', async () => {
    await using live = await startLiveTest();
    const { world, hub } = live;
    const { signIn } = await world.addPerson();
    const stream = await hub.watch(signIn, { kind: 'tenant', id: world.tenantId });
    expect(show((await stream.next()).value)).toBeNull();
    const first = await world.startRun({ type: 'provider.connection.check' });
    expect(show((await stream.next()).value)).toMatchObject({ id: first });
    const second = await world.startRun({ type: 'provider.connection.check' });
    expect(show((await stream.next()).value)).toMatchObject({ id: second });
    await world.progress(first, 1);
    await world.progress(second, 1);
    hub.onChange({ what: 'run', id: first });
    hub.onChange({ what: 'run', id: second });
    expect(show((await stream.next()).value)).toMatchObject({ id: second, version: 2 });
    await stream.return?.();
  });
});

describe.concurrent('a watched workspace', () => {
  it('shows what is under way, then every change the filter and the viewer’s rights let through', async () => {
    await using live = await startLiveTest();
    const { world, hub } = live;
    const { signIn } = await world.addPerson();
    const hidden = await world.addTenant();
    const active = await world.startRun();
    await world.startRun({ tenantId: hidden });
    const all = await hub.watch(signIn, {
      kind: 'workspace',
      id: world.workspaceId,
      tenantId: null,
      types: null,
    });
    const some = await hub.watch(signIn, {
      kind: 'workspace',
      id: world.workspaceId,
      tenantId: world.tenantId,
      types: ['entra.groups.sync'],
    });
    expect(show((await all.next()).value)).toMatchObject({ id: active, version: 1 });
    await world.startRun({ tenantId: hidden });
    const started = await world.startRun({ type: 'entra.groups.sync' });
    expect(show((await all.next()).value)).toMatchObject({ id: started });
    expect(show((await some.next()).value)).toMatchObject({ id: started });
    await world.complete(active);
    expect(show((await all.next()).value)).toEqual({ id: active, version: 2, status: 'completed' });
  });

  it('refuses a filter for a tenant the viewer is not entitled to', async () => {
    await using live = await startLiveTest();
    const { world, hub } = live;
    const { signIn } = await world.addPerson();
    const tenantId = await world.addTenant();
    await expect(
      hub.watch(signIn, { kind: 'workspace', id: world.workspaceId, tenantId, types: null }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe.concurrent('entitlement', () => {
  it.each([true, false])(
    'delivers nothing that was written after a revocation (hints: %s)',
    async (hints) => {
      await using live = await startLiveTest({ hints });
      const { world, hub } = live;
      const people = await Promise.all(Array.from({ length: 20 }, () => world.addPerson()));
      const id = await world.startRun();
      const streams = await Promise.all(people.map(({ signIn }) => hub.watch(signIn, { kind: 'run', id })));
      const all = streams.map(readAll);
      for (const person of people) await person.revoke();
      await world.progress(id, 1);
      // Also when the change is announced and the revocation is not.
      hub.onChange({ what: 'run', id });
      for (const seen of await Promise.all(all)) {
        expect(seen.at(-1)).toBe('NOT_FOUND');
        expect(
          seen.filter((state) => typeof state === 'object' && state !== null && state.version > 1),
        ).toEqual([]);
      }
    },
  );

  it.each([true, false])('ends an idle stream when membership or session ends (hints: %s)', async (hints) => {
    await using live = await startLiveTest({ hints });
    const { world, hub } = live;
    const revoked = await world.addPerson();
    const signedOut = await world.addPerson();
    const id = await world.startRun();
    const streams = [revoked, signedOut].map(async ({ signIn }) =>
      readAll(await hub.watch(signIn, { kind: 'run', id })),
    );
    const tenant = readAll(await hub.watch(signedOut.signIn, { kind: 'tenant', id: world.tenantId }));
    await Promise.all([revoked.revoke(), signedOut.signOut()]);
    expect((await streams[0])?.at(-1)).toBe('NOT_FOUND');
    expect((await streams[1])?.at(-1)).toBe('UNAUTHENTICATED');
    expect((await tenant).at(-1)).toBe('UNAUTHENTICATED');
  });

  it.each([true, false])('tells whose role is another, and no one else (hints: %s)', async (hints) => {
    await using live = await startLiveTest({ hints });
    const { world, hub } = live;
    const [changed, other] = [await world.addPerson('manager'), await world.addPerson()];
    const { userId } = changed.signIn.viewer;
    const subject = { kind: 'access', id: world.workspaceId } as const;
    const stream = await hub.watch(changed.signIn, subject);
    const seenByOther = readAll(await hub.watch(other.signIn, subject));
    const next = async () => show(await stream.next().then(({ value }) => value as Delivery));
    expect(await next()).toBe(null);
    await world.sql`update tenant_memberships set role = 'readonly' where user_id = ${userId}`;
    expect(await next()).toBe(null);
    await world.sql`update workspace_memberships set role = 'operator' where user_id = ${userId}`;
    expect(await next()).toBe(null);
    await world.sql`delete from workspace_memberships where user_id = ${other.signIn.viewer.userId}`;
    expect(await seenByOther).toEqual([null, 'NOT_FOUND']);
    await stream.return?.();
  });

  it('ends an idle stream when the sign-in runs out', async () => {
    let time = Date.now();
    await using live = await startLiveTest({ hints: false, now: () => new Date(time) });
    const { world, hub } = live;
    const { signIn } = await world.addPerson();
    const id = await world.startRun();
    const seen = readAll(await hub.watch(signIn, { kind: 'run', id }));
    time = signIn.expiresAt?.getTime() ?? 0;
    expect((await seen).at(-1)).toBe('UNAUTHENTICATED');
  });

  it('lets everybody else in the workspace go on', async () => {
    await using live = await startLiveTest();
    const { world, hub } = live;
    const [leaves, stays] = [await world.addPerson(), await world.addPerson()];
    const id = await world.startRun();
    const left = readAll(await hub.watch(leaves.signIn, { kind: 'run', id }));
    const stayed = readAll(await hub.watch(stays.signIn, { kind: 'run', id }));
    await leaves.revoke();
    await left;
    await world.complete(id);
    expect((await stayed).at(-1)).toMatchObject({ status: 'completed' });
  });
});

describe('bounds', () => {
  it('keeps one state for a reader that has stopped, through thousands of changes, and gives it the last', async () => {
    await keepsOneState(5_000);
  });

  it('ends a workspace’s stream whose reader leaves a thousand runs unread', async () => {
    await using live = await startLiveTest();
    const { world, hub } = live;
    const { signIn } = await world.addPerson();
    const stream = await hub.watch(signIn, {
      kind: 'workspace',
      id: world.workspaceId,
      tenantId: null,
      types: null,
    });
    await world.sql`
      insert into operation_runs (workspace_id, tenant_id, type)
      select ${world.workspaceId}, ${world.tenantId}, 'entra.groups.sync' from generate_series(1, 1001)`;
    while (hub.figures.watching > 0) await delay(20);
    expect(await readAll(stream)).toEqual(['RATE_LIMITED']);
  });

  it('leaves nothing behind after a thousand subscriptions', async () => {
    await leavesNothingBehind(1_000);
  });

  it('reads the same for one subscriber as for a thousand', async () => {
    await using live = await startLiveTest();
    const { world, hub } = live;
    const { signIn } = await world.addPerson();
    const id = await world.startRun();
    const streams = await Promise.all(
      Array.from({ length: 1_000 }, () => hub.watch(signIn, { kind: 'run', id })),
    );
    const before = hub.figures.statesRead;
    const seen = streams.map(readAll);
    await world.complete(id);
    for (const states of await Promise.all(seen))
      expect(states.at(-1)).toMatchObject({ status: 'completed' });
    expect(hub.figures.statesRead - before).toBeLessThan(5);
  });

  it('sweeps without reading states when nothing has changed', async () => {
    await using live = await startLiveTest({ hints: false });
    const { world, hub } = live;
    const { signIn } = await world.addPerson();
    const stream = await hub.watch(signIn, { kind: 'run', id: await world.startRun() });
    await delay(afterSweepMs);
    const before = hub.figures.statesRead;
    await delay(afterSweepMs);
    expect(hub.figures.statesRead).toBe(before);
    await stream.return?.();
  });
});
