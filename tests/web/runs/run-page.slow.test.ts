import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import scenarios from '../../../sandbox/scenarios.json' with { type: 'json' };
import { problemsOf } from '../../support/axe.ts';
import {
  startTestBrowser,
  takeScreenshot,
  takeScreenshots,
  type TestBrowser,
} from '../../support/browser.ts';
import { startWorkerProcess } from '../../support/program/processes.ts';
import { openSql } from '../../support/sql.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { control, startRunOf } from './start-run.ts';
import { rowOf } from '../../support/row-of.ts';

let app: TestApp;
let browser: TestBrowser;
beforeAll(async () => {
  // Without a worker of its own: tests say when one begins to work, and when it is killed.
  app = await startTestApp({ roles: new Set(['api']) });
  browser = await startTestBrowser();
});
afterAll(async () => {
  await browser[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

const startRun = (scenario: string, type?: string) => startRunOf(app, scenario, type);

const acknowledge = `mutation ($runId: ID!, $checkKey: String!) { acknowledgeVerificationCheck(
  input: { runId: $runId, checkKey: $checkKey, reason: "The customer decides in December." }) { run { id } } }`;

async function latestRun(scenario: string): Promise<string> {
  const owner = await app.as('owner');
  const { data } = await owner.query('query ($id: ID!) { tenant(id: $id) { latestVerification { id } } }', {
    id: await app.tenantId(scenario),
  });
  return rowOf(data.tenant.latestVerification.id as string);
}

const focused = (page: Page) => page.evaluate<string>('document.activeElement.textContent');

async function putGroups(scenario: string, count: number): Promise<void> {
  const items = Array.from({ length: count }, (_, i) => ({ id: `g${i}`, displayName: `Group ${i}` }));
  const tenantId = scenarios.find(({ name }) => name === scenario)?.tenantId;
  await control(app, 'collections', { tenantId, path: '/groups', items });
}

const open = (runId: string, person = 'Olivia Owner') =>
  browser.signIn(app.url, person, { path: `/operations/${runId}` });

/** Presses Tab until the thing with this name has the focus: what cannot be reached so cannot be used without a mouse. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const wanted = page.getByRole('button', { name }).first();
  await wanted.waitFor();
  // More stops than any page has.
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === element.ownerDocument.activeElement)) return;
  }
  throw new Error(`${name} cannot be reached with Tab`);
}

describe('a report that is there', () => {
  it('is read, acknowledged until a date and undone again without touching a mouse', async () => {
    const runId = await latestRun('missing-permission');
    const page = await browser.newPage();
    await page.goto(`${app.url}/sign-in?return=/operations/${runId}`);
    await tabTo(page, /Ophelia Operator/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Application permissions' }).waitFor();
    await takeScreenshots(page, 'run-attention');

    await tabTo(page, 'Acknowledge Application permissions');
    await page.keyboard.press('Enter');
    const reason = page.getByRole('textbox', { name: 'Reason' });
    await reason.waitFor();
    await tabTo(page, /^Acknowledge$/);
    await page.keyboard.press('Enter');
    await page.getByText('Enter a reason.').waitFor();
    for (let presses = 0; presses < 12; presses += 1) {
      if (await reason.evaluate((element) => element === element.ownerDocument.activeElement)) break;
      await page.keyboard.press('Shift+Tab');
    }
    await page.keyboard.type('The customer decides in December.');
    expect(await problemsOf(page)).toEqual([]);
    await takeScreenshots(page, 'run-acknowledge-dialog');
    await tabTo(page, /^Acknowledge$/);
    await page.keyboard.press('Enter');

    await page.getByText('Acknowledged by Ophelia Operator').waitFor();
    await page.getByText('The customer decides in December.').waitFor();
    // It went to another group, and the focus with it.
    await page.getByRole('heading', { name: 'Acknowledged (1)' }).waitFor();
    await expect.poll(() => focused(page)).toBe('Withdraw Application permissions');
    // It stands beside the verdict and never changes it.
    await page.getByText('1 acknowledged').waitFor();
    expect(await page.getByRole('heading', { name: /Needs attention|Blocked/ }).count()).toBe(0);
    expect(await page.getByText('Needs attention').count()).toBeGreaterThan(0);
    await takeScreenshot(page, 'run-acknowledged');

    await tabTo(page, 'Withdraw Application permissions');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Acknowledge Application permissions' }).waitFor();
    await expect.poll(() => focused(page)).toBe('Acknowledge Application permissions');
    await page.close();
  });

  it('says what is new since the previous one, and folds away what only follows from it', async () => {
    const page = await open(await latestRun('secret-expired'));
    await page.getByRole('heading', { name: 'Since the previous report' }).waitFor();
    await page.getByText('Newly failing').waitFor();
    expect(await page.getByText('Reading: Apps').count()).toBe(0);
    await page.getByText('more could not be checked this time').click();
    await page.getByText('Reading: Apps').first().waitFor();

    await page.getByText(/^Skipped \(/).click();
    await page.getByText('Skipped because “Sign-in to the directory” did not pass:').waitFor();
    const reason = page.getByRole('link', { name: 'credential.secret_expired' }).first();
    expect(await reason.getAttribute('href')).toBe('/help/reasons#credential.secret_expired');
    expect(await problemsOf(page)).toEqual([]);
    await takeScreenshots(page, 'run-failed');
    await page.close();
  });

  it('keeps a button where it is when evidence opens, and its tooltip out of the way of the dialog', async () => {
    const page = await open(await latestRun('missing-permission'));
    const button = page.getByRole('button', { name: 'Acknowledge Application permissions' });
    const check = page.getByRole('listitem').filter({ has: button });
    const rightEdge = async () => {
      const box = await button.boundingBox();
      return Math.round((box?.x ?? 0) + (box?.width ?? 0));
    };
    const before = await rightEdge();
    await check.getByText(/^Evidence/).click();
    await check.getByRole('button', { name: 'Copy the evidence' }).waitFor();
    expect(await rightEdge()).toBe(before);

    await button.hover();
    await page.getByRole('tooltip').waitFor();
    await button.click();
    await page.getByRole('dialog').waitFor();
    expect(await page.getByRole('tooltip').count()).toBe(0);
    await page.close();
  });

  it('is printed with its title and report, without what can only be pressed', async () => {
    const page = await open(await latestRun('missing-permission'));
    await page.getByRole('heading', { name: 'Application permissions' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    expect(await page.getByRole('heading', { name: 'Application permissions' }).isVisible()).toBe(true);
    for (const role of ['banner', 'navigation', 'button', 'textbox', 'checkbox'] as const)
      expect(await page.getByRole(role).count(), role).toBe(0);
    await page.close();
  });

  it('can be taken away in every format that the menu names', async () => {
    const page = await open(await latestRun('secret-expired'));
    await page.getByRole('button', { name: 'Export' }).click();
    const links = page.getByRole('menuitem');
    expect(await links.count()).toBe(5);
    for (const link of await links.all()) {
      const address = await link.getAttribute('href');
      expect((await page.request.get(`${app.url}${address ?? ''}`)).status(), String(address)).toBe(200);
    }
    await page.close();
  });

  it('says of a check that was acknowledged before that it no longer is, and why', async () => {
    const runId = await latestRun('missing-permission');
    const operator = await app.as('operator');
    for (const checkKey of ['consent.app_roles', 'capability.configuration']) {
      const { errors } = await operator.query(acknowledge, { runId, checkKey });
      expect(errors).toBeUndefined();
    }
    await using database = openSql(app.connection);
    // As if the fortnight had passed, and the other had been carried from a report that rested on something else.
    await database.sql`update verification_check_acknowledgements
      set acknowledged_at = now() - interval '15 days', expires_at = now() - interval '1 day',
        ended_by_change = check_key <> 'consent.app_roles' where operation_run_id = ${runId}`;
    const page = await open(runId, 'Ophelia Operator');
    await page.getByText('Its end date has passed.').waitFor();
    await page.getByText('The check or its evidence changed').waitFor();
    expect(await page.getByRole('heading', { name: /^Acknowledged/ }).count()).toBe(0);
    expect(await problemsOf(page)).toEqual([]);
    await takeScreenshots(page, 'run-acknowledgement-ended');
    await database.sql`delete from verification_check_acknowledgements where operation_run_id = ${runId}`;
    await page.close();
  });

  it('is said to be damaged where it is, and the rest of the page stands', async () => {
    const runId = await latestRun('app-disabled');
    await using database = openSql(app.connection);
    await database.sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`update operation_runs set context = jsonb_set(context, '{verification_report,checks,0,status}', '"fine"')
        where id = ${runId}`;
    });
    const page = await open(runId);
    await page.getByText('The stored report cannot be shown').waitFor();
    await page.getByRole('heading', { name: 'Timeline' }).waitFor();
    await page.getByRole('heading', { name: 'Details' }).waitFor();
    expect(await page.getByText('Part of this page could not be loaded').count()).toBe(0);
    expect(await problemsOf(page)).toEqual([]);
    await takeScreenshots(page, 'run-damaged-report');
    await page.close();
  });

  it('can be read by a reader, who sees what they may not do and why', async () => {
    const page = await open(await latestRun('missing-permission'), 'Rhys Reader');
    const acknowledge = page.getByRole('button', { name: 'Acknowledge Application permissions' });
    await acknowledge.waitFor();
    expect(await acknowledge.getAttribute('aria-disabled')).toBe('true');
    await acknowledge.focus();
    const why = page.getByText('Your role here does not include acknowledging checks and findings.');
    await why.first().waitFor();
    await page.close();
  });
});

describe('a run that is going on', () => {
  it('is cancelled with one press, and says so', async () => {
    const runId = await startRun('healthy');
    const page = await open(runId, 'Ophelia Operator');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Cancelled').first().waitFor();
    expect(await page.getByRole('button', { name: 'Cancel' }).count()).toBe(0);
    // No alarm, and not twenty-one times the same.
    await page.getByRole('group', { name: 'Cancelled' }).waitFor();
    await page.getByText('21 checks not run').waitFor();
    expect(await page.getByRole('button', { name: /^Acknowledge/ }).count()).toBe(0);
    await takeScreenshots(page, 'run-cancelled');
    await page.close();
  });
});

describe('a run without a report', () => {
  it('says what it counted, and lets someone who has looked go on after a safety stop', async () => {
    await using worker = await startWorkerProcess(app);
    await putGroups('healthy', 8);
    const page = await open(await startRun('healthy', 'entra.groups.sync'));
    await page.getByText('Succeeded').first().waitFor();
    await page.getByRole('heading', { name: 'Result' }).waitFor();
    const exports = page.getByRole('button', { name: 'Export' });
    expect(await exports.getAttribute('aria-disabled')).toBe('true');
    await takeScreenshots(page, 'run-sync');

    await putGroups('healthy', 1);
    await page.goto(`${app.url}/operations/${await startRun('healthy', 'entra.groups.sync')}`);
    await page.getByRole('group', { name: 'What could not be done' }).waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await takeScreenshots(page, 'run-safety-stop');
    const stopped = page.url();
    await page.getByRole('button', { name: 'Sync again and remove them' }).click();
    await page.waitForURL((address) => address.href !== stopped);
    await page.getByText('Succeeded', { exact: true }).first().waitFor();
    expect(worker.process.exitCode).toBeNull();
    await page.close();
  }, 60_000);
});

describe('a run that was started again and again', () => {
  it('has all of its timeline, however long', async () => {
    const runId = await latestRun('throttled');
    await using database = openSql(app.connection);
    await database.sql.begin(async (tx) => {
      await tx`insert into operation_run_events (run_id, seq, at, kind, message)
        select run.id, run.last_event_seq + n, run.created_at + n * interval '1 minute',
          case n % 2 when 0 then 'attempt' else 'requeued' end,
          case n % 2 when 0 then 'Started again: attempt ' || (n / 2 + 1) || '.' else 'Put back into the queue.' end
        from operation_runs run, generate_series(1, 240) n where run.id = ${runId}`;
      // What has ended stays as it is; only a rule that sleeps lets it be prolonged.
      await tx`set local session_replication_role = replica`;
      await tx`update operation_runs set last_event_seq = last_event_seq + 240 where id = ${runId}`;
    });
    const page = await open(runId);
    await page.getByText('Started again: attempt 121.').waitFor();
    await page.getByText('Started again: attempt 2.').waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await takeScreenshots(page, 'run-long-timeline');
    await page.close();
  });
});

describe('a start that was refused', () => {
  it('is a page with the reason and the next click', async () => {
    const page = await open(await startRun('no-credential'));
    await page.getByText('The provider connection has no credential.').first().waitFor();
    await takeScreenshots(page, 'run-blocked');
    await page.close();
  });
});
