import type { Viewer } from '../../core/access/access.ts';
import type { OnboardingFilter } from '../../core/onboarding/onboarding.ts';
import type { PageRequest } from '../../core/page.ts';
import type { Db } from '../../db/engine/client.ts';
import {
  countOnboardingSessions,
  listLatestOnboardingSessions,
  listOnboardingSessionsById,
  pageOnboardingSessions,
} from '../../db/onboarding/onboarding.ts';

/** The part of a View (../view.ts) that shows onboarding sessions. */
export function createOnboardingView(db: Db, viewer: Viewer) {
  return {
    onboardingSessionsById: (ids: readonly number[]) => listOnboardingSessionsById(db, viewer, ids),
    latestOnboardingSessions: (tenantIds: readonly number[]) =>
      listLatestOnboardingSessions(db, viewer, tenantIds),
    pageOnboardingSessions: (filter: OnboardingFilter, page: PageRequest) =>
      pageOnboardingSessions(db, viewer, filter, page),
    countOnboardingSessions: (filter: OnboardingFilter, limit: number | null) =>
      countOnboardingSessions(db, viewer, filter, limit),
  };
}
