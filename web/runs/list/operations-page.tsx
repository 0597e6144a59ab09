import { Button } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import { pageFor } from '../../api/list-page.ts';
import { graphql } from '../../gql/gql.ts';
import { OperationFilters, useOperationFilter, type OperationFilter } from './operation-filters.tsx';
import { NewOperations } from './new-operations.tsx';
import { OperationTable } from './operation-table.tsx';
import { toChosen } from '../../tenants/choice/tenant-choice.tsx';
import { isTenantUnknown, UnknownTenant } from '../../tenants/choice/unknown-tenant.tsx';
import { texts } from '../../texts.ts';
import { titleIn } from '../../ui/document-head.ts';
import { ListSkeleton } from '../../ui/page-skeleton.tsx';
import { Message } from '../../ui/message.tsx';
import { ListPage } from '../../app/page/list-page.tsx';
import { usePage } from '../../app/page/use-page.tsx';

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
  const filtering = useOperationFilter(types);
  const { filter, params, ignored, isFiltered } = filtering;
  const { title, panel } = texts.operations;
  const skeleton = <ListSkeleton title={title} panel={panel} />;
  const page = usePage(OperationsPageQuery, toVariables(id, filter), {
    of: ({ workspace, ...rest }) => workspace && { ...rest, workspace },
    title: (shown) => titleIn(title, shown?.workspace),
    workspaceId: ({ workspace }) => workspace.id,
    refetchWith: ({ workspace }) => ({ first: pageFor(workspace.operationRuns.edges.length, runsPage) }),
    problem: (error, answer) => {
      if (isTenantUnknown(error)) {
        return <UnknownTenant title={title} panel={panel} onAll={() => params.set('tenant', null)} />;
      }
      // With a type that is not known, the second question is on its way.
      return answer?.operationTypes !== undefined && types === null ? skeleton : null;
    },
    skeleton,
  });
  // Comes also with a refusal: if that was for the type in the address, the list is asked for without it.
  const registry = page.answer?.operationTypes;
  useEffect(() => {
    if (registry !== undefined) setTypes(registry.map(({ type }) => type));
  }, [registry]);
  const edges = page.shown?.workspace.operationRuns.edges;
  const listed = useMemo(() => new Set(edges?.map(({ node }) => node.id)), [edges]);
  if (page.shown === null) return page.instead;
  const { workspace, tenant, operationTypes, badgeCatalog } = page.shown;
  return (
    <ListPage
      workspace={workspace}
      title={title}
      panel={panel}
      ignored={ignored}
      error={page.error}
      onRetry={page.refetch}
      above={
        <NewOperations
          key={JSON.stringify(filter)}
          workspaceId={workspace.id}
          filter={filter}
          listed={listed}
          onShow={page.refetch}
        />
      }
      aside={
        <OperationFilters
          workspaceId={workspace.id}
          filtering={filtering}
          tenant={toChosen(filter.tenantId, tenant)}
          types={operationTypes}
          badges={badgeCatalog}
        />
      }
    >
      {workspace.operationRuns.edges.length > 0 ? (
        <OperationTable runs={workspace.operationRuns} onMore={(after) => page.fetchMore({ after })} />
      ) : (
        <NoRuns isFiltered={isFiltered} onClear={params.clear} />
      )}
    </ListPage>
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
