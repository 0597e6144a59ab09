import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import type { VerificationStepFragment as VerificationStepData } from '../../gql/graphql.ts';
import { texts } from '../../texts.ts';
import { About, Buttons } from './step-panel.tsx';
import { VerifyStepButton } from './verify-step-button.tsx';

const VerificationStepFragment = graphql(`
  fragment VerificationStep on TenantOnboardingSession {
    id
    currentStep
    verificationRun {
      id
      version
      status
    }
    ...VerifyStepButton
  }
`);

export interface VerificationStepProps {
  readonly session: FragmentType<typeof VerificationStepFragment>;
  readonly onVerify: () => void;
}

/** The report itself is below the step, where it stays when the step is over. */
export function VerificationStep({ session: masked, onVerify }: VerificationStepProps) {
  const session = readFragment(VerificationStepFragment, masked);
  const isPassed = session.currentStep === 'complete';
  return (
    <>
      <About>{sentenceOf(session)}</About>
      <Buttons>
        <VerifyStepButton
          session={session}
          appearance={isPassed ? 'secondary' : 'primary'}
          onStarted={onVerify}
        />
      </Buttons>
    </>
  );
}

function sentenceOf({ currentStep, verificationRun }: VerificationStepData): string {
  if (verificationRun === null)
    return `${texts.onboarding.verificationAbout} ${texts.onboarding.verificationFirst}`;
  if (verificationRun.status !== 'COMPLETED') return texts.onboarding.verificationRunning;
  return currentStep === 'complete'
    ? texts.onboarding.verificationPassed
    : texts.onboarding.verificationBlocked;
}
