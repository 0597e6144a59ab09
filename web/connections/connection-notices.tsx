import { makeStyles, tokens } from '@fluentui/react-components';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import type { ConnectionNoticesFragment as ConnectionNoticesData } from '../gql/graphql.ts';
import { paths } from '../paths.ts';
import { texts } from '../texts.ts';
import { AppLink } from '../ui/links.tsx';
import { Notice } from '../ui/notice.tsx';
import { StatusIcon } from '../ui/status-icon.tsx';

const ConnectionNoticesFragment = graphql(`
  fragment ConnectionNotices on ProviderConnection {
    id
    lastErrorReasonCode
    lastErrorMessage
    activeRun {
      id
      version
      status
      label
      statusBadge {
        ...Badge
      }
      progress {
        completed
        total
      }
    }
  }
`);

const useStyles = makeStyles({
  running: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorBrandBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke2}`,
    '& > svg': { fontSize: '20px' },
  },
  what: { fontWeight: tokens.fontWeightSemibold },
});

export interface ConnectionNoticesProps {
  readonly connection: FragmentType<typeof ConnectionNoticesFragment>;
}

/** What to know before anything else: it is in use right now, or failed last time. */
export function ConnectionNotices({ connection }: ConnectionNoticesProps) {
  const shown = readFragment(ConnectionNoticesFragment, connection);
  const { activeRun, lastErrorReasonCode: code, lastErrorMessage } = shown;
  return (
    <>
      {activeRun !== null && <Running run={activeRun} />}
      {code !== null && (
        <Notice tone="DANGER" title={texts.connection.lastError}>
          <span>{lastErrorMessage ?? code}</span>
          <AppLink href={paths.reason(code)}>{texts.connection.whatItMeans}</AppLink>
        </Notice>
      )}
    </>
  );
}

type ActiveRun = NonNullable<ConnectionNoticesData['activeRun']>;

function Running({ run }: { run: ActiveRun }) {
  const styles = useStyles();
  const { completed, total } = run.progress;
  const words = texts.connection;
  return (
    <div className={styles.running} role="status">
      <StatusIcon badge={run.statusBadge} />
      <span className={styles.what}>{words.running(run.label)}</span>
      <span>{total === 0 ? words.waiting : words.checks(completed, total)}</span>
      <AppLink href={paths.run(run.id)}>{words.openRun}</AppLink>
    </div>
  );
}
