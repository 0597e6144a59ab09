import { isCloudName } from '../core/clouds.ts';
import { beginOnboarding } from '../flows/begin-onboarding.ts';
import { cancelOnboarding, completeOnboarding } from '../flows/end-onboarding.ts';
import { requestConsent, type ToConsentUrl } from '../flows/request-consent.ts';
import type { StartDependencies } from '../flows/start-operation.ts';
import { updateOnboarding } from '../flows/update-onboarding.ts';
import { toAdminConsentUrl } from '../providers/microsoft/admin-consent.ts';
import type { Clouds } from '../providers/microsoft/clouds.ts';
import type { OnboardingFlows } from '../schema/onboarding/onboarding-flows.ts';
import { consentReturnPath } from './consent.ts';

export interface OnboardingFlowParts extends StartDependencies {
  readonly clouds: Clouds;
  readonly publicUrl: string;
}

export function bindOnboardingFlows({ clouds, publicUrl, ...start }: OnboardingFlowParts): OnboardingFlows {
  const toConsentUrl: ToConsentUrl = ({ cloud: name, entraTenantId }, clientId, state) => {
    const cloud = isCloudName(name) ? clouds.get(name) : undefined;
    if (cloud === undefined) return null;
    const redirectUri = `${publicUrl}${consentReturnPath}`;
    return toAdminConsentUrl(cloud, { entraTenantId, clientId, redirectUri, state });
  };
  return {
    beginOnboarding: (viewer, directory) => beginOnboarding(start, viewer, directory),
    updateOnboarding: (viewer, update) => updateOnboarding(start, viewer, update),
    requestConsent: (viewer, sessionId) => requestConsent({ ...start, toConsentUrl }, viewer, sessionId),
    completeOnboarding: (viewer, completion) => completeOnboarding(start, viewer, completion),
    cancelOnboarding: (viewer, sessionId) => cancelOnboarding(start, viewer, sessionId),
  };
}
