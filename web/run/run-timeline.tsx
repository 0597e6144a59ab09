import { makeStyles, tokens } from '@fluentui/react-components';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { texts } from '../texts.ts';
import { Panel } from '../ui/panel.tsx';
import { Offset } from '../ui/time.tsx';

const RunTimelineFragment = graphql(`
  fragment RunTimeline on OperationRun {
    version
    createdAt
    events(first: 100) {
      seq
      at
      message
    }
  }
`);

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    listStyleType: 'none',
  },
  event: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '12px minmax(0, 1fr) auto',
    gap: tokens.spacingHorizontalM,
    paddingBottom: tokens.spacingVerticalM,
    '::before': {
      content: '""',
      width: '8px',
      height: '8px',
      marginTop: '6px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorNeutralStrokeAccessible,
    },
    // The line from this dot to the next.
    '::after': {
      content: '""',
      position: 'absolute',
      insetInlineStart: '3px',
      top: '18px',
      bottom: '-2px',
      width: '2px',
      backgroundColor: tokens.colorNeutralStroke2,
    },
    ':last-child': { paddingBottom: 0 },
    ':last-child::after': { display: 'none' },
  },
  at: { color: tokens.colorNeutralForeground3 },
});

export function RunTimeline({ run }: { run: FragmentType<typeof RunTimelineFragment> }) {
  const styles = useStyles();
  const { createdAt, events } = readFragment(RunTimelineFragment, run);
  return (
    <Panel title={texts.run.timeline}>
      <ol className={styles.list}>
        {events.map(({ seq, at, message }) => (
          <li key={seq} className={styles.event}>
            <span>{message}</span>
            <span className={styles.at}>
              <Offset at={at} since={createdAt} />
            </span>
          </li>
        ))}
        {events.length === 0 && <li>{texts.run.noTimeline}</li>}
      </ol>
    </Panel>
  );
}
