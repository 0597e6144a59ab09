import { makeStyles, tokens } from '@fluentui/react-components';
import { PlayRegular } from '@fluentui/react-icons/svg/play';
import { ActionButton } from '../ui/action-button.tsx';
import type { Tone } from '../ui/badge.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Facts } from '../ui/facts.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { AppLink } from '../ui/links.tsx';
import { Message } from '../ui/message.tsx';
import { NextSteps } from '../ui/next-steps.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { DateOnly, RelativeTime } from '../ui/time.tsx';

const badges: readonly { color: Tone; icon: string; label: string }[] = [
  { color: 'NEUTRAL', icon: 'clock', label: 'Queued' },
  { color: 'INFO', icon: 'arrow-sync', label: 'Running' },
  { color: 'SUCCESS', icon: 'checkmark-circle', label: 'Ready' },
  { color: 'WARNING', icon: 'warning', label: 'Needs attention' },
  { color: 'DANGER', icon: 'error-circle', label: 'Blocked' },
];

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  },
});

/** What says something, and what is pressed. */
export function Statements({ theme }: { theme: string }) {
  const styles = useStyles();
  return (
    <>
      <Panel title={`Badges, ${theme}`}>
        <div className={styles.row}>
          {badges.map((badge) => (
            <StatusBadge key={badge.label} badge={badge} />
          ))}
        </div>
      </Panel>
      <Panel title={`Buttons, ${theme}`} aside={<AppLink href="/">A link</AppLink>}>
        <div className={styles.row}>
          <ActionButton
            label="Verify"
            appearance="primary"
            reason={null}
            icon={<PlayRegular />}
            onClick={noop}
          />
          <ActionButton label="Edit" reason={null} onClick={noop} />
          <ActionButton label="Delete" danger reason={null} onClick={noop} />
          <ActionButton label="Verifying" busy reason={null} onClick={noop} />
          <ActionButton label="Archive" reason="Your role does not allow this." onClick={noop} />
          <ActionButton label="Acknowledge" appearance="subtle" size="small" reason={null} onClick={noop} />
          <CopyButton text="text" label="Copy link" />
        </div>
        <div className={styles.row}>
          <NextSteps steps={[{ label: 'Replace the credential', url: '/' }]} />
        </div>
      </Panel>
      <Notice tone="WARNING" title={`Archived, ${theme}`}>
        No operations can start.
      </Notice>
      <FailureNotice
        title={`Part of the page failed, ${theme}`}
        failure={{ message: null, requestId: '0192a-gallery' }}
        onRetry={noop}
      />
      <Panel title={`Facts, ${theme}`}>
        <Facts
          facts={[
            { term: 'Started', value: <RelativeTime at="2026-01-05T06:15:06Z" /> },
            { term: 'Expires', value: <DateOnly at="2026-12-31T00:00:00Z" /> },
          ]}
        />
        <div className={styles.row}>
          <Disclosure summary="Evidence (1)" openAtFirst>
            request_id 0192a
          </Disclosure>
        </div>
      </Panel>
      <Panel title={`Nothing here, ${theme}`}>
        <Message
          badge={{ color: 'NEUTRAL', icon: 'document' }}
          title="No operations yet"
          about="Verify a tenant to see its run here."
        />
      </Panel>
    </>
  );
}

function noop(): void {
  // Nothing behind it in the gallery.
}
