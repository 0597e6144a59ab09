import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActionAvailability } from '../../../core/presentation/actions.ts';
import { createClient } from '../../../db/engine/client.ts';
import scenarios from '../../../sandbox/scenarios.json' with { type: 'json' };
import { createApiClient, type ApiClient, type GraphQLAnswer } from '../../support/api-client.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { rowOf } from '../../support/row-of.ts';

let app: TestApp;
let manager: ApiClient;
let workspaceId: string;
let sql: ReturnType<typeof createClient>;
beforeAll(async () => {
  app = await startTestApp();
  manager = await app.as('manager');
  sql = createClient({ connection: app.connection, maxConnections: 1, applicationName: 'test' });
  const { data } = await manager.query('{ viewer { workspaces { id } } }');
  workspaceId = data.viewer.workspaces[0].id;
});
afterAll(async () => {
  await sql.end();
  await app[Symbol.asyncDispose]();
});

const fields = `session { id status currentStep consent state consentLinkExpiresAt tenant { id name status }
  verificationRun { id status outcome verificationReport { summary { overall } } } }`;
const begin = `mutation ($input: BeginTenantOnboardingInput!) { beginTenantOnboarding(input: $input) { ${fields} } }`;
const update = `mutation ($input: UpdateTenantOnboardingInput!) { updateTenantOnboarding(input: $input) { start { result reasonCode run { id } } ${fields} } }`;
const link = `mutation ($input: CreateOnboardingConsentLinkInput!) { createOnboardingConsentLink(input: $input) { url expiresAt ${fields} } }`;
const complete = `mutation ($input: CompleteTenantOnboardingInput!) { completeTenantOnboarding(input: $input) { ${fields} } }`;
const cancel = `mutation ($input: CancelTenantOnboardingInput!) { cancelTenantOnboarding(input: $input) { ${fields} } }`;
const read = `query ($id: ID!) { tenantOnboardingSession(id: $id) { status currentStep consent
  begunBy { displayName } endedBy { displayName } actions { action enabled disabledReason }
  verificationRun { id status verificationReport { summary { overall } } } } }`;

const codeOf = ({ errors }: GraphQLAnswer) => errors?.[0]?.extensions['code'];
const directoryOf = (scenario: string) => scenarios.find(({ name }) => name === scenario)?.tenantId ?? '';

interface Session {
  readonly id: string;
  readonly status: string;
  readonly currentStep: string;
  readonly consent: string;
  readonly begunBy: { readonly displayName: string } | null;
  readonly endedBy: { readonly displayName: string } | null;
  readonly actions: readonly ActionAvailability[];
  readonly tenant: { readonly id: string };
  readonly verificationRun: null | {
    readonly id: string;
    readonly status: string;
    readonly verificationReport: { readonly summary: { readonly overall: string } } | null;
  };
}

function actionOf({ actions }: Session, wanted: string): ActionAvailability {
  const found = actions.find(({ action }) => action === wanted);
  if (found === undefined) throw new Error(`the session says nothing about ${wanted}`);
  return found;
}

async function beginFor(entraTenantId: string, as: ApiClient = manager, name?: string): Promise<Session> {
  const { data } = await as.query(begin, { input: { workspaceId, entraTenantId, name } });
  return data.beginTenantOnboarding.session as Session;
}

async function askForLink(sessionId: string): Promise<string> {
  const { data } = await manager.query(link, { input: { sessionId } });
  return String(data.createOnboardingConsentLink.url);
}

/** The customer's administrator, who is no one to us: decides on Microsoft's page and is sent back. */
async function decide(url: string, decision: 'approve' | 'decline'): Promise<string> {
  expect(await (await fetch(url)).text()).toContain('Permissions requested');
  const response = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams({ decision }),
    redirect: 'manual',
  });
  const back = new URL(response.headers.get('location') ?? '');
  return `${app.url}${back.pathname}${back.search}`;
}

async function readUntil(id: string, isThere: (session: Session) => boolean): Promise<Session> {
  for (;;) {
    const { data } = await manager.query(read, { id });
    const session = data.tenantOnboardingSession as Session;
    if (isThere(session)) return session;
  }
}

