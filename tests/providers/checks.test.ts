import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Cloud } from '../../providers/microsoft/sign-in/clouds.ts';
import { makeClouds } from '../../providers/microsoft/sign-in/clouds.ts';
import { createMicrosoftProvider } from '../../providers/microsoft/provider.ts';
import { addCertificate, addFault, grantRole, revokeRole } from '../../sandbox/graph/changes.ts';
import type { FaultAnswer } from '../../sandbox/control/faults.ts';
import { createSandbox, type Sandbox } from '../../sandbox/server.ts';
import type { Provider } from '../../core/provider/provider.ts';
import { addDirectory, judge, verdictOn, type Directory } from './support/judge.ts';
import { createTestCertificate } from './support/self-signed.ts';
import { systemClock } from '../../server/clock.ts';

const dayMs = 86_400_000;
const noPatience = { bounds: { patienceMs: 0 } };

let sandbox: Sandbox;
let provider: Provider;
beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 });
  provider = createMicrosoftProvider({
    clouds: makeClouds({ sandboxOrigin: sandbox.origin }),
    now: systemClock,
    ...noPatience,
  });
});
afterEach(() => {
  sandbox.state.clockOffsetMs = 0;
});
afterAll(() => sandbox[Symbol.asyncDispose]());

const secretOf = ({ clientId, clientSecret }: Directory, change: (secret: string) => string) =>
  ({ type: 'client_secret', clientId, clientSecret: change(clientSecret) }) as const;

describe('before a credential leaves the process', () => {
  test('a secret that looks like a secret’s ID is said to, and still tried', async () => {
    const directory = addDirectory(sandbox);
    const judged = await judge(provider, directory, {
      secret: secretOf(directory, () => crypto.randomUUID()),
    });
    expect(verdictOn(judged, 'credential.local_shape')).toEqual(['warn', 'credential.looks_like_secret_id']);
    expect(verdictOn(judged, 'token.acquire')).toEqual(['fail', 'credential.secret_invalid']);
  });

  test('so is one that was copied with its line break', async () => {
    const directory = addDirectory(sandbox);
    const judged = await judge(provider, directory, {
      secret: secretOf(directory, (secret) => `${secret}\n`),
    });
    expect(verdictOn(judged, 'credential.local_shape')).toEqual(['warn', 'credential.secret_has_whitespace']);
  });

  test('a certificate without its key is refused, and no token is asked for', async () => {
    const directory = addDirectory(sandbox);
    const { certificatePem } = createTestCertificate();
    const { privateKeyPem } = createTestCertificate();
    const { clientId } = directory;
    const judged = await judge(provider, directory, {
      secret: { type: 'certificate', clientId, certificatePem, privateKeyPem },
    });
    expect(verdictOn(judged, 'credential.local_shape')).toEqual([
      'fail',
      'credential.certificate_key_mismatch',
    ]);
    expect(verdictOn(judged, 'token.acquire')).toEqual(['skip', 'check.precondition_failed']);
  });

  test.for([
    [-600_000, 'warn'],
    [600_000, 'warn'],
    [60_000, 'pass'],
  ] as const)('a clock %i ms away from Microsoft’s: %s', async ([offsetMs, status]) => {
    sandbox.state.clockOffsetMs = offsetMs;
    const judged = await judge(provider, addDirectory(sandbox));
    expect(verdictOn(judged, 'tenant.discovery')[0]).toBe(status);
  });
});

