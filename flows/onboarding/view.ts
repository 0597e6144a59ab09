import type { OnboardingFilter } from '../../core/onboarding/onboarding.ts';
import type { PageRequest } from '../../core/page.ts';
import {
  countOnboardingSessions,
  listLatestOnboardingSessions,
  listOnboardingSessionsById,
  pageOnboardingSessions,
} from '../../db/onboarding/onboarding.ts';
import type { ReadFor } from '../access/view-source.ts';

/** The part of a View (../view.ts) that shows onboarding sessions. */
export const onboardingReads = {
  onboardingSessionsById: ({ db, viewer }: ReadFor, ids: readonly number[]) =>
    listOnboardingSessionsById(db, viewer, ids),
  latestOnboardingSessions: ({ db, viewer }: ReadFor, tenantIds: readonly number[]) =>
    listLatestOnboardingSessions(db, viewer, tenantIds),
  pageOnboardingSessions: ({ db, viewer }: ReadFor, filter: OnboardingFilter, page: PageRequest) =>
    pageOnboardingSessions(db, viewer, filter, page),
  countOnboardingSessions: ({ db, viewer }: ReadFor, filter: OnboardingFilter, limit: number | null) =>
    countOnboardingSessions(db, viewer, filter, limit),
};
