import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type SyntheticEvent } from 'react';
import { useLocation } from 'wouter';
import { useSend } from '../api/action.ts';
import { useSubmission } from '../api/submission.ts';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { paths } from '../paths.ts';
import { texts } from '../texts.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';
import { AppLink } from '../ui/links.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { toastDone } from '../ui/show-toast.ts';
import { problemOfDirectory } from '../ui/directory-id.ts';

const NewConnectionFragment = graphql(`
  fragment NewConnection on Tenant {
    id
    graphTenantId
    providerConnections {
      id
      displayName
      entraTenantId
    }
  }
`);

const CreateConnectionMutation = graphql(`
  mutation CreateConnection($input: CreateProviderConnectionInput!) {
    createProviderConnection(input: $input) {
      providerConnection {
        id
      }
    }
  }
`);

const useStyles = makeStyles({
  /** Fields wider than what belongs in them look as if something were missing. */
  narrow: { maxWidth: '640px' },
  form: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
  },
});

export interface NewConnectionFormProps {
  readonly tenant: FragmentType<typeof NewConnectionFragment>;
  readonly clouds: readonly { readonly name: string; readonly label: string }[];
  readonly disabledReason: string | null;
}

export function NewConnectionForm({ tenant, clouds, disabledReason }: NewConnectionFormProps) {
  const styles = useStyles();
  const [, navigate] = useLocation();
  const { id: tenantId, graphTenantId, providerConnections } = readFragment(NewConnectionFragment, tenant);
  const [directory, setDirectory] = useState(graphTenantId ?? '');
  const [cloud, setCloud] = useState(clouds[0]?.name ?? '');
  const [name, setName] = useState('');
  const create = useSend(CreateConnectionMutation);
  const displayName = name.trim() === '' ? null : name;
  const { busy, problem, problemOf, submit, forget } = useSubmission(
    ['entraTenantId', 'cloud', 'displayName'],
    () => create({ input: { tenantId, entraTenantId: directory, cloud, displayName } }),
    ({ createProviderConnection: { providerConnection } }) => {
      toastDone(texts.connection.created, texts.connection.createdAbout);
      navigate(`${paths.connection(tenantId, providerConnection.id)}#credential`);
    },
  );
  const submitIfAllowed = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!busy && disabledReason === null) submit();
  };
  const typed = (set: (value: string) => void) => (value: string) => {
    set(value);
    forget();
  };
  const same = providerConnections?.find(
    ({ entraTenantId }) => entraTenantId === directory.trim().toLowerCase(),
  );
  const words = texts.connection;
  return (
    <div className={styles.narrow}>
      <Panel title={words.newPanel}>
        <form className={styles.form} onSubmit={submitIfAllowed} noValidate>
          <TextField
            label={words.newDirectory}
            hint={words.newDirectoryHint}
            // The API speaks to programs, and names its own field and mutation.
            problem={
              problemOf('entraTenantId') && (problemOfDirectory(directory) ?? problemOf('entraTenantId'))
            }
            required
            value={directory}
            onChange={typed(setDirectory)}
          />
          <SelectField
            label={words.cloud}
            problem={problemOf('cloud')}
            value={cloud}
            options={clouds.map((one) => ({ value: one.name, label: one.label }))}
            onChange={typed(setCloud)}
          />
          <TextField
            label={words.name}
            hint={words.newNameHint}
            problem={problemOf('displayName')}
            value={name}
            onChange={typed(setName)}
          />
          {problem !== null && (
            <Notice tone="DANGER" title={problem}>
              {same && (
                <AppLink href={paths.connection(tenantId, same.id)}>
                  {words.openExisting(same.displayName)}
                </AppLink>
              )}
            </Notice>
          )}
          <div>
            {disabledReason === null ? (
              <Button type="submit" appearance="primary" disabledFocusable={busy}>
                {words.add}
              </Button>
            ) : (
              <ActionButton label={words.add} reason={disabledReason} onClick={() => {}} />
            )}
          </div>
        </form>
      </Panel>
    </div>
  );
}
