import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDatabase } from '../../../db/engine/client.ts';
import { finishAbandonedRun } from '../../../flows/runs/finish-abandoned-run.ts';
import { problemsOf } from '../../support/axe.ts';
import { startTestBrowser, takeScreenshots, type TestBrowser } from '../../support/browser.ts';
import { killProcess, startApiProcess, startWorkerProcess } from '../../support/program/processes.ts';
import { openSql } from '../../support/sql.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { control, startRunOf } from './start-run.ts';

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

const startRun = (scenario: string) => startRunOf(app, scenario);

const open = (runId: string, person = 'Olivia Owner') =>
  browser.signIn(app.url, person, { path: `/operations/${runId}` });

/** As if the heartbeat's ten seconds had passed: the wait is pg-boss's, and would only make the test slow. */
async function forgetHeartbeat(runId: string): Promise<void> {
  await using database = openSql(app.connection);
  await database.sql`update pgboss.job set heartbeat_on = now() - interval '1 hour'
    where id = (select job_id from operation_runs where id = ${runId}) and state = 'active'`;
}

const isPressable = async (page: Page, name: string) =>
  (await page.getByRole('button', { name }).first().getAttribute('aria-disabled')) !== 'true';

/** Slow enough to be caught in the middle (ms for every answer of Microsoft's), or at full speed again. */
const latency = (ms: number) => control(app, 'latency', { ms });

it('a run arrives in two browsers although the worker is killed in the middle', async () => {
  await latency(400);
  const runId = await startRun('healthy');
  const pages = [await open(runId), await open(runId, 'Ophelia Operator')];
  for (const page of pages) await page.getByText('Waiting for a worker').waitFor();
  await takeScreenshots(pages[0] as Page, 'run-queued');

  const first = await startWorkerProcess(app);
  for (const page of pages) await page.getByText('Entra issued an access token.').waitFor();
  await takeScreenshots(pages[0] as Page, 'run-running');
  await killProcess(first);
  await forgetHeartbeat(runId);
  await latency(0);
  await using second = await startWorkerProcess(app);
  expect(second.process.exitCode).toBeNull();

  for (const page of pages) {
    await page.getByText('Succeeded').first().waitFor({ timeout: 60_000 });
    await page.getByText('Started again: attempt 2.').waitFor();
    expect(await page.title()).toMatch(/^Ready: /);
    await page.close();
  }
}, 120_000);

it('a run is cancelled in the middle or loses its worker for good, and keeps what it had found', async () => {
  await latency(800);
  const [stopped, lost] = [await startRun('slow'), await startRun('missing-permission')];
  const pages = { stopped: await open(stopped), lost: await open(lost) };
  const worker = await startWorkerProcess(app);
  for (const page of Object.values(pages)) await page.getByText('Entra issued an access token.').waitFor();
  await pages.stopped.getByRole('button', { name: 'Cancel' }).click();
  await pages.stopped.getByRole('group', { name: 'Cancelled' }).waitFor();
  await killProcess(worker);
  await latency(0);
  await takeScreenshots(pages.stopped, 'run-cancelled-in-the-middle');

  // What the queue does after the last attempt. tests/workers kills a worker on each, which takes a minute.
  await using database = createDatabase({
    connection: app.connection,
    maxConnections: 1,
    applicationName: 'test',
  });
  await finishAbandonedRun({ database, now: () => new Date() }, Number(lost));
  await pages.lost.getByRole('group', { name: 'Why it failed' }).waitFor();
  await pages.lost.getByText(/^\d+ checks not run$/).waitFor();
  await pages.lost.getByText(/^Pass \(\d+\)$/).waitFor();
  expect(await isPressable(pages.lost, 'Verify')).toBe(true);
  expect(await problemsOf(pages.lost)).toEqual([]);
  await takeScreenshots(pages.lost, 'run-worker-lost');
  for (const page of Object.values(pages)) await page.close();
}, 60_000);

it('the API is killed and started again while someone watches: the page says so, and has the end without a reload', async () => {
  await latency(300);
  await using worker = await startWorkerProcess(app);
  const first = await startApiProcess(app);
  const runId = await startRun('healthy');
  const page = await browser.signIn(first.url, 'Olivia Owner', { path: `/operations/${runId}` });
  await page.getByText('Entra issued an access token.').waitFor();
  await page.evaluate('window.notReloaded = true');
  await killProcess(first.program);
  await page.getByText('Reconnecting').waitFor();
  await latency(0);

  const second = await startApiProcess(app, Number(new URL(first.url).port));
  await page.getByText('Succeeded').first().waitFor({ timeout: 60_000 });
  await page.getByText('Reconnecting').waitFor({ state: 'detached' });
  expect(await page.evaluate('window.notReloaded')).toBe(true);
  expect(worker.process.exitCode).toBeNull();
  await page.close();
  await second.program[Symbol.asyncDispose]();
}, 120_000);
