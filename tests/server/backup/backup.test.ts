import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policyKindNames } from '../../../core/backup/policy-kinds.ts';
import { policyPaths } from '../../../sandbox/policies/estate.ts';
import { scenarioTenantId } from '../../../sandbox/scenarios.ts';
import type { ApiClient } from '../../support/api-client.ts';
import { openSql, type TestSql } from '../../support/sql.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { backupsOf, list } from './backups.ts';

const health = `query ($id: ID!) { tenant(id: $id) {
  backupHealth { state lastCompleteAt }
  backupSets(first: 50) { totalCount nodes { completeness itemCount } }
} }`;
let app: TestApp;
let owner: ApiClient;
let database: TestSql;
let backups: ReturnType<typeof backupsOf>;
beforeAll(async () => {
  app = await startTestApp();
  owner = await app.as('owner');
  database = openSql(app.connection);
  backups = backupsOf(app, owner);
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

const rows = async () =>
  (
    await database.sql`select (select count(*)::int from policies) as policies, (select count(*)::int from policy_spans) as spans,
      (select count(*)::int from policy_versions) as versions`
  )[0];

describe('a backup', () => {
  it('keeps every policy with its assignments by name, its settings by label, and no secret', async () => {
    const run = await backups.backUp('healthy');
    expect(run).toMatchObject({ outcome: 'SUCCEEDED', originStatus: 'success', failureSummary: [] });
    expect(run.summaryCounts).toMatchObject({
      completed: policyKindNames.length,
      total: policyKindNames.length,
    });
    const catalog = await backups.policies('healthy', { kinds: ['SETTINGS_CATALOG'] });
    expect(catalog.map(({ name }) => name).sort()).toEqual(
      backups
        .estate('healthy')
        .get(policyPaths.catalog)
        ?.map(({ name }) => name)
        .sort(),
    );
    const [version] = (await backups.policy('healthy', 'Defender antivirus')).versions;
    expect(version).toMatchObject({
      number: 1,
      isLatest: true,
      diff: null,
      assignments: [{ kind: 'ALL_DEVICES' }],
    });
    expect(version?.settings).toContainEqual({
      label: ['Allow cloud protection', 'Cloud block level'],
      values: ['Not configured'],
      isSecret: false,
    });
    const [firewall] = (await backups.policy('healthy', 'Firewall')).versions;
    expect(firewall?.assignments).toContainEqual({ kind: 'EXCLUDED_GROUP', groupName: 'Contractors' });
    const token = JSON.stringify(backups.itemOf('healthy', policyPaths.catalog, 'Wi-Fi: headquarters')).match(
      /"value":"([^"]+)"/,
    );
    const [kept] =
      await database.sql`select count(*)::int as rows from policy_versions where payload::text like ${`%${token?.[1] ?? ''}%`}`;
    expect(kept).toEqual({ rows: 0 });
    const { data } = await owner.query(health, { id: await app.tenantId('healthy') });
    expect(data.tenant).toMatchObject({
      backupHealth: { state: 'PROTECTED' },
      backupSets: { totalCount: 1 },
    });
  });

  it('of an unchanged tenant writes no version, no span and no policy', async () => {
    const before = await rows();
    expect((await backups.backUp('healthy')).summaryCounts).toMatchObject({
      appeared: 0,
      changed: 0,
      gone: 0,
    });
    expect(await rows()).toEqual(before);
  });

  it('says what changed three levels down, who was left out, and what is gone', async () => {
    const tenantId = scenarioTenantId('healthy');
    const antivirus = backups.itemOf('healthy', policyPaths.catalog, 'Defender antivirus');
    const settings = JSON.parse(
      JSON.stringify(antivirus['settings']).replace('cloudblocklevel_0', 'cloudblocklevel_4'),
    ) as unknown;
    const [everyone, ...others] = antivirus['assignments'] as readonly object[];
    await backups.control('POST policies', {
      tenantId,
      path: policyPaths.catalog,
      id: antivirus.id,
      set: { settings, assignments: [...others], settingCount: (settings as unknown[]).length },
    });
    expect(everyone).toBeDefined();
    const baseline = backups.itemOf('healthy', policyPaths.compliance, 'Baseline');
    await backups.control('DELETE policies', { tenantId, path: policyPaths.compliance, id: baseline.id });
    expect((await backups.backUp('healthy')).summaryCounts).toMatchObject({
      appeared: 0,
      changed: 1,
      gone: 1,
    });
    const { versions } = await backups.policy('healthy', 'Defender antivirus');
    expect(versions.map(({ number }) => number)).toEqual([2, 1]);
    expect(versions[0]?.diff).toEqual({
      changes: [
        {
          kind: 'CHANGED',
          label: ['Allow cloud protection', 'Cloud block level'],
          before: ['Not configured'],
          after: ['High plus'],
          isSecret: false,
        },
      ],
      assignmentsAdded: [],
      assignmentsRemoved: [{ kind: 'ALL_DEVICES' }],
    });
    const gone = await backups.policies('healthy', { kinds: ['COMPLIANCE_POLICIES'], gone: true });
    expect(gone.find(({ name }) => name === 'Baseline')?.goneAt).not.toBeNull();
    expect((await backups.policies('healthy', { search: 'baseline' })).length).toBe(0);
  });

  it('without a right is partial and says which kinds it lacks; what it did read is kept', async () => {
    const run = await backups.backUp('missing-permission');
    expect(run).toMatchObject({ outcome: 'PARTIALLY_SUCCEEDED', originStatus: 'partial' });
    expect(run.failureSummary).toContainEqual({
      code: 'part.settings_catalog',
      reasonCode: 'permission.missing',
    });
    expect(
      (await backups.policies('missing-permission', { kinds: ['CONDITIONAL_ACCESS'] })).length,
    ).toBeGreaterThan(0);
    const { data } = await owner.query(health, { id: await app.tenantId('missing-permission') });
    expect(data.tenant).toMatchObject({
      backupHealth: { state: 'PARTIAL', lastCompleteAt: null },
      backupSets: { nodes: [{ completeness: 'PARTIAL' }] },
    });
  });

  it('of a tenant that cannot be signed in to fails and leaves no set', async () => {
    expect((await backups.backUp('secret-expired')).outcome).toBe('FAILED');
    const { data } = await owner.query(health, { id: await app.tenantId('secret-expired') });
    expect(data.tenant).toMatchObject({ backupHealth: { state: 'NEVER' }, backupSets: { totalCount: 0 } });
  });

  it('is no more than nothing to those who do not see the tenant', async () => {
    const stranger = await app.as('stranger');
    const { errors } = await stranger.query(list, {
      id: await app.tenantId('missing-permission'),
      gone: true,
    });
    expect(errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
  });
});

describe('the database', () => {
  it('refuses a set that its parts do not bear out, and any change of what was backed up', async () => {
    const { sql } = database;
    await expect(sql`update policy_versions set payload = '{}'`).rejects.toThrow(/written once/);
    await expect(sql`update backup_sets set item_count = 0`).rejects.toThrow(/written once/);
    for (const change of [
      'from_seq = from_seq + 1',
      "assignments = '[1]'",
      "from_at = from_at - interval '1 day'",
    ])
      await expect(sql.unsafe(`update policy_spans set ${change} where to_seq is null`)).rejects.toThrow(
        /written once/,
      );
    const insert = sql.begin(
      (
        tx,
      ) => tx`insert into backup_sets (tenant_id, connection_id, entra_tenant_id, seq, origin, kinds, completeness, taken_at, item_count)
        select tenant_id, connection_id, entra_tenant_id, seq + 1000, origin, kinds, 'complete', taken_at, 0 from backup_sets limit 1`,
    );
    await expect(insert).rejects.toThrow(/planned kinds/);
  });
});