describe('in which cloud a directory is', () => {
  test('found in another cloud: nothing is sent there, and the check says which', async () => {
    await using china = await createSandbox({ port: 0 });
    const directory = addDirectory(china);
    const cloud = (name: Cloud['name'], { origin }: Sandbox): [Cloud['name'], Cloud] => [
      name,
      { name, loginOrigin: origin, graphOrigin: origin },
    ];
    const clouds = new Map([cloud('global', sandbox), cloud('china', china)]);
    const both = createMicrosoftProvider({ clouds, now: systemClock, ...noPatience });
    const { signal } = new AbortController();
    const { tenantId, clientId, clientSecret } = directory;
    await using session = both.openSession(
      { cloud: 'global', entraTenantId: tenantId },
      { type: 'client_secret', clientId, clientSecret },
      { correlationId: crypto.randomUUID(), signal },
    );
    const answer = await session.collect('directory');
    expect(answer).toMatchObject({
      kind: 'read',
      value: { sightings: [{ cloud: 'china', directoryId: tenantId }] },
    });
    expect(china.state.received.every(({ url }) => url.includes('openid-configuration'))).toBe(true);
    const domain = china.state.tenants.get(tenantId)?.domain ?? '';
    expect(await both.discover(domain, signal)).toMatchObject({
      sightings: [{ cloud: 'china', directoryId: tenantId }],
      unanswered: [],
    });
    const namesake = addDirectory(sandbox, 'healthy', directory.title);
    expect((await both.discover(domain, signal)).sightings).toMatchObject([
      { cloud: 'global', directoryId: namesake.tenantId },
      { cloud: 'china', directoryId: tenantId },
    ]);
    expect(await both.discover('../x', signal)).toEqual({ sightings: [], unanswered: [] });
    await china[Symbol.asyncDispose]();
    expect(await both.discover(domain, signal)).toMatchObject({
      sightings: [{ cloud: 'global' }],
      unanswered: ['china'],
    });
  });
});

