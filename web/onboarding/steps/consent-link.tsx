import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import { useAction } from '../../api/action.ts';
import { texts } from '../../texts.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { reasonOf } from '../../ui/availability.ts';
import { useSlowClock } from '../../ui/clock.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { AbsoluteTime } from '../../ui/time.tsx';
import { Announcement } from '../announcement.tsx';
import { refetchOnboarding } from '../refetch.ts';
import { Buttons } from './step-panel.tsx';

const ReplaceLinkDialog = lazy(async () => ({
  default: (await import('../replace-link-dialog.tsx')).ReplaceLinkDialog,
}));

const ConsentLinkFragment = graphql(`
  fragment ConsentLink on TenantOnboardingSession {
    id
    consent
    consentLinkExpiresAt
    actions {
      ...Action
    }
  }
`);

const CreateConsentLinkMutation = graphql(`
  mutation CreateConsentLink($sessionId: ID!) {
    createOnboardingConsentLink(input: { sessionId: $sessionId }) {
      url
      expiresAt
    }
  }
`);

const useStyles = makeStyles({
  link: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  url: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
    userSelect: 'all',
  },
});

export interface MadeLink {
  readonly url: string;
  readonly expiresAt: string;
}

export interface ConsentLinkProps {
  readonly session: FragmentType<typeof ConsentLinkFragment>;
  /** Kept by the page until it is left, and nowhere else: the server has but a digest of it. */
  readonly made: MadeLink | null;
  readonly onMade: (link: MadeLink) => void;
}

export function ConsentLink({ session, made, onMade }: ConsentLinkProps) {
  const { id, consent, consentLinkExpiresAt, actions } = readFragment(ConsentLinkFragment, session);
  const [asking, setAsking] = useState(false);
  const { busy, run } = useAction(CreateConsentLinkMutation, refetchOnboarding);
  const isExpired = useSlowClock() > Date.parse(consentLinkExpiresAt ?? '');
  const isOpen = consentLinkExpiresAt !== null && !isExpired;
  // Used, or replaced by someone else: then what is shown here leads nowhere.
  const shown = made !== null && made.expiresAt === consentLinkExpiresAt ? made : null;
  const create = () => {
    setAsking(false);
    void run(
      { sessionId: id },
      {
        failed: texts.onboarding.linkFailed,
        done: ({ createOnboardingConsentLink }) => onMade(createOnboardingConsentLink),
      },
    );
  };
  return (
    <>
      {shown === null ? <LinkState expiresAt={consentLinkExpiresAt} isOpen={isOpen} /> : <Shown {...shown} />}
      <Buttons>
        <ActionButton
          label={consentLinkExpiresAt === null ? texts.onboarding.createLink : texts.onboarding.replaceLink}
          reason={reasonOf(actions, 'create_consent_link', texts.onboarding.notAllowed)}
          busy={busy}
          appearance={isOpen || consent === 'granted' ? 'secondary' : 'primary'}
          onClick={() => (isOpen ? setAsking(true) : create())}
        />
      </Buttons>
      {asking && (
        <Suspense>
          <ReplaceLinkDialog onReplace={create} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  );
}

function Shown({ url, expiresAt }: MadeLink) {
  const styles = useStyles();
  return (
    <div className={styles.link} role="group" aria-label={texts.onboarding.link}>
      <span className={styles.name}>{texts.onboarding.link}</span>
      <code className={styles.url}>{url}</code>
      <Buttons>
        <CopyButton text={url} label={texts.onboarding.copyConsentLink} />
        <ButtonLink href={url}>{texts.onboarding.openConsent}</ButtonLink>
      </Buttons>
      <span>
        {texts.onboarding.linkOnce} {texts.onboarding.linkUntil} <AbsoluteTime at={expiresAt} />.
      </span>
      <span role="status">{texts.onboarding.waiting}</span>
    </div>
  );
}

function LinkState({ expiresAt, isOpen }: { expiresAt: string | null; isOpen: boolean }) {
  if (expiresAt === null) return null;
  if (!isOpen) {
    return (
      <Announcement tone="WARNING" title={texts.onboarding.linkExpired}>
        {texts.onboarding.linkExpiredAbout} <AbsoluteTime at={expiresAt} />.
      </Announcement>
    );
  }
  return (
    <Announcement tone="INFO" title={texts.onboarding.linkOpen}>
      {texts.onboarding.linkOpenUntil} <AbsoluteTime at={expiresAt} />. {texts.onboarding.linkOpenAbout}{' '}
      {texts.onboarding.waiting}
    </Announcement>
  );
}
