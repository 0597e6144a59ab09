import type { Database } from '../../db/engine/client.ts';
import {
  listStaleStandings,
  listTenantIds,
  refreshStandings,
} from '../../db/verification/verification-standing.ts';

export interface StandingsReport {
  readonly checked: number;
  /** Ids of the tenants whose row in `tenant_standing` did not say what their history says. */
  readonly stale: readonly number[];
}

/** Few enough that whoever starts or ends a verification of one of them waits for milliseconds only. */
const batch = 100;

/**
 * Works out every tenant's standing anew and compares it with what is stored; with `repair` what differs is written.
 * Beside a running program, and safe to repeat.
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