describe('how long the credential in use is valid', () => {
  const ending = (days: number, hint: string | null) => ({
    hint,
    endDateTime: new Date(Date.now() + days * dayMs).toISOString(),
  });
  /** An application, or a service principal, with these secrets. */
  const listing = (...passwordCredentials: readonly object[]) =>
    ({
      kind: 'raw',
      status: 200,
      contentType: 'application/json',
      body: JSON.stringify({
        id: crypto.randomUUID(),
        accountEnabled: true,
        passwordCredentials,
        keyCredentials: [],
      }),
    }) as const;

  const expiresIn = async (days: number) => {
    const directory = addDirectory(sandbox);
    const application = sandbox.state.applications.get(directory.clientId);
    if (application === undefined) throw new Error('the directory has no application');
    application.secrets = application.secrets.map((secret) => ({
      ...secret,
      endDateTime: new Date(Date.now() + days * dayMs),
    }));
    return verdictOn(await judge(provider, directory), 'credential.expiry');
  };

  test.for([
    [61, ['pass', null]],
    [59, ['warn', 'credential.expires_within_60_days']],
    [29, ['warn', 'credential.expires_within_30_days']],
    [13, ['warn', 'credential.expires_within_14_days']],
    [6, ['warn', 'credential.expires_within_7_days']],
    [0.9, ['warn', 'credential.expires_within_1_day']],
  ] as const)('%f days: %j', async ([days, verdict]) => {
    expect(await expiresIn(days)).toEqual(verdict);
  });

  test('another credential that is still good is named beside it', async () => {
    const directory = addDirectory(sandbox);
    const { certificatePem } = createTestCertificate({ notAfter: new Date(Date.now() + 90 * dayMs) });
    addCertificate(sandbox.state, directory.clientId, certificatePem);
    const { checks } = await judge(provider, directory);
    const expiry = checks.find(({ key }) => key === 'credential.expiry');
    expect(expiry?.evidence.map(({ kind }) => kind)).toContain('another_credential_until');
  });

  describe('of an application that belongs to another directory', () => {
    const elsewhere = () => {
      const directory = addDirectory(sandbox);
      const application = sandbox.state.applications.get(directory.clientId);
      if (application === undefined) throw new Error('the directory has no application');
      const homeTenantId = crypto.randomUUID();
      sandbox.state.applications.set(directory.clientId, { ...application, homeTenantId });
      return directory;
    };

    test('comes from what was stored with it', async () => {
      const credentialExpiresAt = new Date(Date.now() + 5 * dayMs);
      const judged = await judge(provider, elsewhere(), { credentialExpiresAt });
      expect(verdictOn(judged, 'credential.expiry')).toEqual(['warn', 'credential.expires_within_7_days']);
    });

    test('or is unknown, and the tenant is not said to be ready', async () => {
      const judged = await judge(provider, elsewhere());
      expect(verdictOn(judged, 'credential.expiry')).toEqual(['unknown', 'credential.expiry_unknown']);
    });

    test('also where the application is here and lists another secret only, or may not be read', async () => {
      const credentialExpiresAt = new Date(Date.now() + 3 * dayMs);
      const stored = { kind: 'expiry_source', value: 'stored' };
      for (const answer of [
        listing({ hint: 'zzz', endDateTime: '2090-01-01T00:00:00Z' }),
        { kind: 'graph', status: 403, code: 'Authorization_RequestDenied' },
        { kind: 'graph', status: 503, code: 'ServiceUnavailable' },
      ] as const) {
        const directory = addDirectory(sandbox);
        addFault(sandbox.state, { on: '/applications(appId', tenantId: directory.tenantId, answer });
        const { checks } = await judge(provider, directory, { credentialExpiresAt });
        const check = checks.find(({ key }) => key === 'credential.expiry');
        expect(check).toMatchObject({ status: 'warn', reason_code: 'credential.expires_within_7_days' });
        expect(check?.evidence).toContainEqual(stored);
      }
    });

    test('an outage stays an outage where the stored date is far', async () => {
      const directory = addDirectory(sandbox);
      const answer = { kind: 'graph', status: 503, code: 'ServiceUnavailable' } as const;
      addFault(sandbox.state, { on: '/applications(appId', tenantId: directory.tenantId, answer });
      const judged = await judge(provider, directory, {
        credentialExpiresAt: new Date(Date.now() + 300 * dayMs),
      });
      expect(verdictOn(judged, 'credential.expiry')).toEqual(['unknown', 'provider.transient']);
    });

    test('the earlier of two dates counts', async () => {
      const credentialExpiresAt = new Date(Date.now() + 0.5 * dayMs);
      const judged = await judge(provider, addDirectory(sandbox), { credentialExpiresAt });
      expect(verdictOn(judged, 'credential.expiry')).toEqual(['warn', 'credential.expires_within_1_day']);
    });

    test.for<[string, readonly [string, string | null], readonly object[]]>([
      ['one of ours', ['warn', 'credential.expires_within_7_days'], [ending(5, 'san')]],
      [
        'the only one, from before there were hints',
        ['warn', 'credential.expires_within_7_days'],
        [ending(5, null)],
      ],
      [
        'one of two without a hint',
        ['unknown', 'credential.expiry_unknown'],
        [ending(5, null), ending(9, null)],
      ],
      [
        'one that expired, which cannot be ours',
        ['unknown', 'credential.expiry_unknown'],
        [ending(-5, 'san')],
      ],
      ['one that never ends', ['pass', null], [{ hint: 'san', endDateTime: '9999-12-31T23:59:59.9999999Z' }]],
      ['none', ['unknown', 'credential.expiry_unknown'], []],
    ])('the application lists %s', async ([, verdict, entries]) => {
      const directory = addDirectory(sandbox);
      const { tenantId } = directory;
      addFault(sandbox.state, { on: '/applications(appId', tenantId, answer: listing(...entries) });
      expect(verdictOn(await judge(provider, directory), 'credential.expiry')).toEqual(verdict);
    });

    test('a secret on the service principal counts', async () => {
      const directory = addDirectory(sandbox);
      const { tenantId } = directory;
      addFault(sandbox.state, { on: '/applications(appId', tenantId, answer: listing() });
      addFault(sandbox.state, {
        on: '/servicePrincipals(appId',
        tenantId,
        answer: listing(ending(5, 'san')),
      });
      expect(verdictOn(await judge(provider, directory), 'credential.expiry')).toEqual([
        'warn',
        'credential.expires_within_7_days',
      ]);
    });

    test('a certificate speaks for itself', async () => {
      const directory = elsewhere();
      const pair = createTestCertificate({ notAfter: new Date(Date.now() + 10 * dayMs) });
      addCertificate(sandbox.state, directory.clientId, pair.certificatePem);
      const secret = { type: 'certificate', clientId: directory.clientId, ...pair } as const;
      const judged = await judge(provider, directory, { secret });
      expect(verdictOn(judged, 'credential.expiry')).toEqual(['warn', 'credential.expires_within_14_days']);
    });
  });
});

