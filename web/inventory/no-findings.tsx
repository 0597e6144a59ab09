import { Button } from '@fluentui/react-components';
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { lazy, Suspense, useState } from 'react';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { texts } from '../texts.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { reasonOf } from '../ui/availability.ts';
import { Message } from '../ui/message.tsx';

const StartSyncDialog = lazy(async () => ({
  default: (await import('./start-sync-dialog.tsx')).StartSyncDialog,
}));

const NoFindingsFragment = graphql(`
  fragment NoFindings on Workspace {
    id
    actions {
      ...Action
    }
  }
`);

/** With the one tenant the page is about: whether it can be synced is the tenant's to say. */
const NoFindingsOfTenantFragment = graphql(`
  fragment NoFindingsOfTenant on Tenant {
    id
    name
    actions {
      ...Action
    }
  }
`);

export interface NoFindingsProps {
  readonly workspace: FragmentType<typeof NoFindingsFragment>;
  readonly tenant: FragmentType<typeof NoFindingsOfTenantFragment> | null;
  readonly onAll: () => void;
}

/** Nothing is open: either all is well, or no sync has looked. The way to find out is right here. */
export function NoFindings({ workspace, tenant, onAll }: NoFindingsProps) {
  const { id, actions } = readFragment(NoFindingsFragment, workspace);
  const one = readFragment(NoFindingsOfTenantFragment, tenant);
  const [isStarting, setStarting] = useState(false);
  const { none, noneHere, noneAbout, all } = texts.findings;
  const { start, startFor, about, notAllowed } = texts.startSync;
  const reason =
    one === null
      ? reasonOf(actions, 'start_operation', notAllowed)
      : reasonOf(one.actions, 'inventory.sync', notAllowed);
  return (
    <Message
      badge={{ color: 'NEUTRAL', icon: 'checkmark-circle' }}
      title={one === null ? none : noneHere(one.name)}
      about={noneAbout}
      actions={
        <>
          <ActionButton
            label={one === null ? start : startFor(one.name)}
            reason={reason}
            about={about}
            icon={<ArrowSyncRegular />}
            appearance="primary"
            onClick={() => setStarting(true)}
          />
          <Button onClick={onAll}>{all}</Button>
        </>
      }
    >
      {isStarting && (
        <Suspense>
          <StartSyncDialog workspaceId={id} tenant={one} onClose={() => setStarting(false)} />
        </Suspense>
      )}
    </Message>
  );
}

/** The filter leaves nothing over. */
export function NoMatchingFinding({ onClear }: { onClear: () => void }) {
  const { noMatch, noMatchAbout, clear } = texts.findings;
  return (
    <Message
      badge={{ color: 'NEUTRAL', icon: 'question-circle' }}
      title={noMatch}
      about={noMatchAbout}
      actions={<Button onClick={onClear}>{clear}</Button>}
    />
  );
}
