import { pageFor } from '../api/list-page.ts';
import { PartialProblem, sortFailures } from '../app/page/page-problem.tsx';
import { usePage } from '../app/page/use-page.tsx';
import { graphql } from '../gql/gql.ts';
import type { PolicyKind } from '../gql/graphql.ts';
import { paths } from '../paths.ts';
import { texts } from '../texts.ts';
import { AppLink } from '../ui/links.tsx';
import { Page, PageHead } from '../ui/page-layout.tsx';
import { ListSkeleton } from '../ui/page-skeleton.tsx';
import { Panel } from '../ui/panel.tsx';
import { Quiet } from '../ui/quiet.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { RelativeTime } from '../ui/time.tsx';
import { PolicyFilters, usePolicyFilter } from './policy-filters.tsx';
import { PolicyTable } from './policy-table.tsx';

const ConfigurationPageQuery = graphql(`
  query ConfigurationPage(
    $id: ID!
    $first: Int!
    $after: String
    $kinds: [PolicyKind!]
    $search: String
    $includeGone: Boolean!
  ) {
    policyKinds {
      kind
      label
    }
    tenant(id: $id) {
      id
      name
      workspace {
        id
      }
      backupHealth {
        lastCompleteAt
        stateBadge {
          ...Badge
        }
      }
      policies(first: $first, after: $after, kinds: $kinds, search: $search, includeGone: $includeGone) {
        edges {
          cursor
        }
        ...PolicyTable
      }
    }
  }
`);

/** Two screens of rows. */
const policiesPage = 50;

export function ConfigurationPage({ id }: { id: string }) {
  const { title, tab, panel } = texts.configuration;
  const filter = usePolicyFilter();
  const page = usePage(
    ConfigurationPageQuery,
    {
      id,
      first: policiesPage,
      kinds: filter.kind === null ? null : [filter.kind as PolicyKind],
      search: filter.search,
      includeGone: filter.includeGone,
    },
    {
      of: ({ tenant, policyKinds }) => tenant && { tenant, policyKinds },
      title: (shown) => shown && tab(shown.tenant.name),
      workspaceId: ({ tenant }) => tenant.workspace.id,
      refetchWith: ({ tenant }) => ({ first: pageFor(tenant.policies.edges.length, policiesPage) }),
      skeleton: <ListSkeleton title={title} panel={panel} />,
    },
  );
  if (page.shown === null) return page.instead;
  const { tenant, policyKinds } = page.shown;
  const { stateBadge, lastCompleteAt } = tenant.backupHealth;
  return (
    <Page>
      <PageHead
        above={<AppLink href={paths.tenant(tenant.id)}>{tenant.name}</AppLink>}
        title={title}
        below={
          <>
            <StatusBadge badge={stateBadge} />
            {lastCompleteAt !== null && (
              <Quiet>
                {texts.configuration.lastComplete} <RelativeTime at={lastCompleteAt} />
              </Quiet>
            )}
          </>
        }
      />
      <PartialProblem failures={sortFailures(page.error).others} onRetry={page.refetch} />
      <Panel title={panel} aside={<PolicyFilters filter={filter} kinds={policyKinds} />}>
        <PolicyTable
          policies={tenant.policies}
          tenantId={tenant.id}
          isFiltered={filter.isFiltered}
          onMore={(after) => page.fetchMore({ after })}
        />
      </Panel>
    </Page>
  );
}