describe('Intune', () => {
  const json = (body: unknown): FaultAnswer => ({
    kind: 'raw',
    status: 200,
    contentType: 'application/json',
    body: JSON.stringify(body),
  });
  const sku = (capabilityStatus: string, servicePlanId: string, skuId = crypto.randomUUID()) =>
    json({ value: [{ skuId, skuPartNumber: 'SKU', capabilityStatus, servicePlans: [{ servicePlanId }] }] });
  const intune = 'c1ec4a95-1f05-45b3-a911-aa3fa01094f5';
  const forOffice = '882e1d05-acd1-4ccb-8708-6ee03664b117';

  test.for<[string, FaultAnswer, readonly [string, string | null]]>([
    ['Intune', sku('Enabled', intune), ['pass', null]],
    ['Intune in its grace period', sku('Warning', intune), ['warn', 'licence.intune_grace']],
    ['Intune, suspended', sku('Suspended', intune), ['fail', 'licence.intune_missing']],
    ['device management for Office 365', sku('Enabled', forOffice), ['fail', 'licence.intune_missing']],
    [
      'Intune Device by the id of its SKU',
      sku('Enabled', crypto.randomUUID(), '2b317a4a-77a6-4188-9437-b68a77b4e2c6'),
      ['pass', null],
    ],
    ['nothing', json({ value: [] }), ['fail', 'licence.intune_missing']],
  ])('licensed: %s', async ([, answer, verdict]) => {
    const directory = addDirectory(sandbox);
    addFault(sandbox.state, { on: '/subscribedSkus', tenantId: directory.tenantId, answer });
    const judged = await judge(provider, directory);
    expect(verdictOn(judged, 'licence.intune')).toEqual(verdict);
    const isMissing = verdict[0] === 'fail';
    expect(verdictOn(judged, 'capability.devices')[0]).toBe(isMissing ? 'skip' : 'pass');
    expect(verdictOn(judged, 'capability.groups')[0]).toBe('pass');
  });

  test.for([
    ['Success', ['pass', null]],
    ['PendingProvisioning', ['warn', 'licence.intune_pending']],
    ['PendingActivation', ['warn', 'licence.intune_pending']],
    ['PendingInput', ['warn', 'licence.intune_pending']],
    ['Error', ['warn', 'licence.intune_setup_failed']],
    ['Disabled', ['fail', 'licence.intune_missing']],
  ] as const)('set up as far as %s', async ([provisioningStatus, verdict]) => {
    const directory = addDirectory(sandbox);
    const servicePlans = [{ servicePlanId: intune, provisioningStatus }];
    const answer = json({ value: [{ skuPartNumber: 'SKU', capabilityStatus: 'Enabled', servicePlans }] });
    addFault(sandbox.state, { on: '/subscribedSkus', tenantId: directory.tenantId, answer });
    const judged = await judge(provider, directory);
    expect(verdictOn(judged, 'licence.intune')).toEqual(verdict);
    const said = judged.checks
      .find(({ key }) => key === 'licence.intune')
      ?.evidence.map(({ value }) => value);
    expect(said).toContain(
      provisioningStatus === 'Success' ? 'INTUNE_A in SKU' : `INTUNE_A in SKU (${provisioningStatus})`,
    );
  });

  test('Intune’s own "no" beside an active license is not called a missing license', async () => {
    const directory = addDirectory(sandbox);
    for (const on of ['/deviceManagement', '/deviceAppManagement']) {
      const message = 'Request not applicable to target tenant.';
      const answer = { kind: 'graph', status: 400, code: 'BadRequest', message } as const;
      addFault(sandbox.state, { on, tenantId: directory.tenantId, answer });
    }
    const judged = await judge(provider, directory);
    expect(verdictOn(judged, 'licence.intune')).toEqual(['pass', null]);
    expect(verdictOn(judged, 'capability.devices')).toEqual(['unknown', 'intune.not_available']);
    expect(judged.checks.map(({ reason_code }) => reason_code)).not.toContain('licence.intune_missing');
  });

  test.for([
    ['intune', ['pass', null]],
    ['unknown', ['fail', 'intune.mdm_authority_unset']],
    ['sccm', ['warn', 'intune.mdm_authority_other']],
    ['office365', ['warn', 'intune.mdm_authority_other']],
  ] as const)('authority %s', async ([mobileDeviceManagementAuthority, verdict]) => {
    const directory = addDirectory(sandbox);
    const { tenantId } = directory;
    const answer = json({ mobileDeviceManagementAuthority });
    addFault(sandbox.state, { on: `/organization/${tenantId}`, tenantId, answer });
    expect(verdictOn(await judge(provider, directory), 'intune.mdm_authority')).toEqual(verdict);
  });
});

