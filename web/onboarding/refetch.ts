import { useApolloClient } from '@apollo/client/react';

/** Whatever changes the session asks its page again. */
export const refetchOnboarding = { refetch: 'OnboardingPage' };

/** For what is changed by others than the page's own actions. */
export function useRefetchOnboarding(): () => void {
  const client = useApolloClient();
  return () => void client.refetchQueries({ include: [refetchOnboarding.refetch] }).catch(() => null);
}
