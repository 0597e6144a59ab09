import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '../support/program/program.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let environment: Record<string, string>;
beforeAll(async () => {
  app = await startTestApp();
  environment = { TENANTATLAS_URL: app.url, TENANTATLAS_TOKEN: await app.token('operator') };
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

const tenantatlas = (...args: string[]) => runProgram('cli/main.js', args, environment);

describe('tenantatlas verify --wait', () => {
  it.each([
    ['healthy', 0, 'ready (succeeded)'],
    ['missing-permission', 1, 'needs attention (succeeded)'],
    ['secret-expired', 2, 'blocked (failed)'],
    ['no-credential', 2, 'blocked (blocked)'],
    ['graph-down', 3, 'needs attention (failed)'],
  ])('%s: exit code %i', async (tenant, code, verdict) => {
    const result = await tenantatlas('verify', '--tenant', tenant, '--wait');
    expect(result).toMatchObject({ code });
    expect(result.stdout).toContain(verdict);
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
    ['no tenant', ['verify'], 64, 'verify needs --tenant.'],
    ['an unknown command', ['explode'], 64, 'Unknown command: explode.'],
    ['an unknown option', ['verify', '--tenant', '1', '--fast'], 64, '--fast'],
    ['a tenant nobody can see', ['verify', '--tenant', 'nowhere'], 3, 'No tenant matches nowhere'],
    ['a foreign id', ['verify', '--tenant', '999999'], 3, 'Not found, or you don’t have access.'],
    ['a bad token', ['verify', '--tenant', 'healthy', '--token', 'ta_x'], 3, 'The API token is not valid'],
    ['no server', ['verify', '--tenant', 'healthy', '--url', 'http://127.0.0.1:1'], 3, 'cannot be reached'],
  ])('says what is wrong: %s', async (_case, args, code, sentence) => {
    const result = await tenantatlas(...args);
    expect(result.code).toBe(code);
    expect(result.stderr).toContain(sentence);
    expect(result.stdout).toBe('');
  });
});

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
