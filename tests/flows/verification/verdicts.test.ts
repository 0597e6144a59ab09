import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reasons } from '../../../core/reasons/reasons.ts';
import { compareReports } from '../../../core/verification/report-changes.ts';
import { roleOf } from '../../../core/verification/evidence-kinds.ts';
import { listConnectionsById } from '../../../db/connections/connections.ts';
import { claimRun } from '../../../db/runs/run-writes.ts';
import { operationRuns } from '../../../db/tables/runs.ts';
import { tenants } from '../../../db/tables/tenancy.ts';
import { countTenants, listPermissions, listTenantsById } from '../../../db/tenants/tenants.ts';
import { listAcknowledgements } from '../../../db/verification/acknowledgements.ts';
import { listReasonClusters } from '../../../db/verification/reason-clusters.ts';
import { listVerificationStandings } from '../../../db/verification/verification-standing.ts';
import { cancelRun } from '../../../flows/runs/cancel-run.ts';
import { finishAbandonedRun } from '../../../flows/runs/finish-abandoned-run.ts';
import { acknowledgeCheck } from '../../../flows/verification/acknowledge-check.ts';
import type { FaultAnswer } from '../../../sandbox/control/faults.ts';
import { addFault, clearFaults } from '../../../sandbox/graph/changes.ts';
import { scenarios, type ScenarioName } from '../../../sandbox/scenarios.ts';
import {
  createVerificationWorld,
  mapLimited,
  type VerificationWorld,
  type WorldTenant,
} from './verification-world.ts';

let world: VerificationWorld;
beforeAll(async () => {
  // Enough for the scenarios that ask to be asked again after a second, also on a busy machine (ms).
  const bounds = { patienceMs: 15_000, tokenTimeoutMs: 3000, graphTimeoutMs: 3000 };
  world = await createVerificationWorld({ bounds });
});
afterAll(() => world[Symbol.asyncDispose]());

const now = () => new Date();
const checkKey = 'consent.app_roles';

async function latestRun({ id }: WorldTenant): Promise<number> {
  const rows = await world.database.db
    .select({ id: operationRuns.id })
    .from(operationRuns)
    .where(eq(operationRuns.tenantId, id));
  return Math.max(...rows.map((row) => row.id));
}

/** Everything a verification may change about its tenant. */
async function knownOf({ id, connectionId }: WorldTenant) {
  const { database, viewer } = world;
  const { db } = database;
  return {
    standing: await listVerificationStandings(db, viewer, [id]),
    connection: await listConnectionsById(db, viewer, [connectionId]),
    permissions: await listPermissions(db, viewer, [id]),
  };
}

/** Attempts that say nothing about the tenant. */
const attempts = {
  cancelled: async ({ id }: WorldTenant) => {
    const { database, queue, viewer } = world;
    const runId = await world.start({ id });
    await cancelRun({ database, queue, now }, viewer, runId);
  },
  lost: async ({ id }: WorldTenant) => {
    const { database } = world;
    const runId = await world.start({ id });
    await database.transaction((tx) => claimRun(tx, runId, {}, now()));
    await finishAbandonedRun({ database, now }, runId);
  },
  'cut off by our network': async (tenant: WorldTenant) => {
    addFault(world.sandbox.state, { on: 'token', tenantId: tenant.tenantId, answer: { kind: 'reset' } });
    const { outcome } = await world.verify(tenant);
    clearFaults(world.sandbox.state);
    expect(outcome).toBe('failed');
  },
} as const;

describe('an attempt without a verdict', () => {
  test(
    'changes nothing that is known of the tenant, and ends no acknowledgement',
    { timeout: 120_000 },
    async () => {
      const { database, viewer } = world;
      const names = fc.constantFrom(...(Object.keys(attempts) as (keyof typeof attempts)[]));
      const property = fc.asyncProperty(fc.array(names, { minLength: 1, maxLength: 3 }), async (sequence) => {
        const tenant = await world.addTenant('missing-permission');
        await world.verify(tenant);
        const given = { runId: await latestRun(tenant), checkKey, reason: 'Ticket 4711', expiresAt: null };
        await acknowledgeCheck({ database, now }, viewer, given);
        const before = await knownOf(tenant);
        for (const name of sequence) {
          await attempts[name](tenant);
          expect([name, await knownOf(tenant)]).toEqual([name, before]);
        }
        const { report } = await world.verify(tenant);
        expect(report.summary.overall).toBe('needs_attention');
        const carried = await listAcknowledgements(database.db, viewer, [await latestRun(tenant)], now());
        expect(carried).toMatchObject([{ checkKey, reason: 'Ticket 4711', ended: null }]);
      });
      await fc.assert(property, { numRuns: 6 });
    },
  );

  test('an acknowledgement given on one is carried too, and the later of two holds', async () => {
    const { database, viewer } = world;
    const tenant = await world.addTenant('missing-permission');
    await world.verify(tenant);
    const acknowledge = async (reason: string) =>
      await acknowledgeCheck({ database, now }, viewer, {
        runId: await latestRun(tenant),
        checkKey,
        reason,
        expiresAt: null,
      });
    await acknowledge('first');
    await attempts.cancelled(tenant);
    await acknowledge('second');
    await world.verify(tenant);
    const carried = await listAcknowledgements(database.db, viewer, [await latestRun(tenant)], now());
    // What was not reached is acknowledged on other evidence: it ends with the next verdict, as it always did.
    expect(carried).toMatchObject([{ checkKey, reason: 'second', ended: 'check_changed' }]);
  });
});

