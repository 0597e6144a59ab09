import { makeStyles, tokens } from '@fluentui/react-components';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import { texts } from '../../texts.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import type { Tone } from '../../ui/badge.ts';
import { PlainList } from '../../ui/plain-list.tsx';
import { Quiet } from '../../ui/quiet.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { Offset } from '../../ui/time.tsx';
import { foldSteps } from './fold-steps.ts';

const TimelineEventFragment = graphql(`
  fragment TimelineEvent on RunEvent {
    seq
    at
    kind
    message
  }
`);

const useStyles = makeStyles({
  list: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}` },
  event: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr) auto',
    gap: tokens.spacingHorizontalS,
    paddingBottom: tokens.spacingVerticalM,
    '& > svg': { marginTop: '2px', fontSize: '16px' },
    // The line from this icon to the next.
    '::after': {
      content: '""',
      position: 'absolute',
      insetInlineStart: '7px',
      top: '20px',
      bottom: '0',
      width: '2px',
      backgroundColor: tokens.colorNeutralStroke2,
      '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
    },
    ':last-child': { paddingBottom: 0 },
    ':last-child::after': { display: 'none' },
  },
  step: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalXS,
  },
});

/** What every kind of event looks like; one that this version does not know is a plain dot. */
const icons: Readonly<Record<string, { readonly color: Tone; readonly icon: string }>> = {
  queued: { color: 'NEUTRAL', icon: 'clock' },
  blocked: { color: 'DANGER', icon: 'prohibited' },
  started: { color: 'INFO', icon: 'arrow-circle-right' },
  attempt: { color: 'WARNING', icon: 'arrow-circle-right' },
  requeued: { color: 'WARNING', icon: 'clock' },
  safety_stop: { color: 'WARNING', icon: 'shield-error' },
  cancel_requested: { color: 'NEUTRAL', icon: 'pause-circle' },
  // Its sentence says how; green would say that it went well.
  completed: { color: 'NEUTRAL', icon: 'checkmark-circle' },
};

export interface EventListProps {
  readonly events: readonly FragmentType<typeof TimelineEventFragment>[];
  /** From when the offsets count. */
  readonly since: string;
}

export function EventList({ events: masked, since }: EventListProps) {
  const styles = useStyles();
  const entries = foldSteps(readFragment(TimelineEventFragment, masked));
  return (
    <PlainList ordered className={styles.list}>
      {entries.map(({ event, steps }) => (
        // By the first step, so that what a reader has opened stays open while more come.
        <li key={(steps[0] ?? event).seq} className={styles.event}>
          <StatusIcon badge={icons[event.kind] ?? { color: 'NEUTRAL', icon: 'circle' }} />
          {steps.length === 0 ? <span>{event.message}</span> : <Steps steps={steps} since={since} />}
          <Quiet>
            <Offset at={event.at} since={since} />
          </Quiet>
        </li>
      ))}
      {entries.length === 0 && <li>{texts.run.noTimeline}</li>}
    </PlainList>
  );
}

interface StepsProps {
  readonly steps: readonly { readonly seq: number; readonly at: string; readonly message: string }[];
  readonly since: string;
}

function Steps({ steps, since }: StepsProps) {
  const styles = useStyles();
  return (
    <Disclosure summary={texts.run.steps(steps.length)}>
      <PlainList ordered>
        {steps.map(({ seq, at, message }) => (
          <li key={seq} className={styles.step}>
            <span>{message}</span>
            <Quiet>
              <Offset at={at} since={since} />
            </Quiet>
          </li>
        ))}
      </PlainList>
    </Disclosure>
  );
}