describe('an onboarding', () => {
  it('goes from consent to a completed tenant, and verifies on its own on the way back', async () => {
    const session = await beginFor(directoryOf('no-consent'));
    expect(session).toMatchObject({
      status: 'IN_PROGRESS',
      currentStep: 'consent',
      tenant: { name: 'Eastgate Schools' },
    });

    const url = await askForLink(session.id);
    const back = await decide(url, 'approve');
    const arrived = await fetch(back, { headers: manager.headers, redirect: 'manual' });
    expect([arrived.status, arrived.headers.get('location')]).toEqual([
      303,
      `/onboarding/${rowOf(session.id)}`,
    ]);

    // The step and the run are read by two statements, so a run that ends in between can be ahead of the step.
    const ready = await readUntil(session.id, ({ currentStep }) => currentStep === 'complete');
    expect(ready).toMatchObject({ consent: 'granted', currentStep: 'complete' });
    expect(ready.verificationRun?.verificationReport?.summary.overall).toBe('READY');

    expect(ready).toMatchObject({ begunBy: { displayName: 'Marcus Manager' }, endedBy: null });
    expect(actionOf(ready, 'complete').enabled).toBe(true);

    const { data } = await manager.query(complete, { input: { sessionId: session.id } });
    expect(data.completeTenantOnboarding.session).toMatchObject({
      status: 'COMPLETED',
      tenant: { status: 'ACTIVE' },
      state: { verification_operation_run_id: Number(rowOf(ready.verificationRun?.id ?? '')) },
    });
    const again = await manager.query(complete, { input: { sessionId: session.id } });
    expect(again.data).toEqual(data);
    expect(codeOf(await manager.query(cancel, { input: { sessionId: session.id } }))).toBe('CONFLICT');
    const ended = await readUntil(session.id, () => true);
    expect(ended.endedBy).toEqual({ displayName: 'Marcus Manager' });
    expect(actionOf(ended, 'cancel').disabledReason).toBe('The onboarding is completed.');
  });

  it('makes the tenant of a new directory, visible to whoever began, and resumes from another device', async () => {
    const guid = '0A000000-0000-4000-8000-00000000000A';
    const session = await beginFor(guid, manager, 'Quince Mills');
    expect(session).toMatchObject({
      currentStep: 'connection',
      tenant: { name: 'Quince Mills', status: 'ONBOARDING' },
    });
    const elsewhere = await app.as('manager');
    expect((await beginFor(guid.toLowerCase(), elsewhere)).id).toBe(session.id);
    const refused = await manager.query(update, {
      input: { sessionId: session.id, startVerification: true },
    });
    expect(refused.data.updateTenantOnboarding).toMatchObject({
      start: { result: 'BLOCKED', reasonCode: 'connection.missing' },
      session: { currentStep: 'connection', verificationRun: { outcome: 'BLOCKED' } },
    });
    expect(codeOf(await manager.query(link, { input: { sessionId: session.id } }))).toBe('CONFLICT');
  });

  it('is completed over a blocked verification by an owner with a reason only', async () => {
    const session = await beginFor(directoryOf('secret-expired'));
    const missing = await manager.query(complete, { input: { sessionId: session.id } });
    const { disabledReason } = actionOf(await readUntil(session.id, () => true), 'complete');
    expect(disabledReason).toContain('not been verified');
    expect([codeOf(missing), missing.errors?.[0]?.message]).toEqual(['CONFLICT', disabledReason]);
    await manager.query(update, { input: { sessionId: session.id, startVerification: true } });
    await readUntil(session.id, ({ verificationRun: run }) => run?.status === 'COMPLETED');
    expect(codeOf(await manager.query(complete, { input: { sessionId: session.id } }))).toBe('CONFLICT');
    const input = { sessionId: session.id, overrideReason: 'The secret comes on Monday' };
    expect(codeOf(await manager.query(complete, { input }))).toBe('FORBIDDEN');
    const owner = await app.as('owner');
    expect(codeOf(await owner.query(complete, { input: { ...input, overrideReason: ' ' } }))).toBe(
      'BAD_USER_INPUT',
    );
    const { data } = await owner.query(complete, { input });
    expect(data.completeTenantOnboarding.session).toMatchObject({
      status: 'COMPLETED',
      state: { override_reason: 'The secret comes on Monday' },
    });
    const [entry] =
      await sql`select data from audit_entries where action = 'onboarding.completed' order by id desc limit 1`;
    expect(entry?.['data']).toEqual({
      override_reason: 'The secret comes on Monday',
      verification: 'blocked',
    });
  });

  it('keeps its history when it is cancelled, and a new one can begin', async () => {
    const first = await beginFor(directoryOf('slow'));
    await manager.query(cancel, { input: { sessionId: first.id } });
    expect((await manager.query(read, { id: first.id })).data.tenantOnboardingSession.status).toBe(
      'CANCELLED',
    );
    expect(codeOf(await manager.query(update, { input: { sessionId: first.id } }))).toBe('CONFLICT');
    const second = await beginFor(directoryOf('slow'));
    const query = `query ($id: ID!) { tenant(id: $id) { onboardingSession { id } workspace { onboardingSessions(first: 100) { totalCount nodes { id tenant { id } } } } } }`;
    const { data } = await manager.query(query, { id: first.tenant.id });
    expect(data.tenant.onboardingSession.id).toBe(second.id);
    const nodes: readonly Session[] = data.tenant.workspace.onboardingSessions.nodes;
    const ofTenant = nodes.filter(({ tenant }) => tenant.id === first.tenant.id);
    expect(ofTenant.map(({ id }) => id)).toEqual([second.id, first.id]);
  });

  it('does not exist for those who are not entitled, and asks for TENANT_MANAGE', async () => {
    const session = await beginFor(directoryOf('healthy'));
    const [operator, stranger] = [await app.as('operator'), await app.as('stranger')];
    const foreign = await stranger.query(read, { id: session.id });
    expect(foreign.text).toBe((await stranger.query(read, { id: '999999' })).text);
    for (const [document, input] of [
      [update, { sessionId: session.id }],
      [cancel, { sessionId: session.id }],
      [link, { sessionId: session.id }],
    ] as const) {
      expect(codeOf(await operator.query(document, { input }))).toBe('FORBIDDEN');
      expect(codeOf(await stranger.query(document, { input }))).toBe('NOT_FOUND');
    }
    const input = { workspaceId, entraTenantId: directoryOf('healthy') };
    expect(codeOf(await operator.query(begin, { input }))).toBe('FORBIDDEN');
    expect(codeOf(await stranger.query(begin, { input }))).toBe('NOT_FOUND');
    expect(
      codeOf(await manager.query(begin, { input: { ...input, entraTenantId: 'contoso.example' } })),
    ).toBe('BAD_USER_INPUT');
  });
});

