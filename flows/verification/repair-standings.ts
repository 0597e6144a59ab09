import type { Database } from '../../db/engine/client.ts';
import {
  listStaleStandings,
  listTenantIds,
  refreshStandings,
} from '../../db/verification/verification-standing.ts';

export interface StandingsReport {
  readonly checked: number;
  /** Ids of the tenants whose row in `tenant_standing` did not match their history. */
  readonly stale: readonly number[];
}

/** Few enough that a verification of one of them waits only milliseconds to start or end. */
const batch = 100;

/**
 * Computes every tenant's standing again and compares it with what is stored; with `repair`, differences are
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
    const found = await listStaleStandings(database.db, ids);
    if (repair && found.length > 0) await database.transaction((tx) => refreshStandings(tx, found));
    stale.push(...found);
    checked += ids.length;
    last = ids.at(-1) ?? last;
  }
}
