import type { Viewer } from '../../core/access/access.ts';
import type { Discovery } from '../../core/provider/provider.ts';
import type { DirectoryToOnboard } from '../../flows/onboarding/begin-onboarding.ts';
import type { OnboardingCompletion } from '../../flows/onboarding/end-onboarding.ts';
import type { ConsentLinkAnswer } from '../../flows/onboarding/request-consent.ts';
import type { StartAnswer } from '../../flows/runs/start-operation.ts';
import type { DirectoryQuestion } from '../../flows/onboarding/discover-directory.ts';
import type { OnboardingUpdate } from '../../flows/onboarding/update-onboarding.ts';

/** The verbs of onboarding that GraphQL can reach; the way back from Microsoft is the server's (server/sign-in/consent.ts). */
export interface OnboardingFlows {
  discoverDirectory(viewer: Viewer, question: DirectoryQuestion): Promise<Discovery>;
  beginOnboarding(viewer: Viewer, directory: DirectoryToOnboard): Promise<number>;
  updateOnboarding(viewer: Viewer, update: OnboardingUpdate): Promise<StartAnswer | null>;
  requestConsent(viewer: Viewer, sessionId: number): Promise<ConsentLinkAnswer>;
  completeOnboarding(viewer: Viewer, completion: OnboardingCompletion): Promise<void>;
  cancelOnboarding(viewer: Viewer, sessionId: number): Promise<void>;
}
