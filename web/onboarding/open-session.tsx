import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { Failure } from '../api/failure.ts';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import type { OpenSessionFragment as OpenSessionData } from '../gql/graphql.ts';
import { paths } from '../paths.ts';
import { RunProblems } from '../runs/run-problems.tsx';
import { RunReport } from '../runs/run-report.tsx';
import { texts } from '../texts.ts';
import { AppLink, ButtonLink } from '../ui/links.tsx';
import { Columns } from '../ui/page-layout.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { CompleteStep } from './steps/complete-step.tsx';
import { ConnectionStep } from './steps/connection-step.tsx';
import type { MadeLink } from './steps/consent-link.tsx';
import { ConsentStep } from './steps/consent-step.tsx';
import { CredentialStep } from './steps/credential-step.tsx';
import { DirectoryStep } from './steps/directory-step.tsx';
import { SessionFacts } from './session-facts.tsx';
import { Buttons, StepPanel } from './steps/step-panel.tsx';
import { Stepper } from './steps/stepper.tsx';
import { pathOfStep, stateOf, toStep, useShownStep, type Step } from './steps/steps.ts';
import { VerificationStep } from './steps/verification-step.tsx';

const OpenSessionFragment = graphql(`
  fragment OpenSession on TenantOnboardingSession {
    id
    currentStep
    verificationRun {
      id
      version
      ...RunReport
      ...RunProblems
    }
    ...Stepper
    ...SessionFacts
    ...DirectoryStep
    ...ConnectionStep
    ...CredentialStep
    ...ConsentStep
    ...VerificationStep
    ...CompleteStep
  }
`);

export interface OpenSessionProps {
  readonly session: FragmentType<typeof OpenSessionFragment>;
  /** Why the stored report could not be read, when that is so. */
  readonly reportFailure: Failure | null;
}

/** The wizard. Everything it knows comes from the server, so any step can be left, reloaded or sent to someone. */
export function OpenSession({ session: masked, reportFailure }: OpenSessionProps) {
  const session = readFragment(OpenSessionFragment, masked);
  const { verificationRun } = session;
  const current = toStep(session.currentStep);
  const shown = useShownStep(current);
  const content = useStepContent(session, current);
  const showsReport = shown === 'verification' || shown === 'complete';
  return (
    <>
      <Stepper session={session} shown={shown} />
      <VisuallyHidden live>{texts.onboarding.announce(texts.onboarding.steps[current].label)}</VisuallyHidden>
      <Columns
        main={
          <>
            <StepPanel step={shown}>
              {content[shown]}
              {shown !== current && <BackToNow sessionId={session.id} shown={shown} current={current} />}
            </StepPanel>
            {showsReport && verificationRun !== null && (
              <>
                <RunProblems run={verificationRun} />
                <RunReport
                  run={verificationRun}
                  title={texts.onboarding.report}
                  aside={<AppLink href={paths.run(verificationRun.id)}>{texts.onboarding.openRun}</AppLink>}
                  failure={reportFailure}
                />
              </>
            )}
          </>
        }
        side={<SessionFacts session={session} title={texts.onboarding.facts} />}
      />
    </>
  );
}

interface BackToNowProps {
  readonly sessionId: string;
  readonly shown: Step;
  readonly current: Step;
}

/** On a step that is over, the next click; on one that is not due yet, the way back. */
function BackToNow({ sessionId, shown, current }: BackToNowProps) {
  const isOver = stateOf(shown, current, false) === 'done';
  return (
    <Buttons>
      <ButtonLink href={paths.onboarding(sessionId)} appearance={isOver ? 'primary' : 'secondary'}>
        {texts.onboarding.backToNow(texts.onboarding.steps[current].label)}
      </ButtonLink>
    </Buttons>
  );
}

function useStepContent(session: OpenSessionData, current: Step): Record<Step, ReactNode> {
  const [, navigate] = useLocation();
  const [made, setMade] = useState<MadeLink | null>(null);
  const goOn = () => navigate(paths.onboarding(session.id), { replace: true });
  // A verification can be started before the consent is known of: the step to look at is then not the session's.
  const toReport = () => navigate(pathOfStep(session.id, 'verification', current));
  return {
    directory: <DirectoryStep session={session} />,
    connection: <ConnectionStep session={session} onDone={goOn} />,
    credential: <CredentialStep session={session} />,
    consent: <ConsentStep session={session} made={made} onMade={setMade} onVerify={toReport} />,
    verification: <VerificationStep session={session} onVerify={toReport} />,
    complete: <CompleteStep session={session} />,
  };
}
