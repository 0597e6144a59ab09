import { useQuery } from '@apollo/client/react';
import { useCallback, useEffect } from 'react';
import { useOnOutdated } from '../api/live.tsx';
import { NewConnectionForm } from './new-connection-form.tsx';
import { graphql } from '../gql/gql.ts';
import { paths } from '../paths.ts';
import { texts } from '../texts.ts';
import { reasonOf } from '../ui/availability.ts';
import { Bone, Loading } from '../ui/bone.tsx';
import { useDocumentHead } from '../ui/document-head.ts';
import { AppLink } from '../ui/links.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page, PageHead } from '../ui/page-layout.tsx';
import { rememberWorkspace } from '../app/last-workspace.ts';
import { PageProblem, PartialProblem, sortFailures } from '../app/page-problem.tsx';

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
  const { data, error, refetch } = useQuery(NewConnectionPageQuery, { variables: { tenantId } });
  const askAgain = useCallback(() => void refetch(), [refetch]);
  useOnOutdated(askAgain);
  const { newTitle, newLead, cannotAdd, unavailable } = texts.connection;
  useDocumentHead(data?.tenant == null ? newTitle : `${newTitle}: ${data.tenant.name}`);
  const workspaceId = data?.tenant?.workspace.id;
  useEffect(() => {
    if (workspaceId !== undefined) rememberWorkspace(workspaceId);
  }, [workspaceId]);
  if (data?.tenant == null) {
    return error === undefined ? <Bones /> : <PageProblem error={error} onRetry={askAgain} />;
  }
  const { tenant, clouds } = data;
  const reason = reasonOf(tenant.actions, 'manage_connections', unavailable);
  return (
    <Page>
      <PageHead
        above={<AppLink href={paths.tenant(tenant.id)}>{tenant.name}</AppLink>}
        title={newTitle}
        below={newLead(tenant.name)}
      />
      <PartialProblem failures={sortFailures(error).others} onRetry={askAgain} />
      {reason !== null && (
        <Notice tone="WARNING" title={cannotAdd}>
          <span>{reason}</span>
        </Notice>
      )}
      <NewConnectionForm tenant={tenant} clouds={clouds} disabledReason={reason} />
    </Page>
  );
}

function Bones() {
  return (
    <Loading>
      <Page>
        <PageHead
          above={<Bone width="120px" height="16px" />}
          title={<Bone width="240px" height="32px" />}
          below={<Bone width="420px" height="20px" />}
        />
        <Bone width="640px" height="320px" />
      </Page>
    </Loading>
  );
}
