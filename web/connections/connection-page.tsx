import { useSubscription } from '@apollo/client/react';
import { useRef } from 'react';
import { readBadge } from '../ui/badge.ts';
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
import { AppLink } from '../ui/links.tsx';
import { Columns, Page, PageHead } from '../ui/page-layout.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { NotFoundPage } from '../app/page/not-found-page.tsx';
import { PartialProblem, sortFailures } from '../app/page/page-problem.tsx';
import { usePage } from '../app/page/use-page.tsx';

const ConnectionPageQuery = graphql(`
  query ConnectionPage($id: ID!) {
    providerConnection(id: $id) {
      ...ConnectionPageConnection
    }
  }
`);

/** Every verification of the tenant, whoever started it. With its end the connection's health and actions change. */
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
  const page = usePage(
    ConnectionPageQuery,
    { id },
    {
      of: ({ providerConnection }) => readFragment(ConnectionPageConnectionFragment, providerConnection),
      title: (shown) => shown && `${readBadge(shown.healthBadge).label}: ${shown.displayName}`,
      tone: ({ healthBadge }) => readBadge(healthBadge).color,
      workspaceId: ({ tenant }) => tenant.workspace.id,
      skeleton: <Skeleton />,
    },
  );
  const { shown: connection, error, refetch } = page;
  const credential = useRef<HTMLElement>(null);
  useLiveConnection(tenantId, connection?.activeRun?.id ?? null, {
    skip: connection?.tenant.id !== tenantId,
    onError: refetch,
  });
  if (connection === null) return page.instead;
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
        actions={<ConnectionActions connection={connection} onStarted={refetch} />}
      />
      <PartialProblem failures={sortFailures(error).others} onRetry={refetch} />
      <ConnectionNotices connection={connection} />
      <Columns
        main={
          <>
            <CandidatePanel connection={connection} onGone={() => credential.current?.focus()} />
            <CredentialPanel connection={connection} ref={credential} />
            <ConsentPanel connection={connection} onStarted={refetch} />
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

function Skeleton() {
  const { facts, health, cloud, added, changedAt, permissions, required, granted } = texts.connection;
  const { title, type, clientId, expires, replaced } = texts.credential;
  return (
    <PageSkeleton
      actions
      panels={[
        { title, terms: [type, clientId, expires, replaced] },
        { title: texts.consent.title, rows: 1 },
      ]}
      side={[
        { title: facts, terms: [health, cloud, added, changedAt] },
        { title: permissions, terms: [required, granted] },
      ]}
    />
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
