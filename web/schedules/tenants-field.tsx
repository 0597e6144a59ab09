import { useQuery } from '@apollo/client/react';
import { Checkbox, Field, makeStyles, tokens } from '@fluentui/react-components';
import { graphql } from '../gql/gql.ts';
import { texts } from '../texts.ts';
import { SelectField } from '../ui/fields.tsx';

/** As many as one chooses by hand; more are a whole workspace. */
const ScheduleTenantsQuery = graphql(`
  query ScheduleTenants($workspaceId: ID!) {
    workspace(id: $workspaceId) {
      id
      tenants(first: 100, status: [ACTIVE, ONBOARDING]) {
        nodes {
          id
          name
        }
      }
    }
  }
`);

const useStyles = makeStyles({
  // About six of them; the rest by scrolling.
  list: {
    display: 'flex',
    flexDirection: 'column',
    maxHeight: '200px',
    overflowY: 'auto',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

export interface TenantsFieldProps {
  readonly workspaceId: string;
  /** null: all of them. */
  readonly chosen: readonly string[] | null;
  readonly problem: string | null;
  readonly onChange: (chosen: readonly string[] | null) => void;
}

export function TenantsField({ workspaceId, chosen, problem, onChange }: TenantsFieldProps) {
  const words = texts.scheduleDialog;
  return (
    <>
      <SelectField
        label={words.tenants}
        value={chosen === null ? 'all' : 'chosen'}
        options={[
          { value: 'all', label: words.all },
          { value: 'chosen', label: words.chosen },
        ]}
        onChange={(value) => onChange(value === 'all' ? null : [])}
      />
      {chosen !== null && (
        <Chosen workspaceId={workspaceId} chosen={chosen} problem={problem} onChange={onChange} />
      )}
    </>
  );
}

function Chosen(props: TenantsFieldProps & { readonly chosen: readonly string[] }) {
  const { workspaceId, chosen, problem, onChange } = props;
  const styles = useStyles();
  const { data } = useQuery(ScheduleTenantsQuery, { variables: { workspaceId } });
  const toggle = (id: string, on: boolean) =>
    onChange(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <Field
      label={texts.scheduleDialog.chosen}
      role="group"
      {...(problem !== null && { validationMessage: problem, validationState: 'error' })}
    >
      <div className={styles.list}>
        {(data?.workspace?.tenants.nodes ?? []).map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={chosen.includes(id)}
            onChange={(_event, { checked }) => toggle(id, checked === true)}
          />
        ))}
      </div>
    </Field>
  );
}
