import { NewConnectionForm } from './new-connection-form.tsx';
import { graphql } from '../gql/gql.ts';
import { paths } from '../paths.ts';
import { texts } from '../texts.ts';
import { reasonOf } from '../ui/availability.ts';
import { SkeletonBlock } from '../ui/skeleton.tsx';
import { AppLink } from '../ui/links.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page, PageHead } from '../ui/page-layout.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { PartialProblem, sortFailures } from '../app/page/page-problem.tsx';
import { usePage } from '../app/page/use-page.tsx';

const NewConnectionPageQuery = graphql(`
  query NewConnectionPage($tenantId: ID!) {
    tenant(id: $tenantId) {
      id
      name
      workspace {
        id
      }
      actions {
        ...Action
      }
      ...NewConnection
    }
    clouds {
      name
      label
    }
  }
`);

export function NewConnectionPage({ tenantId }: { tenantId: string }) {
  const { newTitle, newLead, cannotAdd, unavailable } = texts.connection;
  const page = usePage(
    NewConnectionPageQuery,
    { tenantId },
    {
      of: ({ tenant, clouds }) => tenant && { tenant, clouds },
      title: (shown) => (shown === null ? newTitle : `${newTitle}: ${shown.tenant.name}`),
      workspaceId: ({ tenant }) => tenant.workspace.id,
      skeleton: <Skeleton />,
    },
  );
  if (page.shown === null) return page.instead;
  const { tenant, clouds } = page.shown;
  const reason = reasonOf(tenant.actions, 'manage_connections', unavailable);
  return (
    <Page>
      <PageHead
        above={<AppLink href={paths.tenant(tenant.id)}>{tenant.name}</AppLink>}
        title={newTitle}
        below={newLead(tenant.name)}
      />
      <PartialProblem failures={sortFailures(page.error).others} onRetry={page.refetch} />
      {reason !== null && (
        <Notice tone="WARNING" title={cannotAdd}>
          <span>{reason}</span>
        </Notice>
      )}
      <NewConnectionForm tenant={tenant} clouds={clouds} disabledReason={reason} />
    </Page>
  );
}

function Skeleton() {
  return (
    <PageSkeleton title={texts.connection.newTitle} lead={<SkeletonBlock width="420px" height="20px" />}>
      <SkeletonBlock width="640px" height="320px" />
    </PageSkeleton>
  );
}
