import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import type { SessionFactsFragment as SessionFactsData } from '../gql/graphql.ts';
import { paths } from '../paths.ts';
import { texts } from '../texts.ts';
import { Facts, type Fact } from '../ui/facts.tsx';
import { AppLink } from '../ui/links.tsx';
import { Panel } from '../ui/panel.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { ByWhom } from './by-whom.tsx';

const SessionFactsFragment = graphql(`
  fragment SessionFacts on TenantOnboardingSession {
    id
    status
    consent
    createdAt
    updatedAt
    begunBy {
      id
      displayName
    }
    endedBy {
      id
      displayName
    }
    tenant {
      id
      name
      statusBadge {
        ...Badge
      }
    }
    providerConnection {
      id
      displayName
    }
    verificationRun {
      id
      version
      status
      resultBadge {
        ...Badge
      }
    }
  }
`);

export interface SessionFactsProps {
  readonly session: FragmentType<typeof SessionFactsFragment>;
  readonly title: string;
}

/** What is known of the onboarding so far, whichever step one looks at. */
export function SessionFacts({ session, title }: SessionFactsProps) {
  const facts = readFragment(SessionFactsFragment, session);
  const { tenant, providerConnection, consent, verificationRun, createdAt, begunBy } = facts;
  const connection = tenant !== null && providerConnection !== null && (
    <AppLink href={paths.connection(tenant.id, providerConnection.id)}>
      {providerConnection.displayName}
    </AppLink>
  );
  return (
    <Panel title={title}>
      <Facts
        facts={[
          ...(tenant === null ? [] : tenantFacts(tenant)),
          { term: texts.onboarding.connection, value: connection || texts.onboarding.none },
          { term: texts.onboarding.consent, value: texts.onboarding.consents[consent] ?? consent },
          {
            term: texts.onboarding.verification,
            value: verificationRun === null ? texts.onboarding.none : <RunLink run={verificationRun} />,
          },
          { term: texts.onboarding.started, value: <ByWhom at={createdAt} who={begunBy} /> },
          lastChange(facts),
        ]}
      />
    </Panel>
  );
}

function tenantFacts({ id, name, statusBadge }: NonNullable<SessionFactsData['tenant']>): Fact[] {
  return [
    { term: texts.onboarding.tenant, value: <AppLink href={paths.tenant(id)}>{name}</AppLink> },
    { term: texts.onboarding.tenantStatus, value: <StatusBadge badge={statusBadge} /> },
  ];
}

function lastChange({ status, updatedAt, endedBy }: SessionFactsData): Fact {
  const term = {
    IN_PROGRESS: texts.onboarding.changed,
    COMPLETED: texts.onboarding.completedAt,
    CANCELLED: texts.onboarding.cancelledAt,
  }[status];
  return { term, value: <ByWhom at={updatedAt} who={endedBy} /> };
}

/** What it found rather than how it ended, as everywhere. */
function RunLink({ run }: { run: NonNullable<SessionFactsData['verificationRun']> }) {
  const { id, resultBadge } = run;
  return (
    <>
      <StatusBadge badge={resultBadge} /> <AppLink href={paths.run(id)}>{texts.onboarding.openRun}</AppLink>
    </>
  );
}
