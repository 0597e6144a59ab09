import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import scenarios from '../../../sandbox/scenarios.json' with { type: 'json' };
import { createTestCertificate } from '../../providers/support/self-signed.ts';
import type { ApiClient, GraphQLAnswer } from '../../support/api-client.ts';
import { rowOf } from '../../support/row-of.ts';
import { openSql } from '../../support/sql.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

let app: TestApp;
let manager: ApiClient;
beforeAll(async () => {
  app = await startTestApp();
  manager = await app.as('manager');
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

const setIt = `mutation ($input: SetProviderCredentialInput!) {
  setProviderCredential(input: $input) { providerConnection { status healthStatus credential { type clientId expiresAt thumbprint } } } }`;
const rehearse = `mutation ($input: RehearseProviderCredentialInput!) {
  rehearseProviderCredential(input: $input) { result run { id isRehearsal } } }`;
const activate = `mutation ($input: ActivateProviderCredentialInput!) {
  activateProviderCredential(input: $input) { providerConnection { credential { clientId } credentialCandidate { clientId } } } }`;
const look = `query ($id: ID!) { tenant(id: $id) { readiness latestVerification { id }
  defaultProviderConnection { id status healthStatus lastHealthCheckAt lastErrorReasonCode adminConsentUrl
    credential { clientId } credentialCandidate { clientId rehearsal { id outcome } } actions { action enabled disabledReason } } } }`;
const discard = `mutation ($id: ID!) { discardProviderCredentialCandidate(input: { connectionId: $id }) {
  providerConnection { credential { clientId } credentialCandidate { clientId } } } }`;
const runsOf = `query ($id: ID!) { providerConnection(id: $id) { operationRuns(first: 1) { nodes { id isRehearsal } } } }`;
const follow = `subscription ($id: ID!) { operationRun(id: $id) { status outcome
  verificationReport { summary { overall } previousReportId checks { key status reasonCode } } } }`;
const start = `mutation ($id: ID!) { startVerification(input: { tenantId: $id }) { result run { id } } }`;

const codeOf = ({ errors }: GraphQLAnswer) => errors?.[0]?.extensions['code'];

interface Tenant {
  readonly readiness: string;
  readonly latestVerification: { readonly id: string };
  readonly defaultProviderConnection: {
    readonly id: string;
    readonly status: string;
    readonly adminConsentUrl: string;
    readonly credentialCandidate: unknown;
    readonly actions: unknown;
  };
}

async function lookAt(scenario: string): Promise<Tenant> {
  const { data } = await manager.query(look, { id: await app.tenantId(scenario) });
  return data.tenant as Tenant;
}

function credentialOf(name: string): { clientId: string; clientSecret: string } {
  const scenario = scenarios.find((candidate) => candidate.name === name);
  if (scenario === undefined) throw new Error(`no scenario ${name}`);
  return { clientId: scenario.clientId, clientSecret: scenario.clientSecret };
}

/** What the customer did in Entra in the meantime: the sandbox takes a new secret for the app. */
async function rotateInEntra(scenario: string, value: string): Promise<void> {
  const { clientId } = credentialOf(scenario);
  const response = await fetch(`${app.sandboxOrigin}/_control/secrets`, {
    method: 'POST',
    body: JSON.stringify({ clientId, value, endDateTime: '2099-01-01T00:00:00Z' }),
  });
  expect(response.ok).toBe(true);
}

interface Finished {
  readonly outcome: string;
  readonly verificationReport: {
    readonly previousReportId: string | null;
    readonly checks: readonly unknown[];
  };
}

async function finish(runId: string): Promise<Finished> {
  let last: Finished | null = null;
  for await (const { data } of manager.subscribe(follow, { id: runId })) last = data.operationRun;
  if (last === null) throw new Error(`the stream of run ${runId} was empty`);
  return last;
}

const input = (
  connectionId: string,
  scenario: string,
  clientSecret = credentialOf(scenario).clientSecret,
) => ({
  connectionId,
  type: 'CLIENT_SECRET',
  clientId: credentialOf(scenario).clientId,
  clientSecret,
});

interface Rule {
  readonly field: string;
  readonly pattern: string;
  readonly refusesMatch: boolean;
  readonly message: string;
}

/** As a client applies the rules. */
async function firstBrokenRule(
  connectionId: string,
  field: string,
  text: string,
): Promise<string | undefined> {
  const { data } = await manager.query(
    `query ($id: ID!) { providerConnection(id: $id) { credentialRules { field pattern refusesMatch message } } }`,
    { id: connectionId },
  );
  const rules: Rule[] = data.providerConnection.credentialRules;
  return rules.find(
    (rule) => rule.field === field && new RegExp(rule.pattern).test(text) === rule.refusesMatch,
  )?.message;
}

describe('credentials that were exchanged in the database', () => {
  it('open nowhere: neither tenant is asked anything with the other’s', async () => {
    const names = ['token-transient', 'unknown-code'] as const;
    await using database = openSql(app.connection);
    const ids = await Promise.all(
      names.map(async (name) => rowOf((await lookAt(name)).defaultProviderConnection.id)),
    );
    const exchange = () => database.sql`update provider_credentials mine
      set payload = other.payload, key_id = other.key_id from provider_credentials other
      where mine.provider_connection_id = any(${ids}) and other.provider_connection_id = any(${ids})
        and mine.provider_connection_id <> other.provider_connection_id`;
    await exchange();
    for (const name of names) {
      const started = await manager.query(start, { id: await app.tenantId(name) });
      const run = await finish(started.data.startVerification.run.id);
      expect(JSON.stringify(run)).toContain('credential.invalid');
    }
    await exchange();
  });
});

describe('setting a credential', () => {
  it('replaces the one in use, forgets what was found with it, and the next verification uses it', async () => {
    const { defaultProviderConnection: before } = await lookAt('secret-invalid');
    await rotateInEntra('secret-invalid', 'fresh~value-of-the-secret');
    const set = await manager.query(setIt, {
      input: input(before.id, 'secret-invalid', 'fresh~value-of-the-secret'),
    });
    expect(set.data.setProviderCredential.providerConnection).toMatchObject({
      healthStatus: 'UNKNOWN',
      credential: {
        type: 'CLIENT_SECRET',
        clientId: credentialOf('secret-invalid').clientId,
        expiresAt: null,
      },
    });
    expect(set.text).not.toContain('fresh~value');
    const started = await manager.query(start, { id: await app.tenantId('secret-invalid') });
    const run = await finish(started.data.startVerification.run.id);
    expect(run).toMatchObject({
      outcome: 'SUCCEEDED',
      verificationReport: { summary: { overall: 'READY' } },
    });
  });

  it('shows a certificate’s expiry and thumbprint, and never its key', async () => {
    const { defaultProviderConnection: connection } = await lookAt('no-credential');
    const notAfter = new Date('2031-01-02T03:04:05Z');
    const pair = createTestCertificate({ notAfter });
    const { clientId } = credentialOf('no-credential');
    const set = await manager.query(setIt, {
      input: { connectionId: connection.id, type: 'CERTIFICATE', clientId, ...pair },
    });
    expect(set.data.setProviderCredential.providerConnection.credential).toEqual({
      type: 'CERTIFICATE',
      clientId,
      expiresAt: '2031-01-02T03:04:05.000Z',
      thumbprint: expect.stringMatching(/^[0-9A-F]{40}$/),
    });
  });

  it('looks at a certificate before it is passed in', async () => {
    const { defaultProviderConnection: connection } = await lookAt('healthy');
    const inspect = `query ($id: ID!, $pem: String!) { providerConnection(id: $id) {
      certificateInspection(certificatePem: $pem) { problem expiresAt thumbprint containsPrivateKey } } }`;
    const [notBefore, notAfter] = [new Date('2024-01-01T00:00:00Z'), new Date('2025-01-01T00:00:00Z')];
    const { certificatePem, privateKeyPem } = createTestCertificate({ notBefore, notAfter });
    const expired = await manager.query(inspect, { id: connection.id, pem: certificatePem });
    expect(expired.data.providerConnection.certificateInspection).toEqual({
      problem: 'The certificate expired at 2025-01-01T00:00:00.000Z.',
      expiresAt: '2025-01-01T00:00:00.000Z',
      thumbprint: expect.stringMatching(/^[0-9A-F]{40}$/),
      containsPrivateKey: false,
    });
    const key = await manager.query(inspect, { id: connection.id, pem: privateKeyPem });
    expect(key.data.providerConnection.certificateInspection).toEqual({
      problem: 'This contains a private key. Put the key in privateKeyPem and only the certificate here.',
      expiresAt: null,
      thumbprint: null,
      containsPrivateKey: true,
    });
  });

  it.each([
    ['clientSecret', { clientSecret: '0f8fad5b-d9cb-469f-a165-70867728950e' }],
    ['clientId', { clientId: 'my app' }],
    ['tenantId', { tenantId: '0f8fad5b-d9cb-469f-a165-70867728950e' }],
    ['tokenFile', { type: 'FEDERATED', clientSecret: null, tokenFile: '/etc/passwd' }],
  ])('refuses what cannot be right, on %s, in the words of its published rules', async (field, wrong) => {
    const { defaultProviderConnection: connection } = await lookAt('healthy');
    const answer = await manager.query(setIt, { input: { ...input(connection.id, 'healthy'), ...wrong } });
    expect([codeOf(answer), answer.errors?.[0]?.extensions['field']]).toEqual(['BAD_USER_INPUT', field]);
    const text = String(Object.entries(wrong).find(([name]) => name === field)?.[1]);
    expect(await firstBrokenRule(connection.id, field, text)).toBe(answer.errors?.[0]?.message);
  });
});

describe('followers of a tenant', () => {
  it('see its verifications and never a rehearsal', async () => {
    const id = await app.tenantId('permission-pending');
    const { defaultProviderConnection: connection } = await lookAt('permission-pending');
    const seen: boolean[] = [];
    const watched = manager.subscribe(
      'subscription ($id: ID!) { tenantVerification(tenantId: $id) { id isRehearsal status } }',
      { id },
    );
    await watched.next();
    const rehearsal = await manager.query(rehearse, { input: input(connection.id, 'permission-pending') });
    await finish(rehearsal.data.rehearseProviderCredential.run.id);
    const started = await manager.query(start, { id });
    for await (const { data } of watched) {
      const { id: runId, isRehearsal, status } = data.tenantVerification;
      seen.push(isRehearsal as boolean);
      if (runId === started.data.startVerification.run.id && status === 'COMPLETED') break;
    }
    expect(new Set(seen)).toEqual(new Set([false]));
  });
});

describe('a connection that changes clouds and back', () => {
  it('takes its credential along', async () => {
    const { defaultProviderConnection: connection } = await lookAt('no-intune-licence');
    const move = `mutation ($input: UpdateProviderConnectionInput!) {
      updateProviderConnection(input: $input) { providerConnection { cloud } } }`;
    for (const cloud of ['usgov', 'sandbox']) {
      const { data } = await manager.query(move, { input: { connectionId: connection.id, cloud } });
      expect(data.updateProviderConnection.providerConnection.cloud).toBe(cloud);
    }
    const started = await manager.query(start, { id: await app.tenantId('no-intune-licence') });
    const run = await finish(started.data.startVerification.run.id);
    expect(run.verificationReport.checks).toContainEqual(
      expect.objectContaining({ key: 'config.credential', status: 'PASS' }),
    );
  });
});

describe('a rehearsal', () => {
  it('finds out that a candidate does not work, and changes nothing else', async () => {
    const before = await lookAt('healthy');
    const { id } = before.defaultProviderConnection;
    const started = await manager.query(rehearse, { input: input(id, 'healthy', 'not~the-secret') });
    expect(started.data.rehearseProviderCredential).toMatchObject({
      result: 'STARTED',
      run: { isRehearsal: true },
    });
    const runId: string = started.data.rehearseProviderCredential.run.id;
    const run = await finish(runId);
    expect(run.outcome).toBe('FAILED');
    expect(run.verificationReport.checks).toContainEqual({
      key: 'token.acquire',
      status: 'FAIL',
      reasonCode: 'credential.secret_invalid',
    });
    expect(run.verificationReport.previousReportId).toBe(before.latestVerification.id);

    const { defaultProviderConnection: connection, ...tenant } = await lookAt('healthy');
    const { credentialCandidate, actions, ...untouched } = connection;
    expect(tenant).toEqual({ readiness: before.readiness, latestVerification: before.latestVerification });
    expect(before.defaultProviderConnection).toMatchObject(untouched);
    expect(credentialCandidate).toMatchObject({ rehearsal: { id: runId, outcome: 'FAILED' } });
    expect(actions).toContainEqual({
      action: 'activate_credential',
      enabled: false,
      disabledReason: 'The rehearsal did not succeed, so the credential is not known to work.',
    });
    const refused = await manager.query(activate, { input: { connectionId: id } });
    expect([codeOf(refused), refused.errors?.[0]?.extensions['runId']]).toEqual(['CONFLICT', runId]);

    const listed = await manager.query(runsOf, { id });
    expect(listed.data.providerConnection.operationRuns.nodes[0]).toEqual({ id: runId, isRehearsal: true });
    for (const attempt of ['first', 'again']) {
      const discarded = await manager.query(discard, { id });
      expect([attempt, discarded.data.discardProviderCredentialCandidate.providerConnection]).toEqual([
        attempt,
        { credential: { clientId: credentialOf('healthy').clientId }, credentialCandidate: null },
      ]);
    }
  });

  it('of a candidate that works ends with activating it', async () => {
    const { defaultProviderConnection: before } = await lookAt('secret-expired');
    expect(before.status).toBe('ERROR');
    await rotateInEntra('secret-expired', 'renewed~value-of-the-secret');
    const started = await manager.query(rehearse, {
      input: input(before.id, 'secret-expired', 'renewed~value-of-the-secret'),
    });
    const rehearsalRunId: string = started.data.rehearseProviderCredential.run.id;
    expect((await finish(rehearsalRunId)).outcome).toBe('SUCCEEDED');
    expect((await lookAt('secret-expired')).readiness).toBe('BLOCKED');

    const stale = await manager.query(activate, {
      input: { connectionId: before.id, rehearsalRunId: (await lookAt('healthy')).latestVerification.id },
    });
    expect([codeOf(stale), stale.errors?.[0]?.extensions['runId']]).toEqual(['CONFLICT', rehearsalRunId]);
    const active = await manager.query(activate, { input: { connectionId: before.id, rehearsalRunId } });
    expect(active.data.activateProviderCredential.providerConnection).toEqual({
      credential: { clientId: credentialOf('secret-expired').clientId },
      credentialCandidate: null,
    });
    const verified = await manager.query(start, { id: await app.tenantId('secret-expired') });
    await finish(verified.data.startVerification.run.id);
    const after = await lookAt('secret-expired');
    expect(after).toMatchObject({ readiness: 'READY', defaultProviderConnection: { status: 'CONNECTED' } });
    const again = await manager.query(activate, { input: { connectionId: before.id } });
    expect(again.errors?.[0]).toMatchObject({
      message: 'No credential has been rehearsed. Rehearse one first.',
      extensions: { code: 'CONFLICT' },
    });
  });

  it('takes turns with everything else on the connection, and a busy one leaves the candidate before it alone', async () => {
    const tenantId = await app.tenantId('slow');
    const { id } = (await lookAt('slow')).defaultProviderConnection;
    const first = await manager.query(rehearse, { input: input(id, 'slow') });
    const second = await manager.query(rehearse, { input: input(id, 'slow', 'another~candidate') });
    const ordinary = await manager.query(start, { id: tenantId });
    const runId: string = first.data.rehearseProviderCredential.run.id;
    for (const answer of [second.data.rehearseProviderCredential, ordinary.data.startVerification]) {
      expect(answer).toMatchObject({ result: 'SCOPE_BUSY', run: { id: runId } });
    }
    const early = await manager.query(activate, { input: { connectionId: id } });
    expect([codeOf(early), early.errors?.[0]?.extensions['runId']]).toEqual(['CONFLICT', runId]);
    // Had the second one replaced the candidate, this one would have failed at Entra.
    expect((await finish(runId)).outcome).toBe('SUCCEEDED');
  });

  it('needs provider.manage, and does not exist for strangers', async () => {
    const { id } = (await lookAt('missing-permission')).defaultProviderConnection;
    const forbidden = await (
      await app.as('operator')
    ).query(rehearse, { input: input(id, 'missing-permission') });
    expect(forbidden.errors?.[0]?.extensions).toEqual({ code: 'FORBIDDEN', capability: 'PROVIDER_MANAGE' });
    const stranger = await app.as('stranger');
    const foreign = await stranger.query(rehearse, { input: input(id, 'missing-permission') });
    const nothing = await stranger.query(rehearse, { input: input('999999999', 'missing-permission') });
    expect(foreign.status).toBe(404);
    expect(foreign.text).toBe(nothing.text);
  });
});

describe('admin consent', () => {
  it('leads to the connection’s own cloud and directory with the application in use', async () => {
    const { defaultProviderConnection: connection } = await lookAt('no-consent');
    const url = new URL(connection.adminConsentUrl);
    expect(url.origin).toBe(app.sandboxOrigin);
    expect(url.pathname).toBe('/375151ff-4c5f-472e-a524-2970aec22977/v2.0/adminconsent');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: credentialOf('no-consent').clientId,
      scope: `${app.sandboxOrigin}/.default`,
      redirect_uri: 'http://127.0.0.1:4000/onboarding/consent',
    });
  });

  it('ends on a page that says so, although nothing waits for the answer', async () => {
    for (const [answer, sentence] of [
      ['admin_consent=True&tenant=x', 'Back from Microsoft'],
      ['error=access_denied', 'Not granted'],
    ]) {
      const response = await fetch(`${app.url}/onboarding/consent?${answer}`);
      expect([response.status, await response.text()]).toEqual([
        200,
        expect.stringContaining(sentence ?? ''),
      ]);
    }
  });

  it('is asked for in a cloud that can be reached, the sandbox first where there is one', async () => {
    const { data } = await manager.query('{ clouds { name label } }');
    expect(data.clouds).toEqual([
      { name: 'sandbox', label: 'Sandbox of this demo' },
      { name: 'global', label: 'Microsoft global' },
      { name: 'usgov', label: 'US Government (GCC High)' },
      { name: 'usgovdod', label: 'US Government (DoD)' },
      { name: 'china', label: 'China (21Vianet)' },
    ]);
  });
});
