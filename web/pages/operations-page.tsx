import { useQuery } from '@apollo/client/react';
import { Button } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo } from 'react';
import { useOnOutdated } from '../api/live.tsx';
import { graphql } from '../gql/gql.ts';
import { OperationFilters, useOperationFilter } from '../operations/operation-filters.tsx';
import { NewOperations } from '../operations/new-operations.tsx';
import { OperationTable } from '../operations/operation-table.tsx';
import { paths } from '../paths.ts';
import { texts } from '../texts.ts';
import { useDocumentHead } from '../ui/document-head.ts';
import { AppLink } from '../ui/links.tsx';
import { ListBones } from '../ui/list-bones.tsx';
import { Message } from '../ui/message.tsx';
import { Page, PageHead } from '../ui/page-layout.tsx';
import { Panel } from '../ui/panel.tsx';
import { rememberWorkspace } from '../workspace/last-workspace.ts';
import { PageProblem, PartialProblem, sortFailures } from './page-problem.tsx';

const OperationsPageQuery = graphql(`
  query OperationsPage(
    $id: ID!
    $first: Int!
    $after: String
    $types: [String!]
    $status: [OperationRunStatus!]
    $outcome: [OperationRunOutcome!]
    $tenantId: ID
  ) {
    operationTypes {
      ...OperationFilterTypes
    }
    badgeCatalog {
      ...OperationFilterBadges
    }
    workspace(id: $id) {
      id
      name
      operationRuns(
        first: $first
        after: $after
        types: $types
        status: $status
        outcome: $outcome
        tenantId: $tenantId
      ) {
        edges {
          node {
            id
          }
        }
        ...OperationTable
      }
    }
  }
`);

/** Two screens of rows. */
const runsPage = 50;
/** The API's largest page. */
const largestPage = 100;

export function OperationsPage({ id }: { id: string }) {
  const { filter, params, isFiltered } = useOperationFilter();
  const toList = <Value,>(value: Value | null) => (value === null ? null : [value]);
  const { data, previousData, error, refetch, fetchMore } = useQuery(OperationsPageQuery, {
    variables: {
      id,
      first: runsPage,
      types: toList(filter.type),
      status: toList(filter.status),
      outcome: toList(filter.outcome),
      tenantId: filter.tenantId,
    },
  });
  const shown = data ?? previousData;
  const workspace = shown?.workspace;
  const edges = workspace?.operationRuns.edges;
  const rows = edges?.length ?? 0;
  const listed = useMemo(() => new Set(edges?.map(({ node }) => node.id)), [edges]);
  // Asks for as many rows as are shown, so that the list does not fold up under the reader.
  const askAgain = useCallback(
    () => void refetch({ first: Math.min(Math.max(rows, runsPage), largestPage) }),
    [refetch, rows],
  );
  useOnOutdated(askAgain);
  useDocumentHead(texts.operations.title);
  useEffect(() => {
    if (workspace != null) rememberWorkspace(workspace.id);
  }, [workspace]);

  const { title, panel, none, noneAbout, noMatch, noMatchAbout, clear } = texts.operations;
  if (shown == null || workspace == null) {
    if (error !== undefined) return <PageProblem error={error} onRetry={askAgain} />;
    return <ListBones title={title} panel={panel} />;
  }
  return (
    <Page>
      <PageHead
        above={<AppLink href={paths.workspace(workspace.id)}>{workspace.name}</AppLink>}
        title={title}
      />
      <NewOperations
        key={JSON.stringify(filter)}
        workspaceId={workspace.id}
        filter={filter}
        listed={listed}
        onShow={askAgain}
      />
      <PartialProblem failures={sortFailures(error).others} onRetry={askAgain} />
      <Panel
        title={panel}
        aside={<OperationFilters types={shown.operationTypes} badges={shown.badgeCatalog} />}
      >
        {rows > 0 ? (
          <OperationTable
            runs={workspace.operationRuns}
            onMore={(after) => fetchMore({ variables: { after } })}
          />
        ) : (
          <Message
            badge={{ color: 'NEUTRAL', icon: isFiltered ? 'question-circle' : 'circle' }}
            title={isFiltered ? noMatch : none}
            about={isFiltered ? noMatchAbout : noneAbout}
            {...(isFiltered && { actions: <Button onClick={params.clear}>{clear}</Button> })}
          />
        )}
      </Panel>
    </Page>
  );
}
