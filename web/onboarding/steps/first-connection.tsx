import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState, type SyntheticEvent } from 'react';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import { useSend } from '../../api/action.ts';
import { toastError } from '../../api/toast-error.ts';
import { texts } from '../../texts.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { reasonOf } from '../../ui/availability.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { useDiscoverDirectory, type Found } from '../begin/begin-onboarding.ts';
import { useClouds } from '../begin/clouds.ts';
import { About, Buttons } from './step-panel.tsx';

const FirstConnectionFragment = graphql(`
  fragment FirstConnection on TenantOnboardingSession {
    id
    workspace {
      id
    }
    tenant {
      id
      name
      graphTenantId
      actions {
        ...Action
      }
    }
  }
`);

const CreateConnectionMutation = graphql(`
  mutation CreateOnboardingConnection($tenantId: ID!, $cloud: String!, $displayName: String) {
    createProviderConnection(input: { tenantId: $tenantId, cloud: $cloud, displayName: $displayName }) {
      providerConnection {
        id
      }
    }
  }
`);

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '420px' },
});

export interface FirstConnectionProps {
  readonly session: FragmentType<typeof FirstConnectionFragment>;
  readonly onCreated: (connectionId: string) => Promise<void>;
}

/** The tenant's first connection; Microsoft is asked in which cloud the directory is, so that no one has to know. */
export function FirstConnection({ session, onCreated }: FirstConnectionProps) {
  const styles = useStyles();
  const { workspace, tenant } = readFragment(FirstConnectionFragment, session);
  const reason = reasonOf(tenant?.actions ?? [], 'manage_connections', texts.onboarding.notAllowed);
  const found = useFoundCloud(workspace.id, reason === null ? (tenant?.graphTenantId ?? null) : null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [name, setName] = useState('');
  const create = useSend(CreateConnectionMutation);
  const [busy, setBusy] = useState(false);
  const { clouds, labelOf } = useClouds();
  const cloud = chosen ?? sightedCloud(found) ?? clouds[0]?.name ?? '';
  const submit = async () => {
    if (tenant === null || reason !== null || busy) return;
    setBusy(true);
    try {
      const variables = { tenantId: tenant.id, cloud, displayName: name.trim() || null };
      const { createProviderConnection } = await create(variables);
      await onCreated(createProviderConnection.providerConnection.id);
    } catch (error) {
      toastError(texts.onboarding.notCreated, error);
    } finally {
      setBusy(false);
    }
  };
  return (
    // Enter in the name submits: it is the form's only text field.
    <form className={styles.form} onSubmit={toSubmit(submit)} noValidate>
      <About>
        {texts.onboarding.newConnection} {texts.onboarding.connectionAbout}
      </About>
      <SelectField
        label={texts.onboarding.cloud}
        hint={hintOf(found, labelOf)}
        value={cloud}
        options={clouds.map(({ name: value, label }) => ({ value, label }))}
        onChange={setChosen}
      />
      <TextField
        label={texts.onboarding.connectionName}
        hint={texts.onboarding.connectionNameHint(tenant?.name ?? texts.onboarding.unnamed)}
        value={name}
        onChange={setName}
      />
      <Buttons>
        <ActionButton
          label={texts.onboarding.createConnection}
          reason={reason}
          busy={busy}
          appearance="primary"
          onClick={() => void submit()}
        />
      </Buttons>
    </form>
  );
}

function toSubmit(submit: () => Promise<void>): (event: SyntheticEvent) => void {
  return (event) => {
    event.preventDefault();
    void submit();
  };
}

function useFoundCloud(workspaceId: string, directoryId: string | null): Found | 'asking' | null {
  const { find } = useDiscoverDirectory(workspaceId);
  const [found, setFound] = useState<Found | 'asking' | null>(directoryId === null ? null : 'asking');
  useEffect(() => {
    if (directoryId !== null) void find(directoryId).then(setFound);
    // Once for a directory: `find` is another function with every render.
  }, [directoryId]);
  return found;
}

function sightedCloud(found: Found | 'asking' | null): string | null {
  if (found === null || found === 'asking') return null;
  if (found.kind === 'found') return found.sighting.cloud;
  return found.kind === 'several' ? (found.sightings[0]?.cloud ?? null) : null;
}

function hintOf(found: Found | 'asking' | null, labelOf: (cloud: string) => string): string {
  const { cloudNotAsked, cloudAsking, cloudFound, cloudUnknown } = texts.onboarding;
  if (found === null) return cloudNotAsked;
  if (found === 'asking') return cloudAsking;
  switch (found.kind) {
    case 'found':
      return cloudFound(labelOf(found.sighting.cloud), found.sighting.region);
    case 'several':
      return texts.beginOnboarding.whichHint;
    case 'none':
      return cloudUnknown(found.unanswered.map(labelOf));
    case 'refused':
      return found.refusal.sentence;
  }
}
