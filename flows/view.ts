import type { Viewer } from '../core/access/access.ts';
import type { ViewSource } from './access/view-source.ts';
import { createConnectionsView } from './connections/view.ts';
import { createInventoryView } from './inventory/view.ts';
import { createOnboardingView } from './onboarding/view.ts';
import { createPeopleView } from './people/view.ts';
import { createRunsView } from './runs/view.ts';
import { createSchedulesView } from './schedules/view.ts';
import { createTenantsView } from './tenants/view.ts';
import { createVerificationView } from './verification/view.ts';

export type View = ReturnType<typeof createView>;

/**
 * Everything one viewer can read, and nothing else: whoever holds a View cannot forget to ask whether the viewer may
 * see something. Lists by id leave out what the viewer is not entitled to, exactly as if it did not exist. All of it
 * comes from PostgreSQL; no read ever calls Microsoft. One part per room: a new read is a line in its room's view.
 */
export function createView(source: ViewSource, viewer: Viewer) {
  const { db } = source;
  return {
    viewer,
    ...createTenantsView(db, viewer),
    ...createPeopleView(source, viewer),
    ...createConnectionsView(db, viewer),
    ...createRunsView(db, viewer),
    ...createVerificationView(source, viewer),
    ...createInventoryView(db, viewer),
    ...createOnboardingView(db, viewer),
    ...createSchedulesView(db, viewer),
  };
}
