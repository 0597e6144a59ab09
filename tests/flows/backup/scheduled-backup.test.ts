import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scheduled } from '../schedules/schedule-world.ts';
import { createVerificationWorld, type VerificationWorld } from '../verification/verification-world.ts';

let world: VerificationWorld;
beforeAll(async () => {
  world = await createVerificationWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

describe('a schedule of backups', () => {
  it('backs its tenants up when it is due, and says of each what became of it', async () => {
    const time = scheduled(world);
    const [healthy, partly, refused] = [
      await world.addTenant(),
      await world.addTenant('missing-permission'),
      await world.addTenant('secret-expired'),
    ];
    const bare = await world.addTenant();
    await world.database.db.execute(
      sql`delete from provider_credentials where provider_connection_id = ${bare.connectionId}`,
    );
    time.setTime('2027-03-01T01:00:00Z');
    const id = await time.create({ operationType: 'backup.run', windowMinutes: 30 });
    await time.pass(90);
    const started = await time.runs(id);
    expect(started.map(({ tenant, status, reason }) => [tenant, status, reason])).toEqual([
      [healthy.id, 'running', null],
      [partly.id, 'running', null],
      [refused.id, 'running', null],
      [bare.id, 'skipped', 'credential.missing'],
    ]);
    for (const { run } of started) if (run !== null) await world.backUp(run);
    const ended = await time.runs(id);
    expect(ended.map(({ status }) => status)).toEqual(['success', 'partial', 'failed', 'skipped']);
    const sets = await world.database.db.execute(
      sql`select tenant_id::int as tenant, origin, completeness from backup_sets order by tenant_id`,
    );
    expect([...sets]).toEqual([
      { tenant: healthy.id, origin: 'scheduled', completeness: 'complete' },
      { tenant: partly.id, origin: 'scheduled', completeness: 'partial' },
    ]);
  });
});