describe('a consent link made with a token', () => {
  const created = `mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { plaintext apiToken { id } } }`;
  const revoke = 'mutation ($id: ID!) { revokeApiToken(input: { apiTokenId: $id }) { apiToken { id } } }';

  async function returnWith(scenario: string, scopes: readonly string[], isRevoked: boolean) {
    const { data } = await manager.query(created, {
      input: { workspaceId, name: scenario, capabilities: scopes },
    });
    const script = createApiClient(app.url, { authorization: `Bearer ${data.createApiToken.plaintext}` });
    const session = await beginFor(directoryOf(scenario));
    const made = await script.query(link, { input: { sessionId: session.id } });
    if (isRevoked) await manager.query(revoke, { id: data.createApiToken.apiToken.id });
    const state =
      new URL(made.data.createOnboardingConsentLink.url as string).searchParams.get('state') ?? '';
    const back = `${app.url}/onboarding/consent?admin_consent=True&state=${encodeURIComponent(state)}`;
    const page = await (await fetch(back)).text();
    const after = await manager.query(read, { id: session.id });
    const [row] = await sql`select metadata ->> 'consent' as consent from provider_connections
      where entra_tenant_id = ${directoryOf(scenario)}`;
    return {
      page,
      session: after.data.tenantOnboardingSession as Session,
      consent: row?.['consent'] as string,
    };
  }

  it.each([
    ['that may not start anything', 'secret-expired', ['VIEW', 'PROVIDER_VIEW', 'TENANT_MANAGE'], false],
    ['that was revoked', 'graph-down', ['VIEW', 'PROVIDER_VIEW', 'TENANT_MANAGE', 'PROVIDER_RUN'], true],
  ] as const)(
    '%s notes the consent, starts nothing, and says who may',
    async (_name, scenario, scopes, revoked) => {
      const { page, session, consent } = await returnWith(scenario, scopes, revoked);
      expect(consent).toBe('granted');
      expect(session.verificationRun).toBeNull();
      expect(page).toContain('an operator, manager or owner');
    },
  );

  it('that may start operations starts one', async () => {
    const scopes = ['VIEW', 'PROVIDER_VIEW', 'TENANT_MANAGE', 'PROVIDER_RUN'];
    const { page, session } = await returnWith('app-not-in-tenant', scopes, false);
    expect(session.verificationRun).not.toBeNull();
    expect(page).toContain('is being checked now');
  });
});

