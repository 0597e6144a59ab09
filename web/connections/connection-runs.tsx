import { makeStyles, tokens } from '@fluentui/react-components';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { RunRow } from '../runs/run-row.tsx';
import { texts } from '../texts.ts';
import { Panel } from '../ui/panel.tsx';

const ConnectionRunsFragment = graphql(`
  fragment ConnectionRuns on ProviderConnection {
    id
    operationRuns(first: 5) {
      nodes {
        id
        ...RunRow
      }
    }
  }
`);

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
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
            <RunRow key={run.id} run={run} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
