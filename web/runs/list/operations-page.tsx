import { useQuery } from '@apollo/client/react';
import { Button } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { pageFor } from '../../api/list-page.ts';
import { useOnOutdated } from '../../api/live.tsx';
import { graphql } from '../../gql/gql.ts';
import { OperationFilters, useOperationFilter, type OperationFilter } from './operation-filters.tsx';
import { NewOperations } from './new-operations.tsx';
import { OperationTable } from './operation-table.tsx';
import { paths } from '../../paths.ts';
import { toChosen } from '../../tenants/choice/tenant-choice.tsx';
import { isTenantUnknown, UnknownTenant } from '../../tenants/unknown-tenant.tsx';
import { texts } from '../../texts.ts';
import { titleIn, useDocumentHead } from '../../ui/document-head.ts';
import { IgnoredFilters } from '../../ui/ignored-filters.tsx';
import { AppLink } from '../../ui/links.tsx';
import { ListBones } from '../../ui/list-bones.tsx';
import { Message } from '../../ui/message.tsx';
import { Page, PageHead } from '../../ui/page-layout.tsx';
import { Panel } from '../../ui/panel.tsx';
import { rememberWorkspace } from '../../app/last-workspace.ts';
import { PageProblem, PartialProblem, sortFailures } from '../../app/page-problem.tsx';

const OperationsPageQuery = graphql(`
  query OperationsPage(
    $id: ID!
    $first: Int!
    $after: String
    $types: [String!]
    $status: [OperationRunStatus!]
    $outcome: [OperationRunOutcome!]
    $tenantId: ID
    $tenant: ID!
    $ofOneTenant: Boolean!
  ) {
    operationTypes {
      type
      ...OperationFilterTypes
    }
    badgeCatalog {
      ...OperationFilterBadges
    }
    tenant(id: $tenant) @include(if: $ofOneTenant) {
      id
      name
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

export function OperationsPage({ id }: { id: string }) {
  const [types, setTypes] = useState<readonly string[] | null>(null);
  const { filter, params, ignored, isFiltered } = useOperationFilter(types);
  const { data, previousData, error, refetch, fetchMore } = useQuery(OperationsPageQuery, {
    variables: toVariables(id, filter),
    // Asking again brings the beginning up to date; what was loaded after it stays where it is read.
    refetchWritePolicy: 'merge',
  });
  const shown = data ?? previousData;
  // Comes also with a refusal: if that was for the type in the address, the list is asked for without it.
  const registry = data?.operationTypes;
  useEffect(() => {
    if (registry !== undefined) setTypes(registry.map(({ type }) => type));
  }, [registry]);
  const workspace = shown?.workspace;
  const edges = workspace?.operationRuns.edges;
  const rows = edges?.length ?? 0;
  const listed = useMemo(() => new Set(edges?.map(({ node }) => node.id)), [edges]);
  const askAgain = useCallback(() => void refetch({ first: pageFor(rows, runsPage) }), [refetch, rows]);
  useOnOutdated(askAgain);
  useDocumentHead(titleIn(texts.operations.title, workspace));
  useEffect(() => {
    if (workspace != null) rememberWorkspace(workspace.id);
  }, [workspace]);

  const { title, panel } = texts.operations;
  if (shown == null || workspace == null) {
    if (isTenantUnknown(error)) {
      return <UnknownTenant title={title} panel={panel} onAll={() => params.set('tenant', null)} />;
    }
    // With a type that is not known, the second question is on its way.
    const isAskedAnew = registry !== undefined && types === null;
    if (error !== undefined && !isAskedAnew) return <PageProblem error={error} onRetry={askAgain} />;
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
      <IgnoredFilters ignored={ignored} />
      <Panel
        title={panel}
        aside={
          <OperationFilters
            workspaceId={workspace.id}
            filter={filter}
            params={params}
            tenant={toChosen(filter.tenantId, shown.tenant)}
            types={shown.operationTypes}
            badges={shown.badgeCatalog}
          />
        }
      >
        {rows > 0 ? (
          <OperationTable
            runs={workspace.operationRuns}
            onMore={(after) => fetchMore({ variables: { after } })}
          />
        ) : (
          <NoRuns isFiltered={isFiltered} onClear={params.clear} />
        )}
      </Panel>
    </Page>
  );
}

function toVariables(id: string, { type, status, outcome, tenantId }: OperationFilter) {
  return {
    id,
    first: runsPage,
    types: type && [type],
    status: status && [status],
    outcome: outcome && [outcome],
    tenantId,
    tenant: tenantId ?? '',
    ofOneTenant: tenantId !== null,
  };
}

function NoRuns({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const { none, noneAbout, noMatch, noMatchAbout, clear } = texts.operations;
  return (
    <Message
      badge={{ color: 'NEUTRAL', icon: isFiltered ? 'question-circle' : 'circle' }}
      title={isFiltered ? noMatch : none}
      about={isFiltered ? noMatchAbout : noneAbout}
      {...(isFiltered && { actions: <Button onClick={onClear}>{clear}</Button> })}
    />
  );
}
