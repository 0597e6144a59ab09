import { useAction, type Outcome } from '../../api/action.ts';
import { graphql } from '../../gql/gql.ts';
import { paths } from '../../paths.ts';
import { texts } from '../../texts.ts';
import { showToast } from '../../ui/show-toast.ts';
import { refetchOnboarding } from '../refetch.ts';

const CompleteOnboardingMutation = graphql(`
  mutation CompleteOnboarding($sessionId: ID!, $overrideReason: String) {
    completeTenantOnboarding(input: { sessionId: $sessionId, overrideReason: $overrideReason }) {
      session {
        id
      }
    }
  }
`);

export interface ToComplete {
  readonly sessionId: string;
  readonly tenantId: string | null;
  readonly tenantName: string;
}

/** `complete` takes an owner's reason where the verification has not passed. */
export function useComplete(
  { sessionId, tenantId, tenantName }: ToComplete,
  failed: Outcome<unknown>['failed'],
) {
  const { busy, run } = useAction(CompleteOnboardingMutation, refetchOnboarding);
  const complete = (overrideReason: string | null, onDone?: () => void): void => {
    const done = () => {
      const link = tenantId && { link: { href: paths.tenant(tenantId), label: texts.onboarding.openTenant } };
      showToast({ tone: 'SUCCESS', title: texts.onboarding.completed(tenantName), ...link });
      onDone?.();
    };
    void run({ sessionId, overrideReason }, { failed, done });
  };
  return { busy, complete };
}
