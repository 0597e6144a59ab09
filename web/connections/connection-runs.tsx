import { makeStyles, tokens } from '@fluentui/react-components';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { paths } from '../paths.ts';
import { RunTime } from '../runs/timeline/run-time.tsx';
import { texts } from '../texts.ts';
import { readBadge } from '../ui/badge.ts';
import { AppLink } from '../ui/links.tsx';
import { Panel } from '../ui/panel.tsx';
import { StatusIcon } from '../ui/status-icon.tsx';
import { RelativeTime } from '../ui/time.tsx';

const ConnectionRunsFragment = graphql(`
  fragment ConnectionRuns on ProviderConnection {
    id
    operationRuns(first: 5) {
      nodes {
        id
        ...ConnectionRun
      }
    }
  }
`);

const ConnectionRunFragment = graphql(`
  fragment ConnectionRun on OperationRun {
    id
    version
    label
    resultBadge {
      ...Badge
    }
    createdAt
    initiator {
      id
      displayName
    }
    ...RunTime
  }
`);

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    gap: `0 ${tokens.spacingHorizontalS}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    ':first-child': { borderTopStyle: 'none' },
    '& > svg': { fontSize: '20px' },
  },
  quiet: { gridColumn: '2 / -1', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  time: { color: tokens.colorNeutralForeground3 },
  none: { margin: 0, padding: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground3 },
});

export interface ConnectionRunsProps {
  readonly connection: FragmentType<typeof ConnectionRunsFragment>;
}

export function ConnectionRuns({ connection }: ConnectionRunsProps) {
  const styles = useStyles();
  const { nodes } = readFragment(ConnectionRunsFragment, connection).operationRuns;
  return (
    <Panel title={texts.connection.runs}>
      {nodes.length === 0 ? (
        <p className={styles.none}>{texts.connection.noRuns}</p>
      ) : (
        <ul className={styles.list}>
          {nodes.map((run) => (
            <ConnectionRun key={run.id} run={run} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function ConnectionRun({ run }: { run: FragmentType<typeof ConnectionRunFragment> }) {
  const styles = useStyles();
  const shown = readFragment(ConnectionRunFragment, run);
  const { id, label, resultBadge, createdAt, initiator } = shown;
  const { system } = texts.connection;
  return (
    <li className={styles.item}>
      <StatusIcon badge={resultBadge} />
      <AppLink href={paths.run(id)}>
        {label}: {readBadge(resultBadge).label}
      </AppLink>
      <span className={styles.time}>
        <RunTime run={shown} />
      </span>
      <span className={styles.quiet}>
        <RelativeTime at={createdAt} /> · {initiator?.displayName ?? system}
      </span>
    </li>
  );
}
