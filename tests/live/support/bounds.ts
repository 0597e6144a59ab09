import type { Sql } from 'postgres';
import { expect } from 'vitest';
import { readAll, startLiveTest } from './hub.ts';

/** Without triggers, which would take a minute; a hint and a commit for every hundred versions. */
async function writeQuickly(sql: Sql, id: number, versions: number): Promise<void> {
  const session = await sql.reserve();
  await session`set session_replication_role = replica`;
  await session.unsafe(`do $$ begin for step in 1..${versions} loop
    update operation_runs set version = version + 1 where id = ${id};
    if step % 100 = 0 then perform tenantatlas_hint('run', ${id}); commit; end if;
  end loop; end $$`);
  await session`reset session_replication_role`;
  session.release();
}

export async function keepsOneState(changes: number): Promise<void> {
  await using live = await startLiveTest();
  const { world, hub } = live;
  const { signIn } = await world.addPerson();
  const id = await world.startRun();
  const stream = await hub.watch(signIn, { kind: 'run', id });
  const others = readAll(await hub.watch((await world.addPerson()).signIn, { kind: 'run', id }));
  await writeQuickly(world.sql, id, changes);
  await world.complete(id);
  expect((await others).at(-1)).toEqual({ id, version: changes + 2, status: 'completed' });
  expect(hub.figures.unread).toBeLessThanOrEqual(1);
  expect(await readAll(stream)).toEqual([{ id, version: changes + 2, status: 'completed' }]);
}

/** Five hundred at a time, side by side. */
export async function leavesNothingBehind(subscriptions: number): Promise<void> {
  await using live = await startLiveTest();
  const { world, hub } = live;
  const { signIn } = await world.addPerson();
  const id = await world.startRun();
  const subjects = [
    { kind: 'run', id },
    { kind: 'tenant', id: world.tenantId },
    { kind: 'workspace', id: world.workspaceId, tenantId: null, types: null },
  ] as const;
  const subscribe = async (_: unknown, index: number) => {
    const stream = await hub.watch(signIn, subjects[index % 3] ?? subjects[0]);
    const first = stream.next();
    // Also while a `next` waits.
    const second = index % 2 === 0 ? stream.next() : null;
    await first;
    await stream.return?.();
    await second;
  };
  for (let round = 0; round < subscriptions / 500; round += 1)
    await Promise.all(Array.from({ length: 500 }, subscribe));
  expect(hub.figures).toMatchObject({ watching: 0, unread: 0, failures: 0 });
  expect(hub.figures.decisions).toBeLessThan(5);
}
