import type { Clock } from '../../core/clock.ts';
import type { Db } from '../../db/engine/client.ts';

/** What a View is made of: the rows, and the time by which something in them has expired. */
export interface ViewSource {
  readonly db: Db;
  readonly now: Clock;
}
