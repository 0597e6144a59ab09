import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { policyKinds, type PolicyKind } from '../../core/backup/policy-kinds.ts';
import type { KnownId, PolicyReading } from '../../core/backup/reading.ts';
import { addFault, clearFaults, setCollection } from '../../sandbox/graph/changes.ts';
import { estateOf, policyPaths } from '../../sandbox/policies/estate.ts';
import { deletePolicy, policiesAt } from '../../sandbox/policies/policy-store.ts';
import { scenarioTenantId, type ScenarioName } from '../../sandbox/scenarios.ts';
import { createSandbox, type Sandbox } from '../../sandbox/server.ts';
import { openScenario } from './support/microsoft.ts';

const tenantId = scenarioTenantId('healthy');
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 });
});
afterEach(() => {
  clearFaults(sandbox.state);
  sandbox.state.received.splice(0);
  tenant().collections.clear();
});
afterAll(() => sandbox[Symbol.asyncDispose]());

function tenant() {
  const found = sandbox.state.tenants.get(tenantId);
  if (found === undefined) throw new Error('the sandbox has no such directory');
  return found;
}

interface Ask {
  readonly known?: readonly KnownId[];
  readonly referenced?: readonly string[];
  readonly scenario?: ScenarioName;
  readonly partPatienceMs?: number;
}

/** Without pauses between requests: how far apart they are is the pacer's own business. */
const pace = { conditional_access: 0, intune: 0, admx: 0, directory: 0 };

async function read(kind: PolicyKind, ask: Ask = {}) {
  const { known = [], referenced = [], scenario = 'healthy', partPatienceMs = 0 } = ask;
  const setup = { pace, bounds: { patienceMs: 0, partPatienceMs } };
  await using session = openScenario(sandbox, scenario, setup);
  return await session.readPolicies(kind, { known, referenced });
}

async function readWhole(kind: PolicyKind, ask: Ask = {}): Promise<PolicyReading> {
  const reading = await read(kind, ask);
  if (reading.kind === 'unreadable') throw new Error(`${kind} could not be read: ${reading.reason}`);
  return reading;
}

const idsOf = ({ policies }: PolicyReading) => policies.map(({ externalId }) => externalId).sort();
const catalog = () => policiesAt(tenant(), policyPaths.catalog);
const settingsOf = (id: string) => `${policyPaths.catalog}/${id}/settings`;
const known = (externalId: string): KnownId => ({ externalId, name: externalId });

function many(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    id: `p${String(index).padStart(3, '0')}`,
    name: `Policy ${index}`,
    settingCount: 0,
    settings: [],
    assignments: [],
  }));
}

const dm = '/deviceManagement';
const payloadsOf = ({ policies }: PolicyReading) => policies.map(({ payload }) => payload);

describe('what a list leaves out', () => {
  test('a script is read by its id, to the byte', async () => {
    expect(payloadsOf(await readWhole('powershell_scripts'))).toMatchObject([
      { scriptContent: Buffer.from('echo disk\r\n').toString('base64') },
    ]);
  });

  test('each value of an administrative template brings its own values', async () => {
    expect(payloadsOf(await readWhole('administrative_templates'))).toMatchObject([
      { definitionValues: [{ definition: {}, presentationValues: [{ value: 'Office' }] }] },
    ]);
  });

  test('one lost value makes its template a gap, and one that is told to wait for good the whole kind unreadable', async () => {
    const on = `${dm}/groupPolicyConfigurations/`;
    addFault(sandbox.state, { on, answer: { kind: 'graph', status: 500, code: 'x' } });
    expect((await readWhole('administrative_templates')).gaps).toMatchObject([
      { reason: 'provider.internal' },
    ]);
    clearFaults(sandbox.state);
    addFault(sandbox.state, { on, answer: { kind: 'graph', status: 429, code: 'TooManyRequests' } });
    expect(await read('administrative_templates')).toMatchObject({ reason: 'throttled.graph' });
  });

  test('certificates that a profile stands on are kept as references, and none where there is none', async () => {
    const certificates = async () =>
      payloadsOf(await readWhole('device_configurations')).find(
        (payload) => (payload as { keySize?: string }).keySize !== undefined,
      );
    expect(await certificates()).toMatchObject({ rootCertificate: { displayName: 'Company root' } });
    const on = `${dm}/deviceConfigurations/`;
    addFault(sandbox.state, { on, answer: { kind: 'graph', status: 404, code: 'ResourceNotFound' } });
    expect(await certificates()).toMatchObject({ rootCertificate: null });
  });

  test('app protection comes from the list of its type; an app configuration in two lists is one policy', async () => {
    const protection = await readWhole('app_protection');
    expect(payloadsOf(protection)).toMatchObject([{ apps: [{}] }, { apps: [{}] }]);
    expect(protection.policies.every(({ assignments }) => assignments.length > 0)).toBe(true);
    expect((await readWhole('targeted_app_configurations')).policies).toHaveLength(1);
  });

  test('a policy set says what it holds and who gets it', async () => {
    const [set] = (await readWhole('policy_sets')).policies;
    expect([set?.payload, set?.assignments]).toMatchObject([{ items: [{}] }, [{}]]);
  });

  test('an app that something names and Microsoft does not have is gone, not a gap', async () => {
    const reading = await readWhole('apps', { referenced: ['deleted'], known: [known('deleted')] });
    expect(reading).toMatchObject({ policies: [], gaps: [], gone: ['deleted'] });
  });

  test('an object that a directory may lack is none, one that each has is unreadable when it is missing', async () => {
    addFault(sandbox.state, { on: dm, answer: { kind: 'graph', status: 404, code: 'ResourceNotFound' } });
    expect((await readWhole('apple_push_certificate', { known: [known('only')] })).gone).toEqual(['only']);
    expect(await read('device_settings')).toMatchObject({ kind: 'unreadable' });
  });
});

