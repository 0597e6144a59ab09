import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tenantPermissions } from '../../../db/tables/connections.ts';
import { createVerificationWorld, type VerificationWorld } from './verification-world.ts';

let world: VerificationWorld;
beforeAll(async () => {
  world = await createVerificationWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

test('a grant is remembered since it was first seen, and after a day it is no longer waited for', async () => {
  const tenant = await world.addTenant('permission-pending');
  const { db } = world.database;
  const ofTenant = eq(tenantPermissions.tenantId, tenant.id);
  const since = async () =>
    await db
      .select({ permission: tenantPermissions.permission, since: tenantPermissions.grantedSince })
      .from(tenantPermissions)
      .where(ofTenant)
      .orderBy(tenantPermissions.permission);
  const verdict = async () => {
    const { report } = await world.verify(tenant);
    return report.checks.find(({ key }) => key === 'consent.app_roles')?.reason_code;
  };
  expect(await verdict()).toBe('permission.not_yet_effective');
  const first = await since();
  expect(first.every((row) => row.since !== null)).toBe(true);
  expect(await verdict()).toBe('permission.not_yet_effective');
  expect(await since()).toEqual(first);
  await db
    .update(tenantPermissions)
    .set({ grantedSince: sql`now() - interval '25 hours'` })
    .where(ofTenant);
  expect(await verdict()).toBe('permission.granted_but_refused');
});
