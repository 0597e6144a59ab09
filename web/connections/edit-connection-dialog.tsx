import { useQuery } from '@apollo/client/react';
import { Checkbox, makeStyles, shorthands, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useSend } from '../api/action.ts';
import { useSubmission } from '../api/submission.ts';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import type { PermissionProfile } from '../gql/graphql.ts';
import { texts } from '../texts.ts';
import { SelectField, TextField } from '../ui/fields.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { toastDone } from '../ui/show-toast.ts';
import { refetchConnection } from './refetch.ts';

const EditConnectionFragment = graphql(`
  fragment EditConnection on ProviderConnection {
    id
    displayName
    cloud
    cloudLabel
    permissionProfiles
  }
`);

const CloudsQuery = graphql(`
  query Clouds {
    clouds {
      name
      label
    }
  }
`);

const UpdateConnectionMutation = graphql(`
  mutation UpdateConnection($input: UpdateProviderConnectionInput!) {
    updateProviderConnection(input: $input) {
      providerConnection {
        id
      }
    }
  }
`);

const useStyles = makeStyles({
  profiles: {
    display: 'flex',
    flexDirection: 'column',
    margin: 0,
    padding: 0,
    ...shorthands.borderStyle('none'),
  },
  legend: { padding: `0 0 ${tokens.spacingVerticalXS}` },
});

export interface EditConnectionDialogProps {
  readonly connection: FragmentType<typeof EditConnectionFragment>;
  readonly onClose: () => void;
}

export function EditConnectionDialog({ connection, onClose }: EditConnectionDialogProps) {
  const before = readFragment(EditConnectionFragment, connection);
  const [name, setName] = useState(before.displayName);
  const [cloud, setCloud] = useState(before.cloud);
  const [profiles, setProfiles] = useState(before.permissionProfiles);
  const { data } = useQuery(CloudsQuery);
  const send = useSend(UpdateConnectionMutation, refetchConnection);
  const input = { connectionId: before.id, displayName: name, cloud, permissionProfiles: profiles };
  const { busy, problem, problemOf, submit, forget } = useSubmission(
    ['displayName'],
    () => send({ input }),
    () => {
      toastDone(texts.connection.changed.saved);
      onClose();
    },
  );
  return (
    <FormDialog
      title={texts.connection.editTitle}
      submit={texts.connection.save}
      busy={busy}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={texts.connection.name}
        value={name}
        problem={problemOf('displayName')}
        onChange={(typed) => {
          setName(typed);
          forget();
        }}
      />
      <SelectField
        label={texts.connection.cloud}
        value={cloud}
        options={toOptions(data?.clouds ?? [], { name: before.cloud, label: before.cloudLabel })}
        {...(cloud !== before.cloud && { hint: texts.connection.cloudMoves })}
        onChange={setCloud}
      />
      <ProfileField chosen={profiles} onChange={setProfiles} />
    </FormDialog>
  );
}

interface Cloud {
  readonly name: string;
  readonly label: string;
}

/** Its own cloud is among them, even when this installation can no longer reach it. */
function toOptions(clouds: readonly Cloud[], own: Cloud): { value: string; label: string }[] {
  const all = clouds.some(({ name }) => name === own.name) ? clouds : [own, ...clouds];
  return all.map(({ name, label }) => ({ value: name, label }));
}

const allProfiles = ['READ', 'MANAGE', 'SCRIPTS'] as const satisfies readonly PermissionProfile[];

interface ProfileFieldProps {
  readonly chosen: readonly PermissionProfile[];
  readonly onChange: (chosen: PermissionProfile[]) => void;
}

function ProfileField({ chosen, onChange }: ProfileFieldProps) {
  const styles = useStyles();
  const { profiles, profilesAbout, profilesLegend } = texts.connection;
  const choose = (profile: PermissionProfile, wanted: boolean) =>
    onChange(allProfiles.filter((one) => (one === profile ? wanted : chosen.includes(one))));
  return (
    // Not in a Fluent Field: that gives its id to every checkbox in it.
    <fieldset className={styles.profiles}>
      <legend className={styles.legend}>{profilesLegend}</legend>
      {allProfiles.map((profile) => (
        <Checkbox
          key={profile}
          label={`${profiles[profile]}: ${profilesAbout[profile]}`}
          checked={chosen.includes(profile)}
          disabled={profile === 'READ'}
          onChange={(_event, data) => choose(profile, data.checked === true)}
        />
      ))}
    </fieldset>
  );
}