describe('a consent link whose maker has lost the role since', () => {
  const setMember = `mutation ($input: SetWorkspaceMemberInput!) { setWorkspaceMember(input: $input) { workspace { id } } }`;

  it('notes the consent, starts nothing, and tells whoever opens it elsewhere nothing', async () => {
    const [owner, elsewhere] = [await app.as('owner'), await app.as('stranger')];
    const become = (role: string) =>
      owner.query(setMember, { input: { workspaceId, email: 'manager@northwind.example', role } });
    const session = await beginFor(directoryOf('permission-revoked'));
    const back = await decide(await askForLink(session.id), 'approve');
    expect((await become('READONLY')).errors).toBeUndefined();
    const response = await fetch(back, { headers: { ...elsewhere.headers }, redirect: 'manual' });
    expect((await become('MANAGER')).errors).toBeUndefined();
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).toContain('an operator, manager or owner');
    expect(page).not.toContain('Northwind');
    const { data } = await manager.query(read, { id: session.id });
    expect(data.tenantOnboardingSession).toMatchObject({ consent: 'granted', verificationRun: null });
  });
});

describe('the way back from Microsoft', () => {
  it('takes a link once, ends it with a newer one, and tells a stranger nothing', async () => {
    const session = await beginFor(directoryOf('app-disabled'));
    const [old, url] = [await askForLink(session.id), await askForLink(session.id)];
    expect((await fetch(await decide(old, 'decline'))).status).toBe(410);
    const back = await decide(url, 'decline');
    const first = await fetch(back, { redirect: 'manual' });
    const page = await first.text();
    expect([first.status, page]).toEqual([200, expect.stringContaining('was declined')]);
    expect(page).not.toContain('Granite');
    expect((await fetch(back)).status).toBe(410);
    const { data } = await manager.query(read, { id: session.id });
    expect(data.tenantOnboardingSession).toMatchObject({
      consent: 'declined',
      currentStep: 'consent',
      verificationRun: null,
    });
    const [row] = await sql`select metadata ->> 'consent' as consent from provider_connections
      where entra_tenant_id = ${directoryOf('app-disabled')}`;
    expect(row?.['consent']).toBe('declined');
  });

  it('never believes the tenant in the address', async () => {
    const session = await beginFor(directoryOf('missing-permission'));
    const url = new URL(await askForLink(session.id));
    const state = url.searchParams.get('state') ?? '';
    const lie = `admin_consent=True&tenant=${directoryOf('healthy')}&state=${encodeURIComponent(state)}`;
    expect((await fetch(`${app.url}/onboarding/consent?${lie}`)).status).toBe(200);
    const { verificationRun } = await readUntil(
      session.id,
      ({ verificationRun: run }) => run?.status === 'COMPLETED',
    );
    const { data } = await manager.query('query ($id: ID!) { operationRun(id: $id) { tenant { name } } }', {
      id: verificationRun?.id,
    });
    expect(data.operationRun.tenant.name).toBe('Birchwood Clinics');
  });

  it('stores a digest of the state and nothing that opens it, and refuses one that has expired', async () => {
    const session = await beginFor(directoryOf('throttled'));
    const url = await askForLink(session.id);
    const state = new URL(url).searchParams.get('state') ?? '';
    const rows =
      await sql`select s::text as text from tenant_onboarding_sessions s where id = ${rowOf(session.id)}
      union all select a::text from audit_entries a where subject_id = ${rowOf(session.id)}`;
    for (const { text } of rows) expect(text).not.toContain(state);
    await sql`update tenant_onboarding_sessions set consent_expires_at = now() where id = ${rowOf(session.id)}`;
    expect((await fetch(await decide(url, 'approve'))).status).toBe(410);
    for (const query of ['', '?state=', `?state=${'x'.repeat(200)}`, '?state=a&state=b']) {
      expect((await fetch(`${app.url}/onboarding/consent${query}`)).status).toBe(410);
    }
  });
});
