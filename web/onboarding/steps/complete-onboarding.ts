import { graphql } from '../../gql/gql.ts';
import { paths } from '../../paths.ts';
import { texts } from '../../texts.ts';
import { showToast } from '../../ui/show-toast.ts';
import { useChange } from '../change.ts';

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

/** `complete` takes an owner's reason where the verification has not passed, and answers whether it was done. */
export function useComplete(
  { sessionId, tenantId, tenantName }: ToComplete,
  onRefused: (error: unknown) => void,
) {
  const { busy, change } = useChange(CompleteOnboardingMutation, onRefused);
  const complete = async (overrideReason: string | null): Promise<boolean> => {
    if ((await change({ sessionId, overrideReason })) === null) return false;
    showToast({
      tone: 'SUCCESS',
      title: texts.onboarding.completed(tenantName),
      ...(tenantId !== null && {
        link: { href: paths.tenant(tenantId), label: texts.onboarding.openTenant },
      }),
    });
    return true;
  };
  return { busy, complete };
}
