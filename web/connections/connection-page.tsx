import { useQuery, useSubscription } from '@apollo/client/react';
import { useCallback, useEffect, useRef } from 'react';
import { useOnOutdated } from '../api/live.tsx';
import { CandidatePanel } from './credential/candidate-panel.tsx';
import { ConnectionActions } from './connection-actions.tsx';
import { ConnectionFacts } from './connection-facts.tsx';
import { ConnectionNotices } from './connection-notices.tsx';
import { ConnectionRuns } from './connection-runs.tsx';
import { ConsentPanel } from './consent-panel.tsx';
import { CredentialPanel } from './credential/credential-panel.tsx';
import { graphql } from '../gql/gql.ts';
import { readFragment } from '../gql/fragment-masking.ts';
import { paths } from '../paths.ts';
import { DirectoryId } from '../tenants/directory-id.tsx';
import { texts } from '../texts.ts';
import { useBadgeHead } from '../ui/document-head.ts';
import { AppLink } from '../ui/links.tsx';
import { Columns, Page, PageHead } from '../ui/page-layout.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { rememberWorkspace } from '../app/last-workspace.ts';
import { ConnectionPageBones } from './connection-page-bones.tsx';
import { NotFoundPage } from '../app/not-found-page.tsx';
import { PageProblem, PartialProblem, sortFailures } from '../app/page-problem.tsx';

const ConnectionPageQuery = graphql(`
  query ConnectionPage($id: ID!) {
    providerConnection(id: $id) {
      ...ConnectionPageConnection
    }
  }
`);

/** Every verification of the tenant, whoever starts it. With its end the connection's health and actions change. */
const LiveConnectionSubscription = graphql(`
  subscription LiveConnection($tenantId: ID!) {
    tenantVerification(tenantId: $tenantId) {
      id
      version
      providerConnection {
        ...ConnectionPageConnection
      }
    }
  }
`);

/** What is no verification of the tenant: a rehearsal, a sync. */
const LiveConnectionRunSubscription = graphql(`
  subscription LiveConnectionRun($runId: ID!) {
    operationRun(id: $runId) {
      id
      version
      providerConnection {
        ...ConnectionPageConnection
      }
    }
  }
`);

const ConnectionPageConnectionFragment = graphql(`
  fragment ConnectionPageConnection on ProviderConnection {
    id
    displayName
    entraTenantId
    isDefault
    statusBadge {
      ...Badge
    }
    healthBadge {
      ...Badge
    }
    tenant {
      id
      name
      workspace {
        id
      }
    }
    activeRun {
      id
    }
    ...CandidatePanel
    ...ConnectionActions
    ...ConnectionFacts
    ...ConnectionNotices
    ...ConnectionRuns
    ...ConsentPanel
    ...CredentialPanel
  }
`);

export interface ConnectionPageProps {
  readonly id: string;
  readonly tenantId: string;
}

export function ConnectionPage({ id, tenantId }: ConnectionPageProps) {
  const { data, previousData, error, refetch } = useQuery(ConnectionPageQuery, { variables: { id } });
  // What was shown stays when the API cannot be reached for a while.
  const connection = readFragment(
    ConnectionPageConnectionFragment,
    (data ?? previousData)?.providerConnection,
  );
  const credential = useRef<HTMLElement>(null);
  const askAgain = useCallback(() => void refetch(), [refetch]);
  useOnOutdated(askAgain);
  useLiveConnection(tenantId, connection?.activeRun?.id ?? null, {
    skip: connection?.tenant.id !== tenantId,
    onError: askAgain,
  });
  useBadgeHead(connection?.healthBadge, connection?.displayName);
  const workspaceId = connection?.tenant.workspace.id;
  useEffect(() => {
    if (workspaceId !== undefined) rememberWorkspace(workspaceId);
  }, [workspaceId]);

  if (connection == null) {
    return error === undefined ? <ConnectionPageBones /> : <PageProblem error={error} onRetry={askAgain} />;
  }
  // A connection has one address: under another tenant's there is nothing.
  if (connection.tenant.id !== tenantId) return <NotFoundPage />;
  const { tenant } = connection;
  return (
    <Page>
      <PageHead
        above={<AppLink href={paths.tenant(tenant.id)}>{tenant.name}</AppLink>}
        title={connection.displayName}
        below={
          <>
            <StatusBadge badge={connection.statusBadge} />
            <StatusBadge badge={connection.healthBadge} />
            {connection.isDefault && (
              <StatusBadge badge={{ color: 'NEUTRAL', icon: 'star', label: texts.connection.isDefault }} />
            )}
            <DirectoryId id={connection.entraTenantId} />
          </>
        }
        actions={<ConnectionActions connection={connection} onStarted={askAgain} />}
      />
      <PartialProblem failures={sortFailures(error).others} onRetry={askAgain} />
      <ConnectionNotices connection={connection} />
      <Columns
        main={
          <>
            <CandidatePanel connection={connection} onGone={() => credential.current?.focus()} />
            <CredentialPanel connection={connection} ref={credential} />
            <ConsentPanel connection={connection} onStarted={askAgain} />
          </>
        }
        side={
          <>
            <ConnectionFacts connection={connection} />
            <ConnectionRuns connection={connection} />
          </>
        }
      />
    </Page>
  );
}

interface LiveOptions {
  readonly skip: boolean;
  readonly onError: () => void;
}

function useLiveConnection(tenantId: string, runId: string | null, { skip, onError }: LiveOptions): void {
  useSubscription(LiveConnectionSubscription, {
    variables: { tenantId },
    skip,
    ignoreResults: true,
    onError,
  });
  useSubscription(LiveConnectionRunSubscription, {
    variables: { runId: runId ?? '' },
    skip: skip || runId === null,
    ignoreResults: true,
    onError,
  });
}
