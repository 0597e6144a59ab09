import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { lazy, Suspense, useState } from 'react';
import { useAction } from '../api/action.ts';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { texts } from '../texts.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { reasonOf, type ActionRefs } from '../ui/availability.ts';
import { refetchConnection } from './refetch.ts';
import { toastDone } from '../ui/show-toast.ts';
import { VerifyConnectionButton } from './verify-connection-button.tsx';

const EditConnectionDialog = lazy(async () => ({
  default: (await import('./edit-connection-dialog.tsx')).EditConnectionDialog,
}));

const DisableDialog = lazy(async () => ({
  default: (await import('./disable-dialog.tsx')).DisableDialog,
}));

const ConnectionActionsFragment = graphql(`
  fragment ConnectionActions on ProviderConnection {
    id
    status
    isDefault
    displayName
    actions {
      ...Action
    }
    ...EditConnection
    ...VerifyConnection
  }
`);

const MakeDefaultMutation = graphql(`
  mutation MakeDefaultConnection($id: ID!) {
    makeDefaultProviderConnection(input: { connectionId: $id }) {
      providerConnection {
        id
      }
    }
  }
`);

const EnableConnectionMutation = graphql(`
  mutation EnableConnection($id: ID!, $enabled: Boolean!) {
    updateProviderConnection(input: { connectionId: $id, enabled: $enabled }) {
      providerConnection {
        id
      }
    }
  }
`);

export interface ConnectionActionsProps {
  readonly connection: FragmentType<typeof ConnectionActionsFragment>;
  readonly onStarted: () => void;
}

export function ConnectionActions({ connection, onStarted }: ConnectionActionsProps) {
  const shown = readFragment(ConnectionActionsFragment, connection);
  const { id, actions, status, isDefault, displayName } = shown;
  const { changed, unavailable } = texts.connection;
  const [editing, setEditing] = useState(false);
  const makeDefault = useAction(MakeDefaultMutation, refetchConnection);
  return (
    <>
      <ActionButton
        label={texts.connection.edit}
        reason={reasonOf(actions, 'update', unavailable)}
        icon={<EditRegular />}
        onClick={() => setEditing(true)}
      />
      <ActionButton
        label={texts.connection.makeDefault}
        about={texts.connection.isDefaultAbout}
        reason={reasonOf(actions, 'make_default', unavailable)}
        busy={makeDefault.busy}
        onClick={() =>
          void makeDefault.run({ id }, { done: () => toastDone(changed.default), failed: changed.failed })
        }
      />
      <Switch
        id={id}
        actions={actions}
        isDisabled={status === 'DISABLED'}
        asksFor={isDefault ? displayName : null}
      />
      <VerifyConnectionButton
        main
        connection={shown}
        label={texts.connection.verify}
        about={texts.connection.verifyAbout}
        onStarted={onStarted}
      />
      <Suspense>
        {editing && <EditConnectionDialog connection={shown} onClose={() => setEditing(false)} />}
      </Suspense>
    </>
  );
}

interface SwitchProps {
  readonly id: string;
  readonly actions: ActionRefs;
  readonly isDisabled: boolean;
  /** Name of a connection that is not disabled without a question: the tenant is managed through it. */
  readonly asksFor: string | null;
}

/** One button that turns the connection off and on again; it keeps the focus while it changes its word. */
function Switch({ id, actions, isDisabled, asksFor }: SwitchProps) {
  const { busy, run } = useAction(EnableConnectionMutation, refetchConnection);
  const { changed, enable, disable, unavailable } = texts.connection;
  const [asking, setAsking] = useState(false);
  const flip = () => {
    const done = () => {
      toastDone(isDisabled ? changed.enabled : changed.disabled);
      setAsking(false);
    };
    void run({ id, enabled: isDisabled }, { done, failed: changed.failed });
  };
  return (
    <>
      <ActionButton
        label={isDisabled ? enable : disable}
        reason={reasonOf(actions, isDisabled ? 'enable' : 'disable', unavailable)}
        busy={busy}
        danger={!isDisabled}
        onClick={() => (isDisabled || asksFor === null ? flip() : setAsking(true))}
      />
      <Suspense>
        {asking && asksFor !== null && (
          <DisableDialog name={asksFor} busy={busy} onDisable={flip} onClose={() => setAsking(false)} />
        )}
      </Suspense>
    </>
  );
}
