import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policyKindNames } from '../../../core/backup/policy-kinds.ts';
import { policyPaths } from '../../../sandbox/policies/estate.ts';
import { scenarioTenantId } from '../../../sandbox/scenarios.ts';
import type { ApiClient } from '../../support/api-client.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { backupsOf } from './backups.ts';

const sets = `query ($id: ID!) { tenant(id: $id) { backupSets(first: 1) { nodes {
  id origin run { id }
  parts { kind label status statusBadge { label } reasonCode reason count gapCount gaps { name externalId reasonCode reason } }
} } } }`;

let app: TestApp;
let owner: ApiClient;
let backups: ReturnType<typeof backupsOf>;
beforeAll(async () => {
  app = await startTestApp();
  owner = await app.as('owner');
  backups = backupsOf(app, owner);
});
afterAll(() => app[Symbol.asyncDispose]());

describe('a backup', () => {
  it('keeps text that PostgreSQL cannot hold, to the last code unit', async () => {
    const tenantId = scenarioTenantId('healthy');
    const wifi = backups.itemOf('healthy', policyPaths.catalog, 'Screen lock');
    const description = 'nul \0, half \ud83d, \uffff and 😀';
    await backups.control('POST policies', {
      tenantId,
      path: policyPaths.catalog,
      id: wifi.id,
      set: { description, platforms: 'windows10\0', ['odd\0name']: 'kept' },
    });
    expect(await backups.backUp('healthy')).toMatchObject({ outcome: 'SUCCEEDED' });
    const { versions } = await backups.policy('healthy', 'Screen lock');
    expect(versions[0]?.settings).toContainEqual({
      label: ['Description'],
      values: [description],
      isSecret: false,
    });
    expect(JSON.stringify(versions[0]?.settings)).toContain('"kept"');
    const [known] = await backups.policies('healthy', { search: 'Screen lock' });
    expect(known?.versionCount).toBe(1);
    expect((await backups.backUp('healthy')).summaryCounts).toMatchObject({ changed: 0, appeared: 0 });
  });

  it('lists what it could not read, part by part and policy by policy', async () => {
    const tenantId = scenarioTenantId('healthy');
    const firewall = backups.itemOf('healthy', policyPaths.catalog, 'Firewall');
    await backups.control('POST policies', {
      tenantId,
      path: policyPaths.catalog,
      id: firewall.id,
      set: { settingCount: 40 },
    });
    expect(await backups.backUp('healthy')).toMatchObject({ outcome: 'PARTIALLY_SUCCEEDED' });
    const { data } = await owner.query(sets, { id: await app.tenantId('healthy') });
    const [set] = data.tenant.backupSets.nodes;
    expect(set).toMatchObject({ origin: 'MANUAL', run: { id: expect.stringMatching(/^run_/) as string } });
    expect(set.id).toMatch(/^backupset_/);
    expect(set.parts).toHaveLength(policyKindNames.length);
    expect(set.parts).toContainEqual(
      expect.objectContaining({
        kind: 'SETTINGS_CATALOG',
        label: 'Settings catalog policies',
        status: 'PARTIAL',
        reasonCode: null,
        gapCount: 1,
        gaps: [
          {
            name: 'Firewall',
            externalId: firewall.id,
            reasonCode: 'backup.item_incomplete',
            reason:
              'Microsoft did not return all of a policy’s settings, so the policy is not in this backup.',
          },
        ],
      }),
    );
    expect(set.parts).toContainEqual(
      expect.objectContaining({
        kind: 'TERMS_OF_USE',
        status: 'NOT_APPLICABLE',
        statusBadge: { label: 'Does not exist here' },
        reason: 'Microsoft does not let applications read this.',
        gaps: [],
      }),
    );
    // A gap is no deletion.
    expect((await backups.policies('healthy', { search: 'Firewall' })).length).toBe(1);
  });
});
