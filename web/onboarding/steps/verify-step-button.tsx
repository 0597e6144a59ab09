import { ShieldCheckmarkRegular } from '@fluentui/react-icons/svg/shield-checkmark';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import { sayFailure } from '../../api/say-failure.ts';
import { paths } from '../../paths.ts';
import { texts } from '../../texts.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { reasonOf } from '../../ui/availability.ts';
import { showToast } from '../../ui/show-toast.ts';
import { useChange } from '../change.ts';

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

/** Only the run's id: see api/fresh-runs.ts. */
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
  const { busy, change } = useChange(VerifyOnboardingMutation, (error) =>
    sayFailure(texts.onboarding.notVerified, error),
  );
  const verify = async () => {
    const start = (await change({ sessionId: id }))?.updateTenantOnboarding.start;
    if (start == null) return;
    if (start.result === 'SCOPE_BUSY') sayBusy(start.run.id);
    else onStarted();
  };
  const isRunning = verificationRun !== null && verificationRun.status !== 'COMPLETED';
  const label = verificationRun === null ? texts.onboarding.verify : texts.onboarding.verifyAgain;
  return (
    <ActionButton
      label={isRunning || busy ? texts.onboarding.verifying : label}
      reason={reasonOf(actions, 'verify', texts.onboarding.notAllowed)}
      about={texts.onboarding.verificationAbout}
      busy={busy || isRunning}
      icon={<ShieldCheckmarkRegular />}
      appearance={appearance}
      shortcut="verify"
      onClick={() => void verify()}
    />
  );
}

function sayBusy(runId: string): void {
  showToast({
    tone: 'WARNING',
    title: texts.started.SCOPE_BUSY,
    link: { href: paths.run(runId), label: texts.started.open.SCOPE_BUSY },
  });
}
