import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import type { ConnectionStepFragment as ConnectionStepData } from '../../gql/graphql.ts';
import { paths } from '../../paths.ts';
import { useAction } from '../../api/action.ts';
import { texts } from '../../texts.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { reasonOf } from '../../ui/availability.ts';
import { SkeletonBlock } from '../../ui/skeleton.tsx';
import { AppLink } from '../../ui/links.tsx';
import { PlainList } from '../../ui/plain-list.tsx';
import { Quiet } from '../../ui/quiet.tsx';
import { Stack } from '../../ui/stack.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { refetchOnboarding } from '../refetch.ts';
import { About } from './step-panel.tsx';

/** A form, for the few who need it; the others do not load its fields. */
const FirstConnection = lazy(async () => ({
  default: (await import('./first-connection.tsx')).FirstConnection,
}));

const ConnectionStepFragment = graphql(`
  fragment ConnectionStep on TenantOnboardingSession {
    id
    actions {
      ...Action
    }
    providerConnection {
      id
    }
    tenant {
      id
      providerConnections {
        id
        displayName
        cloudLabel
        statusBadge {
          ...Badge
        }
      }
    }
    ...FirstConnection
  }
`);

const ChooseConnectionMutation = graphql(`
  mutation ChooseOnboardingConnection($sessionId: ID!, $connectionId: ID!) {
    updateTenantOnboarding(input: { sessionId: $sessionId, providerConnectionId: $connectionId }) {
      session {
        id
      }
    }
  }
`);

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalS },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  name: { marginInlineEnd: 'auto' },
});

export interface ConnectionStepProps {
  readonly session: FragmentType<typeof ConnectionStepFragment>;
  /** Something was chosen: the page goes along with the session again. */
  readonly onDone: () => void;
}

/** Which of the tenant's connections to continue with, or its first one. */
export function ConnectionStep({ session: masked, onDone }: ConnectionStepProps) {
  const styles = useStyles();
  const session = readFragment(ConnectionStepFragment, masked);
  const connections = session.tenant?.providerConnections ?? [];
  const { busy, run } = useAction(ChooseConnectionMutation, refetchOnboarding);
  const choose = (connectionId: string) =>
    run({ sessionId: session.id, connectionId }, { failed: texts.onboarding.notChosen, done: onDone });
  if (connections.length === 0) {
    return (
      <Suspense fallback={<SkeletonBlock width="100%" height="260px" />}>
        <FirstConnection session={session} onCreated={choose} />
      </Suspense>
    );
  }
  return (
    <>
      <About>{texts.onboarding.connectionAbout}</About>
      <PlainList className={styles.list}>
        {connections.map(({ id, displayName, cloudLabel, statusBadge }) => (
          <li key={id} className={styles.item}>
            <Stack className={styles.name}>
              <AppLink strong href={paths.connection(session.tenant?.id ?? '', id)}>
                {displayName}
              </AppLink>
              <Quiet small>{cloudLabel}</Quiet>
            </Stack>
            <StatusBadge badge={statusBadge} />
            <UseButton session={session} connectionId={id} name={displayName} busy={busy} onUse={choose} />
          </li>
        ))}
      </PlainList>
    </>
  );
}

interface UseButtonProps {
  readonly session: ConnectionStepData;
  readonly connectionId: string;
  readonly name: string;
  readonly busy: boolean;
  readonly onUse: (connectionId: string) => Promise<void>;
}

function UseButton({ session, connectionId, name, busy, onUse }: UseButtonProps) {
  const isUsed = session.providerConnection?.id === connectionId;
  const reason = reasonOf(session.actions, 'choose_connection', texts.onboarding.notAllowed);
  return (
    <ActionButton
      label={isUsed ? texts.onboarding.inUse : texts.onboarding.use}
      subject={name}
      reason={reason ?? (isUsed ? texts.onboarding.isInUse : null)}
      busy={busy}
      size="small"
      onClick={() => void onUse(connectionId)}
    />
  );
}
