import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { RunRow } from '../runs/run-row.tsx';
import { texts } from '../texts.ts';
import { Panel } from '../ui/panel.tsx';
import { PlainList } from '../ui/plain-list.tsx';
import { Quiet } from '../ui/quiet.tsx';

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

export interface ConnectionRunsProps {
  readonly connection: FragmentType<typeof ConnectionRunsFragment>;
}

export function ConnectionRuns({ connection }: ConnectionRunsProps) {
  const { nodes } = readFragment(ConnectionRunsFragment, connection).operationRuns;
  return (
    <Panel title={texts.connection.runs}>
      {nodes.length === 0 ? (
        <Quiet as="p" padded>
          {texts.connection.noRuns}
        </Quiet>
      ) : (
        <PlainList>
          {nodes.map((run) => (
            <RunRow key={run.id} run={run} />
          ))}
        </PlainList>
      )}
    </Panel>
  );
}