describe('the reading of one kind', () => {
  test.for(Object.keys(policyKinds) as PolicyKind[])(
    '%s: what the directory has, each whole',
    async (kind) => {
      const named = kind === 'apps' ? '/deviceAppManagement/mobileApps' : policyPaths.groups;
      const { id = '' } = policiesAt(tenant(), named)[0] ?? {};
      const reading = await read(kind, { referenced: [id] });
      if (kind === 'terms_of_use')
        expect(reading).toMatchObject({ kind: 'unreadable', reason: 'backup.not_offered' });
      else expect(reading).toMatchObject({ kind: 'read', gaps: [], gone: [] });
      if (reading.kind === 'read') expect(reading.policies.length).toBeGreaterThan(0);
    },
  );

  test('follows every page, of the list and of a policy’s settings', async () => {
    const [first] = catalog();
    if (first === undefined) throw new Error('no policy');
    const [setting] = first['settings'] as readonly object[];
    const settings = Array.from({ length: 1_153 }, (_, index) => ({ ...setting, id: String(index) }));
    const items = [{ ...first, settingCount: 1_153, settings }, ...many(60)];
    setCollection(sandbox.state, { tenantId, path: policyPaths.catalog, items });
    const reading = await readWhole('settings_catalog');
    expect(reading.policies).toHaveLength(61);
    const big = reading.policies.find(({ externalId }) => externalId === first.id);
    expect((big?.payload as { settings: unknown[] }).settings).toHaveLength(1_153);
  });

  test('keeps what the list says of assignments: an expanded security template says there are none', async () => {
    const { policies } = await readWhole('settings_catalog');
    const security = policies.find(({ name }) => name === 'Defender antivirus');
    expect(security?.assignments.length).toBeGreaterThan(0);
  });

  test('is unreadable when any page of the list is lost', async () => {
    setCollection(sandbox.state, { tenantId, path: policyPaths.catalog, items: many(60) });
    addFault(sandbox.state, {
      on: policyPaths.catalog,
      times: 1,
      thenGood: 1,
      answer: { kind: 'graph', status: 500, code: 'InternalServerError' },
    });
    // Of two answers the first is good: it is the second page that is lost.
    const [fault] = sandbox.state.faults;
    if (fault !== undefined) fault.seen = 1;
    expect(await read('settings_catalog')).toMatchObject({ kind: 'unreadable', reason: 'provider.internal' });
  });

  test.for([
    [403, 'Forbidden', 'permission.missing'],
    [404, 'ResourceNotFound', 'backup.item_incomplete'],
    [500, 'InternalServerError', 'provider.internal'],
  ] as const)(
    'a part of a batch that answers %i is a gap, and takes no other with it',
    async ([status, code, reason]) => {
      const [victim] = catalog();
      const id = victim?.id ?? '';
      addFault(sandbox.state, { on: settingsOf(id), answer: { kind: 'graph', status, code } });
      const reading = await readWhole('settings_catalog');
      expect(reading.gaps).toEqual([{ externalId: id, name: victim?.['name'], reason }]);
      expect(reading.policies).toHaveLength(catalog().length - 1);
    },
  );

  test('a policy that has fewer settings than it says is a gap', async () => {
    const items = [...many(2), { ...many(3)[2], settingCount: 4 }];
    setCollection(sandbox.state, { tenantId, path: policyPaths.catalog, items });
    const reading = await readWhole('settings_catalog');
    expect(reading.gaps).toEqual([
      { externalId: 'p002', name: 'Policy 2', reason: 'backup.item_incomplete' },
    ]);
    expect(idsOf(reading)).toEqual(['p000', 'p001']);
  });

  test('asks again for the parts that were told to wait, as long as its patience lasts', async () => {
    const throttle = { kind: 'graph', status: 429, code: 'TooManyRequests' } as const;
    addFault(sandbox.state, { on: settingsOf(catalog()[0]?.id ?? ''), times: 1, answer: throttle });
    expect((await readWhole('settings_catalog', { partPatienceMs: 60_000 })).gaps).toEqual([]);
    addFault(sandbox.state, { on: settingsOf(catalog()[0]?.id ?? ''), times: 1, answer: throttle });
    expect((await readWhole('settings_catalog')).gaps).toMatchObject([{ reason: 'throttled.graph' }]);
  });
});

