import type { Viewer } from '../core/access/access.ts';
import type { Db } from '../db/engine/client.ts';
import { nothingKnown, type ReadFor, type ViewOf, type ViewSource } from './access/view-source.ts';
import { connectionReads } from './connections/view.ts';
import { inventoryReads } from './inventory/view.ts';
import { backupReads } from './backup/view.ts';
import { notificationReads } from './notifications/view.ts';
import { onboardingReads } from './onboarding/view.ts';
import { peopleReads } from './people/view.ts';
import { runReads } from './runs/view.ts';
import { scheduleReads } from './schedules/view.ts';
import { tenantReads } from './tenants/view.ts';
import { verificationReads } from './verification/view.ts';

/**
 * Every read, as a function of a ReadFor and its arguments. One part per room: a new read is a line in its room's
 * view.
 */
const reads = {
  ...tenantReads,
  ...peopleReads,
  ...connectionReads,
  ...runReads,
  ...verificationReads,
  ...inventoryReads,
  ...backupReads,
  ...onboardingReads,
  ...scheduleReads,
  ...notificationReads,
};

/**
 * Everything one viewer can read, and nothing else: code that has a View cannot forget to check what the viewer may
 * see. Lists by id leave out what the viewer is not entitled to, exactly as if it did not exist. All of it comes from
 * PostgreSQL; no read ever calls Microsoft.
 */
export type View = ViewOf<typeof reads>;

/** Makes a read: immediately, or when it is its turn. */
export type Pace = <T>(read: () => Promise<T>) => Promise<T>;

const atOnce: Pace = (read) => read();

class PacedReads implements ReadFor {
  readonly db: Db;
  readonly now: ViewSource['now'];
  readonly viewer: Viewer;
  readonly pace: Pace;
  readonly known = nothingKnown();

  constructor({ db, now }: ViewSource, viewer: Viewer, pace: Pace) {
    this.db = db;
    this.now = now;
    this.viewer = viewer;
    this.pace = pace;
  }
}

/** Once for all Views: a View is created for every request. */
for (const [name, read] of Object.entries(reads) as [
  string,
  (of: ReadFor, ...args: unknown[]) => Promise<unknown>,
][]) {
  Object.defineProperty(PacedReads.prototype, name, {
    enumerable: true,
    value(this: PacedReads, ...args: unknown[]) {
      return this.pace(() => read(this, ...args));
    },
  });
}

export function createView(source: ViewSource, viewer: Viewer, pace = atOnce): View {
  return new PacedReads(source, viewer, pace) as unknown as View;
}
