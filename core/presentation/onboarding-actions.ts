import { capabilitiesOf, type Capability, type Role, type Viewer } from '../access/access.ts';
import { toAvailability, type ActionAvailability } from './actions.ts';
import {
  endOf,
  obstacleToCompletion,
  obstacleToConsentLink,
  obstacleToOverride,
  type OnboardingFacts,
  type OnboardingSession,
} from '../onboarding/onboarding.ts';

interface OnboardingAction {
  readonly action: string;
  /** All of them are needed; the first one missing is the reason. */
  readonly capabilities: readonly [Capability, ...Capability[]];
  readonly obstacle: (facts: OnboardingFacts) => string | null;
}

const nothing = () => null;

/**
 * In the order of the wizard. Anything the flows refuse with CONFLICT is disabled here in advance, in the same words.
 */
const onboardingActions: readonly OnboardingAction[] = [
  { action: 'choose_connection', capabilities: ['tenant.manage'], obstacle: nothing },
  { action: 'create_consent_link', capabilities: ['tenant.manage'], obstacle: obstacleToConsentLink },
  { action: 'verify', capabilities: ['tenant.manage', 'provider.run'], obstacle: obstacleToOverride },
  { action: 'complete', capabilities: ['tenant.manage'], obstacle: obstacleToCompletion },
  // The one capability that only owners have.
  { action: 'override', capabilities: ['tenant.manage', 'members.manage'], obstacle: obstacleToOverride },
  { action: 'cancel', capabilities: ['tenant.manage'], obstacle: nothing },
];

/** `role` is the viewer's on the session's tenant. */
export function onboardingActionsFor(
  session: Pick<OnboardingSession, 'status' | 'facts'>,
  role: Role,
  { scopes }: Viewer,
): ActionAvailability[] {
  const held = capabilitiesOf(role, scopes);
  return onboardingActions.map(({ action, capabilities, obstacle }) => {
    const needed = capabilities.find((capability) => !held.includes(capability)) ?? capabilities[0];
    return toAvailability(action, needed, held, endOf(session) ?? obstacle(session.facts));
  });
}