describe('capabilities', () => {
  test('what is neither required nor granted is not asked for', async () => {
    const directory = addDirectory(sandbox);
    revokeRole(sandbox.state, { ...directory, role: 'DeviceManagementScripts.Read.All' });
    sandbox.state.received.length = 0;
    const judged = await judge(provider, directory);
    expect(verdictOn(judged, 'capability.scripts')).toEqual(['skip', 'capability.not_required']);
    expect(sandbox.state.received.some(({ url }) => url.includes('deviceHealthScripts'))).toBe(false);
    const required = await judge(provider, directory, { profiles: ['read', 'scripts'] });
    expect(verdictOn(required, 'capability.scripts')).toEqual(['fail', 'permission.missing']);
  });

  test('a profile that manages asks for more than one that reads', async () => {
    const directory = addDirectory(sandbox);
    const profiles = ['read', 'manage'] as const;
    expect(verdictOn(await judge(provider, directory, { profiles }), 'consent.app_roles')).toEqual([
      'fail',
      'permission.missing',
    ]);
    for (const name of ['Apps', 'Configuration', 'ManagedDevices', 'RBAC', 'ServiceConfig'] as const) {
      grantRole(sandbox.state, { ...directory, role: `DeviceManagement${name}.ReadWrite.All` });
    }
    const judged = await judge(provider, directory, { profiles });
    expect(verdictOn(judged, 'consent.app_roles')[0]).toBe('pass');
    const apps = judged.checks.find(({ key }) => key === 'capability.apps');
    expect(apps?.evidence).toContainEqual({ kind: 'write', value: 'declared' });
  });

  test('GDAP is read by whoever may, and is never more than information', async () => {
    const directory = addDirectory(sandbox);
    grantRole(sandbox.state, { ...directory, role: 'DelegatedAdminRelationship.Read.All' });
    expect(verdictOn(await judge(provider, directory), 'gdap.relationship')).toEqual(['pass', null]);
  });
});

test('the catalog of permissions is read once for many tenants', async () => {
  const own = createMicrosoftProvider({
    clouds: makeClouds({ sandboxOrigin: sandbox.origin }),
    now: systemClock,
  });
  sandbox.state.received.length = 0;
  for (let count = 0; count < 3; count += 1) await judge(own, addDirectory(sandbox));
  expect(sandbox.state.received.filter(({ url }) => url.includes('appRoles'))).toHaveLength(1);
});

describe('granted and not effective', () => {
  const configuration = 'DeviceManagementConfiguration.Read.All';
  const hours = (count: number) => new Map([[configuration, new Date(Date.now() - count * 3_600_000)]]);

  test.for<[string, ReadonlyMap<string, Date>, readonly [string, string]]>([
    ['never seen before', new Map(), ['warn', 'permission.not_yet_effective']],
    ['for 23 hours', hours(23), ['warn', 'permission.not_yet_effective']],
    ['for 25 hours', hours(25), ['fail', 'permission.granted_but_refused']],
  ])('%s', async ([, grantedSince, verdict]) => {
    const judged = await judge(provider, addDirectory(sandbox, 'permission-pending'), { grantedSince });
    expect(verdictOn(judged, 'consent.app_roles')).toEqual(verdict);
    expect(verdictOn(judged, 'capability.configuration')).toEqual(verdict);
  });

  test('a refusal although the token carries it: only while the grant is young, and only for want of permission', async () => {
    const directory = addDirectory(sandbox);
    const on = '/deviceManagement/deviceConfigurations';
    const refused = (code: string) => ({ kind: 'graph', status: 403, code, message: 'No.' }) as const;
    addFault(sandbox.state, { on, tenantId: directory.tenantId, answer: refused('Forbidden') });
    const young = await judge(provider, directory);
    expect(verdictOn(young, 'capability.configuration')).toEqual(['warn', 'permission.not_yet_effective']);
    const old = await judge(provider, directory, { grantedSince: hours(25) });
    expect(verdictOn(old, 'capability.configuration')).toEqual(['fail', 'permission.granted_but_refused']);
    addFault(sandbox.state, {
      on,
      tenantId: directory.tenantId,
      answer: refused('AadPremiumLicenseRequired'),
    });
    const unlicensed = await judge(provider, directory);
    expect(verdictOn(unlicensed, 'capability.configuration')).toEqual(['unknown', 'licence.premium_missing']);
  });
});
