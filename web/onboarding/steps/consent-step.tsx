import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import { texts } from '../../texts.ts';
import { Announcement } from '../announcement.tsx';
import { ConsentLink, type ConsentLinkProps } from './consent-link.tsx';
import { About, Buttons } from './step-panel.tsx';
import { VerifyStepButton } from './verify-step-button.tsx';

const ConsentStepFragment = graphql(`
  fragment ConsentStep on TenantOnboardingSession {
    id
    consent
    consentLinkExpiresAt
    ...ConsentLink
    ...VerifyStepButton
  }
`);

export interface ConsentStepProps extends Pick<ConsentLinkProps, 'made' | 'onMade'> {
  readonly session: FragmentType<typeof ConsentStepFragment>;
  readonly onVerify: () => void;
}

/** What the customer's administrator has said, the link that asks them, and the way past it. */
export function ConsentStep({ session: masked, made, onMade, onVerify }: ConsentStepProps) {
  const session = readFragment(ConsentStepFragment, masked);
  const { consent, consentLinkExpiresAt } = session;
  return (
    <>
      {consent === 'granted' && (
        <Announcement tone="SUCCESS" title={texts.onboarding.consentGranted}>
          {texts.onboarding.consentGrantedAbout}
        </Announcement>
      )}
      {/* With a newer link there is something newer to say. */}
      {consent === 'declined' && consentLinkExpiresAt === null && (
        <Announcement tone="WARNING" title={texts.onboarding.consentDeclined}>
          {texts.onboarding.consentDeclinedAbout}
        </Announcement>
      )}
      <About>{texts.onboarding.consentAbout}</About>
      <ConsentLink session={session} made={made} onMade={onMade} />
      {consent !== 'granted' && (
        <>
          <About>{texts.onboarding.otherwise}</About>
          <Buttons>
            <VerifyStepButton session={session} onStarted={onVerify} />
          </Buttons>
        </>
      )}
    </>
  );
}
