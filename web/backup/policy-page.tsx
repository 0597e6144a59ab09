import { PartialProblem, sortFailures } from '../app/page/page-problem.tsx';
import { usePage } from '../app/page/use-page.tsx';
import { graphql } from '../gql/gql.ts';
import { paths } from '../paths.ts';
import { texts } from '../texts.ts';
import { useFilterParams } from '../ui/filter-params.ts';
import { AppLink } from '../ui/links.tsx';
import { Message } from '../ui/message.tsx';
import { Columns, Page, PageHead } from '../ui/page-layout.tsx';
import { ListSkeleton } from '../ui/page-skeleton.tsx';
import { Panel } from '../ui/panel.tsx';
import { PolicyChanges } from './policy-changes.tsx';
import { PolicySettings } from './policy-settings.tsx';
import { VersionList } from './version-list.tsx';

const PolicyPageQuery = graphql(`
  query PolicyPage($id: ID!, $policyId: ID!, $number: Int, $against: Int) {
    tenant(id: $id) {
      id
      name
      workspace {
        id
      }
      policy(policyId: $policyId) {
        id
        name
        kindLabel
        platform
        versions(first: 50) {
          number
          ...VersionListItem
        }
        version(number: $number) {
          number
          hasUnknownSecret
          diff(against: $against) {
            ...PolicyChanges
          }
          ...PolicySettings
        }
      }
    }
  }
`);

/** A version of the address; null: the latest, or the one before. */
function numberIn(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : null;
}

export interface PolicyPageProps {
  readonly tenantId: string;
  readonly policyId: string;
}

export function PolicyPage({ tenantId, policyId }: PolicyPageProps) {
  const params = useFilterParams();
  const number = numberIn(params.get('version'));
  const against = numberIn(params.get('against'));
  const page = usePage(
    PolicyPageQuery,
    { id: tenantId, policyId, number, against },
    {
      of: ({ tenant }) => tenant,
      title: (tenant) => (tenant?.policy == null ? null : `${tenant.policy.name}: ${tenant.name}`),
      workspaceId: (tenant) => tenant.workspace.id,
      skeleton: <ListSkeleton title={texts.configuration.title} />,
    },
  );
  const tenant = page.shown;
  if (tenant === null) return page.instead;
  const { policy } = tenant;
  const above = (
    <>
      <AppLink href={paths.tenant(tenant.id)}>{tenant.name}</AppLink>
      {' / '}
      <AppLink href={paths.configuration(tenant.id)}>{texts.configuration.title}</AppLink>
    </>
  );
  if (policy === null) {
    return (
      <Page>
        <PageHead above={above} title={texts.policy.missing} />
      </Page>
    );
  }
  const shown = policy.version;
  return (
    <Page>
      <PageHead
        above={above}
        title={policy.name}
        below={policy.platform === null ? policy.kindLabel : `${policy.kindLabel}, ${policy.platform}`}
      />
      <PartialProblem failures={sortFailures(page.error).others} onRetry={page.refetch} />
      {shown?.hasUnknownSecret === true && (
        <Message
          badge={{ color: 'WARNING', icon: 'warning' }}
          title={texts.policy.secret}
          about={texts.policy.partlyRestorable}
        />
      )}
      <Columns
        main={
          shown !== null && (
            <>
              {shown.diff !== null && (
                <Panel title={texts.policy.changes}>
                  <PolicyChanges diff={shown.diff} />
                </Panel>
              )}
              <Panel title={texts.policy.settings}>
                <PolicySettings version={shown} />
              </Panel>
            </>
          )
        }
        side={
          <Panel title={texts.policy.versions}>
            <VersionList
              versions={policy.versions}
              chosen={shown?.number ?? null}
              hrefOf={(of) => `${paths.policy(tenant.id, policy.id)}?version=${of}`}
            />
          </Panel>
        }
      />
    </Page>
  );
}