describe('two verifications of an unchanged tenant', () => {
  test.concurrent.for(Object.keys(scenarios) as ScenarioName[])('%s', { timeout: 120_000 }, async (name) => {
    const tenant = await world.addTenant(name);
    const { report: before } = await world.verify(tenant);
    const { report: after } = await world.verify(tenant);
    expect(compareReports(before, after)).toEqual([]);
    for (const { evidence } of [...before.checks, ...after.checks]) {
      for (const { kind } of evidence) expect([kind, roleOf(kind)]).not.toEqual([kind, null]);
    }
  });
});

const outages: readonly (readonly [on: string, answer: FaultAnswer])[] = [
  ['graph', { kind: 'graph', status: 503, code: 'ServiceUnavailable' }],
  ['graph', { kind: 'graph', status: 429, code: 'TooManyRequests', retryAfterSeconds: 3600 }],
  ["/servicePrincipals(appId='{client}')", { kind: 'graph', status: 503, code: 'ServiceUnavailable' }],
  ['/servicePrincipals/', { kind: 'graph', status: 504, code: 'GatewayTimeout' }],
  ['/servicePrincipals/', { kind: 'truncated' }],
  ['/deviceManagement/deviceConfigurations', { kind: 'reset' }],
  ['/subscribedSkus', { kind: 'graph', status: 500, code: 'InternalServerError' }],
];

describe('an outage', () => {
  test(
    'asks nothing of the customer, and is one line for the whole fleet that says to wait',
    { timeout: 120_000 },
    async () => {
      const { database, viewer } = world;
      const { db } = database;
      // The tests above left theirs in the workspace.
      await db.update(tenants).set({ status: 'archived' });
      await mapLimited(outages, 4, async ([on, answer]) => {
        const tenant = await world.addTenant();
        const path = on.replace('{client}', tenant.clientId);
        addFault(world.sandbox.state, { on: path, tenantId: tenant.tenantId, answer });
        const { report } = await world.verify(tenant);
        expect([on, report.summary.overall]).toEqual([on, 'needs_attention']);
        for (const { key, status, reason_code, next_steps } of report.checks) {
          if (status === 'pass' || status === 'skip') continue;
          const actor = reasons[reason_code as keyof typeof reasons].actor;
          expect([on, key, actor]).not.toEqual([on, key, 'customer_admin']);
          expect([on, key, next_steps.map(({ url }) => url)]).not.toEqual([
            on,
            key,
            expect.arrayContaining([expect.stringContaining('#consent')]),
          ]);
        }
      });
      const clusters = await listReasonClusters(db, viewer, 1, { first: 50, atLeast: 1 });
      expect(clusters).toMatchObject([{ isTransport: true, tenantCount: outages.length, blockedCount: 0 }]);
      for (const reason of ['provider.transient', clusters[0]?.code ?? '']) {
        const filter = { workspaceId: 1, search: null, status: ['active'], readiness: null, reason } as const;
        expect(await countTenants(db, viewer, filter)).toBe(outages.length);
      }
    },
  );

  test('is told apart from a right that the customer has not given, which is one cause and named', async () => {
    const { database, viewer } = world;
    await database.db.update(tenants).set({ status: 'archived' });
    const tenant = await world.addTenant('permissions-unverifiable');
    const { report } = await world.verify(tenant);
    const check = report.checks.find(({ key }) => key === checkKey);
    expect(check).toMatchObject({ status: 'unknown', reason_code: 'permissions.unverifiable' });
    expect(check?.message).toContain('Application.Read.All is not granted');
    const clusters = await listReasonClusters(database.db, viewer, 1, { first: 50, atLeast: 1 });
    expect(clusters).toMatchObject([{ code: 'permissions.unverifiable', tenantCount: 1 }]);
    expect(clusters[0]?.message).toBe(check?.message);
  });
});

describe('a tenant’s name', () => {
  const nameOf = async ({ id }: WorldTenant) =>
    (await listTenantsById(world.database.db, world.viewer, [id]))[0]?.name ?? '';

  test('is the one Microsoft Graph says, unless a person chose one', async () => {
    for (const chosenBy of ['nobody', 'graph', 'person'] as const) {
      const tenant = await world.addTenant();
      const official = await nameOf(tenant);
      await world.database.db
        .update(tenants)
        .set({ name: 'contoso.example', nameChosenBy: chosenBy })
        .where(eq(tenants.id, tenant.id));
      await world.verify(tenant);
      expect([chosenBy, await nameOf(tenant)]).toEqual([
        chosenBy,
        chosenBy === 'person' ? 'contoso.example' : official,
      ]);
    }
  });
});
