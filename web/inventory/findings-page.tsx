import { useQuery } from '@apollo/client/react';
import { useCallback, useEffect, useRef } from 'react';
import { pageFor } from '../api/list-page.ts';
import { useOnOutdated } from '../api/live.tsx';
import { FindingFilters, useFindingFilter } from './finding-filters.tsx';
import { NoFindings, NoMatchingFinding } from './no-findings.tsx';
import { FindingTable } from './finding-table.tsx';
import { graphql } from '../gql/gql.ts';
import { paths } from '../paths.ts';
import { toChosen } from '../tenants/choice/tenant-choice.tsx';
import { isTenantUnknown, UnknownTenant } from '../tenants/unknown-tenant.tsx';
import { texts } from '../texts.ts';
import { titleIn, useDocumentHead } from '../ui/document-head.ts';
import { IgnoredFilters } from '../ui/ignored-filters.tsx';
import { AppLink } from '../ui/links.tsx';
import { ListBones } from '../ui/list-bones.tsx';
import { Page, PageHead } from '../ui/page-layout.tsx';
import { Panel } from '../ui/panel.tsx';
import { rememberWorkspace } from '../app/last-workspace.ts';
import { PageProblem, PartialProblem, sortFailures } from '../app/page-problem.tsx';

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
  const { filter, params, ignored, isNarrowed, showAll } = useFindingFilter();
  const { severity, status, tenantId } = filter;
  const { data, previousData, error, refetch, fetchMore } = useQuery(FindingsPageQuery, {
    variables: {
      id,
      first: findingsPage,
      severity: severity && [severity],
      status: status && [status],
      tenantId,
      tenant: tenantId ?? '',
      ofOneTenant: tenantId !== null,
    },
    // Asking again brings the beginning up to date; what was loaded after it stays where it is read.
    refetchWritePolicy: 'merge',
  });
  const shown = data ?? previousData;
  const workspace = shown?.workspace;
  const rows = workspace?.findings.edges.length ?? 0;
  const askAgain = useCallback(() => void refetch({ first: pageFor(rows, findingsPage) }), [refetch, rows]);
  const panel = useRef<HTMLElement>(null);
  useOnOutdated(askAgain);
  useDocumentHead(titleIn(texts.findings.title, workspace));
  useEffect(() => {
    if (workspace != null) rememberWorkspace(workspace.id);
  }, [workspace]);

  const { title, lead, panel: panelTitle } = texts.findings;
  if (shown == null || workspace == null) {
    if (isTenantUnknown(error)) {
      return <UnknownTenant title={title} panel={panelTitle} onAll={() => params.set('tenant', null)} />;
    }
    if (error !== undefined) return <PageProblem error={error} onRetry={askAgain} />;
    return <ListBones title={title} panel={panelTitle} />;
  }
  const tenant = shown.tenant?.id === tenantId ? shown.tenant : null;
  return (
    <Page>
      <PageHead
        above={<AppLink href={paths.workspace(workspace.id)}>{workspace.name}</AppLink>}
        title={title}
        below={lead}
      />
      <PartialProblem failures={sortFailures(error).others} onRetry={askAgain} />
      <IgnoredFilters ignored={ignored} />
      <Panel
        title={panelTitle}
        ref={panel}
        aside={
          <FindingFilters
            workspaceId={workspace.id}
            filter={filter}
            params={params}
            tenant={toChosen(tenantId, tenant)}
            badges={shown.badgeCatalog}
          />
        }
      >
        <FindingTable
          key={JSON.stringify(filter)}
          findings={workspace.findings}
          status={status}
          onMore={(after) => fetchMore({ variables: { after } })}
          // The row's button is gone, and with the filter the row: the list takes the focus.
          onAcknowledged={() => {
            askAgain();
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
      </Panel>
    </Page>
  );
}
