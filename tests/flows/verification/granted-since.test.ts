import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { meaningOf } from '../../../core/connections/permission-needs.ts';
import { tenantPermissions } from '../../../db/tables/connections.ts';
import { verificationRechecks } from '../../../db/tables/rechecks.ts';
import { listPermissions } from '../../../db/tenants/tenants.ts';
import { addFault } from '../../../sandbox/graph/changes.ts';
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

describe('a grant that Microsoft Graph refuses', () => {
  const hourMs = 3_600_000;
  const refusedRead = { kind: 'graph', status: 403, code: 'Forbidden', message: 'No.' } as const;

  /** What the check says, and a day later, when waiting explains nothing any longer. */
  async function refusedForLong(on: string, key: string) {
    const tenant = await world.addTenant();
    addFault(world.sandbox.state, { on, tenantId: tenant.tenantId, answer: refusedRead });
    const start = Date.now();
    const said: (string | null | undefined)[] = [];
    for (const hours of [0, 23, 25]) {
      world.clock.now = () => new Date(start + hours * hourMs);
      const { report } = await world.verify(tenant);
      said.push(report.checks.find((check) => check.key === key)?.reason_code);
    }
    world.clock.now = () => new Date();
    return { tenant, said };
  }

  test.for([
    ['/identity/conditionalAccess', 'capability.conditional_access'],
    ['/deviceManagement/deviceConfigurations', 'capability.configuration'],
    // The token carries the permission: no one is asked to grant it.
    ['/organization', 'tenant.identity'],
    ['/servicePrincipals', 'consent.app_roles'],
    ['/subscribedSkus', 'licence.intune'],
    ['graph', 'tenant.identity'],
  ] as const)('%s: is waited for a day, whether a profile asks for it or not', async ([on, key]) => {
    const { said } = await refusedForLong(on, key);
    const waiting = 'permission.not_yet_effective';
    expect(said).toEqual([waiting, waiting, 'permission.granted_but_refused']);
  });

  test('then no one is told to wait for it, and no verification is planned for it', async () => {
    const { tenant } = await refusedForLong(
      '/deviceManagement/deviceConfigurations',
      'capability.configuration',
    );
    const { db } = world.database;
    const permissions = await listPermissions(db, world.viewer, [tenant.id]);
    const refused = permissions.filter(({ state }) => state === 'granted_not_yet_effective');
    expect(refused.map((permission) => meaningOf(permission).need)).toEqual(['act']);
    expect(
      await db.select().from(verificationRechecks).where(eq(verificationRechecks.tenantId, tenant.id)),
    ).toEqual([]);
  });
});