describe('what is not in a list any more', () => {
  test('is gone only when Microsoft does not have it by its id either', async () => {
    const [item] = policiesAt(tenant(), policyPaths.compliance);
    const id = item?.id ?? '';
    deletePolicy(tenant(), policyPaths.compliance, id);
    expect(await readWhole('compliance_policies', { known: [known(id)] })).toMatchObject({
      gone: [id],
      gaps: [],
    });
  });

  test('shows that the list has left something out, when Microsoft has it after all', async () => {
    const [item] = policiesAt(tenant(), policyPaths.access);
    const list = { '@odata.context': 'x', value: policiesAt(tenant(), policyPaths.access).slice(1) };
    const answer = {
      kind: 'raw',
      status: 200,
      contentType: 'application/json',
      body: JSON.stringify(list),
    } as const;
    addFault(sandbox.state, { on: policyPaths.access, times: 1, answer });
    expect(await read('conditional_access', { known: [known(item?.id ?? '')] })).toMatchObject({
      kind: 'unreadable',
      reason: 'backup.list_incomplete',
    });
  });

  test('stays open when Microsoft does not say', async () => {
    addFault(sandbox.state, {
      on: `${policyPaths.access}/lost`,
      answer: { kind: 'graph', status: 500, code: 'x' },
    });
    expect(await readWhole('conditional_access', { known: [known('lost')] })).toMatchObject({
      gone: [],
      gaps: [{ externalId: 'lost', reason: 'provider.internal' }],
    });
  });

  test('of groups only those are asked for that something names', async () => {
    const [group] = policiesAt(tenant(), policyPaths.groups);
    const id = group?.id ?? '';
    const reading = await readWhole('groups', {
      referenced: [id, 'deleted'],
      known: [known('deleted'), known('unnamed')],
    });
    expect([idsOf(reading), reading.gone]).toEqual([[id], ['deleted']]);
  });
});

describe('a directory', () => {
  test('without a license for Intune has none of its policies, and says so', async () => {
    const reading = await read('settings_catalog', { scenario: 'no-intune-licence' });
    expect(reading).toMatchObject({ kind: 'unreadable', reason: 'licence.intune_missing' });
  });

  test('that lacks a permission loses the kinds behind it and no other', async () => {
    expect(await read('settings_catalog', { scenario: 'missing-permission' })).toMatchObject({
      reason: 'permission.missing',
    });
    expect(await read('conditional_access', { scenario: 'missing-permission' })).toMatchObject({
      kind: 'read',
    });
  });

  test('names its settings as the portal does', async () => {
    await using session = openScenario(sandbox, 'healthy', { pace });
    const policy = estateOf(tenantId, { daysAgo: 0, today: new Date(0) })
      .get(policyPaths.catalog)
      ?.find(({ name }) => name === 'Defender antivirus');
    const definitions = await session.readDefinitions(policy?.id ?? '');
    expect(definitions.find(({ name }) => name === 'Cloud block level')?.options).toMatchObject({
      device_vendor_msft_policy_config_defender_cloudblocklevel_2: 'High',
    });
  });
});
