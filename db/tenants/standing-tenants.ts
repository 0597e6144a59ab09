import { sql, type SQL } from 'drizzle-orm';
import type { Viewer } from '../../core/access/access.ts';
import type { Page, PageRequest } from '../../core/page.ts';
import type { OperationRun } from '../../core/runs/run.ts';
import type { StandingOfTenant, Tenant, TenantFilter, TenantOrder } from '../../core/tenants/tenant.ts';
import type { Db } from '../engine/client.ts';
import { toPage } from '../engine/cursor.ts';
import { createRead, type Slots } from '../engine/read.ts';
import { runColumns } from '../runs/runs.ts';
import { tenantStanding } from '../tables/standing.ts';
import { operationRuns } from '../tables/runs.ts';
import { standingColumns } from '../verification/verification-standing.ts';
import { toSortKey } from './tenant-order.ts';
import { rankedColumns, selectPage, toWantedPage, type PageChoice, type WantedPage } from './tenants.ts';

export interface StandingTenant {
  readonly tenant: Tenant;
  readonly standing: StandingOfTenant;
  /** The latest attempt; null before the first. */
  readonly latest: OperationRun | null;
}

const columns = { tenant: rankedColumns, standing: standingColumns, latest: runColumns };

/** What the page's statement returns besides the tenant's own columns, in the order of `columns`. */
const standing = Object.fromEntries(
  Object.entries(standingColumns).map(([name, column]) => [`standing_${name}`, column]),
);
const widthOfTenant = Object.keys(rankedColumns).length;
const width = widthOfTenant + Object.keys(standingColumns).length + 1;
const place = (index: number) => sql.raw(`page.c${index}`);
/** Aliases: two of the columns are called tenant_id. */
const names = sql.raw(Array.from({ length: width }, (_, index) => `c${index}`).join(', '));
const of = (column: keyof typeof rankedColumns) => place(Object.keys(rankedColumns).indexOf(column));

/** The page is determined first: runs are looked up only for its tenants, not for every tenant that was sorted. */
const standingTenantsOfPage = createRead(
  'pageStandingTenants',
  columns,
  (build, wanted: Slots<WantedPage>, choice: PageChoice) => {
    const page = selectPage(build, wanted, choice, { ...standing, latestRunId: tenantStanding.latestRunId });
    const shown: SQL[] = [
      ...Array.from({ length: width - 1 }, (_, index) => place(index)),
      ...Object.values(runColumns).map((column) => sql`${column}`),
    ];
    const order = sql.raw(choice.order.direction);
    return sql`select ${sql.join(shown, sql`, `)} from (${page.getSQL()}) page (${names})
    left join ${operationRuns} on ${operationRuns.id} = ${place(width - 1)}
    order by ${of('rank')} ${order}, ${of('name')} ${order}, ${of('id')} ${order}`;
  },
);

/** As pageTenants, with each tenant's standing and latest verification, in one statement. */
export async function pageStandingTenants(
  db: Db,
  viewer: Viewer,
  filter: TenantFilter & { readonly order: TenantOrder },
  page: PageRequest,
): Promise<Page<StandingTenant>> {
  const [wanted, choice] = toWantedPage(viewer, filter, page);
  const rows = await standingTenantsOfPage(db, wanted, choice);
  return toPage(rows.map(toStandingTenant), page, ({ tenant }) => toSortKey(filter.order, tenant));
}

type Row = Awaited<ReturnType<typeof standingTenantsOfPage>>[number];

function toStandingTenant({ latest, ...row }: Row) {
  // Without a run all of its columns are null, whatever their types say.
  return { ...row, latest: (latest.id as number | null) === null ? null : latest };
}
