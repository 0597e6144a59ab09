import { beginOnboarding } from '../flows/begin-onboarding.ts';
import { cancelOnboarding, completeOnboarding } from '../flows/end-onboarding.ts';
import { requestConsent, type ToConsentUrl } from '../flows/request-consent.ts';
import type { StartDependencies } from '../flows/start-operation.ts';
import { updateOnboarding } from '../flows/update-onboarding.ts';
import type { OnboardingFlows } from '../schema/onboarding/onboarding-flows.ts';

export function bindOnboardingFlows(start: StartDependencies, toConsentUrl: ToConsentUrl): OnboardingFlows {
  return {
    beginOnboarding: (viewer, directory) => beginOnboarding(start, viewer, directory),
    updateOnboarding: (viewer, update) => updateOnboarding(start, viewer, update),
    requestConsent: (viewer, sessionId) => requestConsent({ ...start, toConsentUrl }, viewer, sessionId),
    completeOnboarding: (viewer, completion) => completeOnboarding(start, viewer, completion),
    cancelOnboarding: (viewer, sessionId) => cancelOnboarding(start, viewer, sessionId),
  };
}
