import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarioTenantId } from '../../sandbox/scenarios.ts';
import { runProgram } from '../support/program/program.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let environment: Record<string, string>;
beforeAll(async () => {
  app = await startTestApp();
  environment = { ...noLogins, TENANTATLAS_URL: app.url, TENANTATLAS_TOKEN: await app.token('operator') };
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

/** A developer's own logins must not reach a test. */
const noLogins = { XDG_CONFIG_HOME: '/nonexistent' };

const tenantatlas = (...args: string[]) => runProgram('cli/main.js', args, environment);

describe('tenantatlas verify --wait', () => {
  it.each([
    ['healthy', 0, /: ready$/m],
    ['missing-permission', 1, /: needs attention$/m],
    ['secret-expired', 2, /: blocked$/m],
    ['no-credential', 2, /: blocked$/m],
    ['graph-down', 3, /: needs attention \(failed\)$/m],
  ])('%s: exit code %i', async (tenant, code, verdict) => {
    const result = await tenantatlas('verify', '--tenant', tenant, '--wait');
    expect(result).toMatchObject({ code });
    expect(result.stdout).toMatch(verdict);
    expect(result.stderr).toContain('/operations/');
  });

  it('writes the run as JSON to stdout, and nothing else', async () => {
    const { code, stdout, stderr } = await tenantatlas(
      'verify',
      '--tenant',
      'secret-invalid',
      '--wait',
      '--json',
    );
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      status: 'COMPLETED',
      verificationReport: { summary: { overall: 'BLOCKED' } },
    });
    expect(stderr).toContain('fail');
  });

  it.each([
    ['no tenant', ['verify'], 64, 'verify takes tenants, --all or --file'],
    ['two ways at once', ['verify', 'healthy', '--all'], 64, 'one of the three'],
    ['no such format', ['report', '1', '--format', 'pdf'], 64, 'Unknown format: pdf.'],
    ['an unknown command', ['explode'], 64, 'Unknown command: explode.'],
    ['an unknown option', ['verify', '--tenant', '1', '--fast'], 64, '--fast'],
    ['a tenant no one can see', ['verify', '--tenant', 'nowhere'], 3, 'No tenant matches nowhere'],
    ['a foreign id', ['verify', '--tenant', '999999'], 3, 'Not found, or you don’t have access.'],
    ['a bad token', ['verify', '--tenant', 'healthy', '--token', 'ta_x'], 3, 'The API token is not valid'],
    ['no server', ['verify', '--tenant', 'healthy', '--url', 'http://127.0.0.1:1'], 69, 'cannot be reached'],
  ])('says what is wrong: %s', async (_case, args, code, sentence) => {
    const result = await tenantatlas(...args);
    expect(result.code).toBe(code);
    expect(result.stderr).toContain(sentence);
    expect(result.stdout).toBe('');
  });
});

describe('a tenant as people write it down', () => {
  const id = scenarioTenantId('healthy');
  it.each([
    ['in braces', `{${id.toUpperCase()}}`],
    ['without dashes', id.replaceAll('-', '')],
    ['at the end of a line of a list', `${id}\r`],
    ['in an address', `https://entra.microsoft.com/?tenant=${id}#home`],
    ['by its external id, with a space', ' healthy '],
  ])('%s', async (_case, tenant) => {
    expect(await tenantatlas('verify', '--tenant', tenant)).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('/operations/'),
    });
  });

  it.each(['contoso.com', 'ada@contoso.com', 'https://login.microsoftonline.com/contoso.com'])(
    '%s names none, and what does is said',
    async (tenant) => {
      const { code, stderr } = await tenantatlas('verify', '--tenant', tenant);
      expect(code).toBe(3);
      expect(stderr).toContain('use the ID, external ID, directory GUID or name');
    },
  );
});

describe('Entra refuses the sign-in', () => {
  const badges = `query ($id: ID!) { tenant(id: $id) { readiness
    defaultProviderConnection { status statusBadge { label } lastErrorReasonCode }
    latestVerification { outcome verificationReport { summary { overall } checks { key status reasonCode } } } } }`;

  it.each([
    ['a number of the table', { kind: 'aadsts', code: 7000112 }, 'app.disabled'],
    ['an unknown number', { kind: 'aadsts', code: 9999991, error: 'invalid_client' }, 'credential.refused'],
    ['an error without a number', oauth('unmet_authn_requirements'), 'sign_in.refused'],
  ])(
    'with %s: connection, report, the checks after it and the exit code say so',
    async (_case, answer, reason) => {
      const laid = await fetch(`${app.sandboxOrigin}/_control/faults`, {
        method: 'POST',
        body: JSON.stringify({ on: 'token', tenantId: scenarioTenantId('slow'), answer }),
      });
      expect(laid.ok).toBe(true);
      const { code, stdout } = await tenantatlas('verify', '--tenant', 'slow', '--wait');
      await fetch(`${app.sandboxOrigin}/_control/faults`, { method: 'DELETE' });
      expect(code).toBe(2);
      expect(stdout).toMatch(/: blocked$/m);

      const owner = await app.as('owner');
      const { data } = await owner.query(badges, { id: await app.tenantId('slow') });
      expect(data.tenant).toMatchObject({
        readiness: 'BLOCKED',
        defaultProviderConnection: {
          status: 'ERROR',
          statusBadge: { label: 'Error' },
          lastErrorReasonCode: reason,
        },
        latestVerification: { outcome: 'FAILED', verificationReport: { summary: { overall: 'BLOCKED' } } },
      });
      type Check = { readonly key: string; readonly status: string; readonly reasonCode: string | null };
      const checks: Check[] = data.tenant.latestVerification.verificationReport.checks;
      const at = checks.findIndex(({ key }) => key === 'token.acquire');
      expect(checks[at]).toMatchObject({ status: 'FAIL', reasonCode: reason });
      expect(new Set(checks.slice(at + 1).map(({ status }) => status))).toEqual(new Set(['SKIP']));
    },
  );
});

function oauth(error: string) {
  return { kind: 'raw', status: 400, contentType: 'application/json', body: JSON.stringify({ error }) };
}

describe('tenantatlas report', () => {
  const formats = [
    ['json', '"schema_version": "1.5'],
    ['csv', 'token.acquire'],
    ['junit', '<testsuite'],
    ['sarif', '"version": "2.1.0"'],
    ['html', '<html'],
  ] as const;

  it.each(formats)('writes the stored report to stdout as %s', async (format, part) => {
    const { data } = await (
      await app.as('owner')
    ).query('query ($id: ID!) { tenant(id: $id) { latestVerification { id } } }', {
      id: await app.tenantId('secret-expired'),
    });
    const runId = data.tenant.latestVerification.id as string;
    const { code, stdout } = await tenantatlas('report', runId, '--format', format);
    expect(code).toBe(0);
    expect(stdout).toContain(part);
  });

  it('cannot tell a foreign report from one that does not exist', async () => {
    const { code, stderr } = await tenantatlas('report', '999999');
    expect([code, stderr.trim()]).toEqual([3, 'No such report, or you don’t have access.']);
  });
});
