import type { Provider } from '../core/provider/provider.ts';
import { beginOnboarding } from '../flows/onboarding/begin-onboarding.ts';
import { cancelOnboarding, completeOnboarding } from '../flows/onboarding/end-onboarding.ts';
import { discoverDirectory } from '../flows/onboarding/discover-directory.ts';
import { requestConsent, type ToConsentUrl } from '../flows/onboarding/request-consent.ts';
import type { StartDependencies } from '../flows/runs/start-operation.ts';
import { updateOnboarding } from '../flows/onboarding/update-onboarding.ts';
import type { OnboardingFlows } from '../schema/onboarding/onboarding-flows.ts';

export interface OnboardingNeeds extends StartDependencies {
  readonly provider: Pick<Provider, 'discover'>;
  readonly toConsentUrl: ToConsentUrl;
}

export function bindOnboardingFlows(start: OnboardingNeeds): OnboardingFlows {
  const { provider, database } = start;
  return {
    discoverDirectory: (viewer, question) =>
      discoverDirectory({ db: database.db, provider }, viewer, question),
    beginOnboarding: (viewer, directory) => beginOnboarding(start, viewer, directory),
    updateOnboarding: (viewer, update) => updateOnboarding(start, viewer, update),
    requestConsent: (viewer, sessionId) => requestConsent(start, viewer, sessionId),
    completeOnboarding: (viewer, completion) => completeOnboarding(start, viewer, completion),
    cancelOnboarding: (viewer, sessionId) => cancelOnboarding(start, viewer, sessionId),
  };
}
