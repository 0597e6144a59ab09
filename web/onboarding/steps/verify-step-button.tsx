import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import { texts } from '../../texts.ts';
import { reasonOf } from '../../ui/availability.ts';
import { StartButton } from '../../runs/start/start-button.tsx';
import { useStart, type Started } from '../../runs/start/use-start.ts';
import { refetchOnboarding } from '../refetch.ts';

const VerifyStepButtonFragment = graphql(`
  fragment VerifyStepButton on TenantOnboardingSession {
    id
    actions {
      ...Action
    }
    verificationRun {
      id
      version
      status
    }
  }
`);

const VerifyOnboardingMutation = graphql(`
  mutation VerifyOnboarding($sessionId: ID!) {
    updateTenantOnboarding(input: { sessionId: $sessionId, startVerification: true }) {
      session {
        id
      }
      start {
        result
        run {
          id
        }
      }
    }
  }
`);

export interface VerifyStepButtonProps {
  readonly session: FragmentType<typeof VerifyStepButtonFragment>;
  readonly appearance?: 'primary' | 'secondary';
  readonly onStarted: () => void;
}

/** Verifies through the session, so that it points at the run; the run itself is the tenant's like any other. */
export function VerifyStepButton({ session, appearance = 'secondary', onStarted }: VerifyStepButtonProps) {
  const { id, actions, verificationRun } = readFragment(VerifyStepButtonFragment, session);
  const { starting, start } = useStart(
    VerifyOnboardingMutation,
    ({ updateTenantOnboarding }) => updateTenantOnboarding.start,
    refetchOnboarding,
  );
  const isBusy = ({ result }: Started) => result === 'SCOPE_BUSY';
  const verify = () =>
    start(
      { sessionId: id },
      {
        failed: texts.onboarding.notVerified,
        // The page shows everything else.
        say: (started) => (isBusy(started) ? { title: texts.started.SCOPE_BUSY } : null),
        onStarted: (started) => !isBusy(started) && onStarted(),
      },
    );
  const isRunning = verificationRun !== null && verificationRun.status !== 'COMPLETED';
  const label = verificationRun === null ? texts.onboarding.verify : texts.onboarding.verifyAgain;
  return (
    <StartButton
      label={isRunning || starting ? texts.onboarding.verifying : label}
      reason={reasonOf(actions, 'verify', texts.onboarding.notAllowed)}
      about={texts.onboarding.verificationAbout}
      busy={starting || isRunning}
      appearance={appearance}
      shortcut
      onClick={verify}
    />
  );
}
