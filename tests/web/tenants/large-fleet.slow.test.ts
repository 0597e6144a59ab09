import { it } from 'vitest';
import { startTestBrowser } from '../../support/browser.ts';
import { openSql } from '../../support/sql.ts';
import { startTestApp } from '../../support/test-app.ts';
import { createWorkspace, scrollsThrough } from './fleet-rows.ts';

it('a workspace of 2,000 tenants: one page at first, all of it by scrolling, and the same place after coming back', async () => {
  await using app = await startTestApp({ roles: new Set(['api']) });
  await using browser = await startTestBrowser();
  await using database = openSql(app.connection);
  const workspaceId = await createWorkspace(database, 'fleet', 'owner');
  await scrollsThrough({ app, browser, database, workspaceId, tenants: 2_000 });
}, 120_000);
