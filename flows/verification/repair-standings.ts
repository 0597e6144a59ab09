import type { Database } from '../../db/engine/client.ts';
import {
  listStaleStandings,
  listTenantIds,
  refreshStandings,
} from '../../db/verification/verification-standing.ts';
import { listLackingDays, repairDays } from '../../db/verification/tenant-days.ts';

export interface StandingsReport {
  readonly checked: number;
  /** Ids of the tenants whose rows in `tenant_standing` or `tenant_days` did not match their history. */
  readonly stale: readonly number[];
}

/** Few enough that a verification of one of them waits only milliseconds to start or end. */
const batch = 100;

/**
 * Computes every tenant's standing and days again and compares them with what is stored; with `repair`, differences are
 * corrected. Works next to a running program, and is safe to repeat.
 */
export async function repairStandings(
  { database }: { readonly database: Database },
  { repair }: { readonly repair: boolean },
): Promise<StandingsReport> {
  const stale: number[] = [];
  let checked = 0;
  let last = 0;
  for (;;) {
    const ids = await listTenantIds(database.db, last, batch);
    if (ids.length === 0) return { checked, stale };
    const found = await listStale(database, ids);
    if (repair && found.length > 0)
      await database.transaction(async (tx) => {
        await refreshStandings(tx, found);
        await repairDays(tx, found);
      });
    stale.push(...found);
    checked += ids.length;
    last = ids.at(-1) ?? last;
  }
}

async function listStale({ db }: Database, ids: readonly number[]): Promise<number[]> {
  const found = new Set([...(await listStaleStandings(db, ids)), ...(await listLackingDays(db, ids))]);
  return ids.filter((id) => found.has(id));
}
