import type { PageRequest } from '../../core/page.ts';
import type { Workspace } from '../../core/tenants/workspace.ts';
import { countEvents, pageEvents } from '../../db/notifications/events.ts';
import { assertCapability } from '../access/assert-capability.ts';
import type { ReadFor } from '../access/view-source.ts';

/** The part of a View (../view.ts) that shows what changed. */
export const notificationReads = {
  pageEvents: async ({ db, viewer }: ReadFor, { id, role }: Workspace, page: PageRequest) => {
    assertCapability(role, viewer, 'members.manage');
    return await pageEvents(db, viewer, id, page);
  },
  countEvents: ({ db, viewer }: ReadFor, { id }: Workspace, limit: number | null) =>
    countEvents(db, viewer, id, limit),
};
