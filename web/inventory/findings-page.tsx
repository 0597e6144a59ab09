import { useRef } from 'react';
import { pageFor } from '../api/list-page.ts';
import { FindingFilters, useFindingFilter } from './finding-filters.tsx';
import { NoFindings, NoMatchingFinding } from './no-findings.tsx';
import { FindingTable } from './finding-table.tsx';
import { graphql } from '../gql/gql.ts';
import { toChosen } from '../tenants/choice/tenant-choice.tsx';
import { isTenantUnknown, UnknownTenant } from '../tenants/choice/unknown-tenant.tsx';
import { texts } from '../texts.ts';
import { titleIn } from '../ui/document-head.ts';
import { ListSkeleton } from '../ui/page-skeleton.tsx';
import { ListPage } from '../app/page/list-page.tsx';
import { usePage } from '../app/page/use-page.tsx';

const FindingsPageQuery = graphql(`
  query FindingsPage(
    $id: ID!
    $first: Int!
    $after: String
    $severity: [FindingSeverity!]
    $status: [FindingStatus!]
    $tenantId: ID
    $tenant: ID!
    $ofOneTenant: Boolean!
  ) {
    badgeCatalog {
      ...FindingFilterBadges
    }
    tenant(id: $tenant) @include(if: $ofOneTenant) {
      id
      name
      ...NoFindingsOfTenant
    }
    workspace(id: $id) {
      id
      name
      ...NoFindings
      findings(first: $first, after: $after, severity: $severity, status: $status, tenantId: $tenantId) {
        edges {
          cursor
        }
        ...FindingTable
      }
    }
  }
`);

/** Two screens of rows. */
const findingsPage = 50;

export function FindingsPage({ id }: { id: string }) {
  const filtering = useFindingFilter();
  const { filter, params, ignored, isNarrowed, showAll } = filtering;
  const { severity, status, tenantId } = filter;
  const { title, lead, panel: panelTitle } = texts.findings;
  const page = usePage(
    FindingsPageQuery,
    {
      id,
      first: findingsPage,
      severity: severity && [severity],
      status: status && [status],
      tenantId,
      tenant: tenantId ?? '',
      ofOneTenant: tenantId !== null,
    },
    {
      of: ({ workspace, ...rest }) => workspace && { ...rest, workspace },
      title: (shown) => titleIn(title, shown?.workspace),
      workspaceId: ({ workspace }) => workspace.id,
      refetchWith: ({ workspace }) => ({ first: pageFor(workspace.findings.edges.length, findingsPage) }),
      problem: (error) =>
        isTenantUnknown(error) ? (
          <UnknownTenant title={title} panel={panelTitle} onAll={() => params.set('tenant', null)} />
        ) : null,
      skeleton: <ListSkeleton title={title} panel={panelTitle} lead={lead} />,
    },
  );
  const panel = useRef<HTMLElement>(null);
  if (page.shown === null) return page.instead;
  const { workspace, badgeCatalog } = page.shown;
  const tenant = page.shown.tenant?.id === tenantId ? page.shown.tenant : null;
  return (
    <ListPage
      workspace={workspace}
      title={title}
      lead={lead}
      panel={panelTitle}
      ignored={ignored}
      error={page.error}
      onRetry={page.refetch}
      ref={panel}
      aside={
        <FindingFilters
          workspaceId={workspace.id}
          filtering={filtering}
          tenant={toChosen(tenantId, tenant)}
          badges={badgeCatalog}
        />
      }
    >
      <FindingTable
        key={JSON.stringify(filter)}
        findings={workspace.findings}
        status={status}
        onMore={(after) => page.fetchMore({ after })}
        // The row's button is gone, and with the filter the row: the list takes the focus.
        onAcknowledged={() => {
          page.refetch();
          panel.current?.focus();
        }}
        empty={
          isNarrowed ? (
            <NoMatchingFinding onClear={params.clear} />
          ) : (
            <NoFindings workspace={workspace} tenant={tenant} onAll={showAll} />
          )
        }
      />
    </ListPage>
  );
}
