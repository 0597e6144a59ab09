import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { texts } from '../texts.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { Quiet } from '../ui/quiet.tsx';
import { toTargetText } from './targets.ts';
import { Values } from './values.tsx';

const PolicySettingsFragment = graphql(`
  fragment PolicySettings on PolicyVersion {
    settings {
      label
      values
      isSecret
    }
    assignments {
      ...Target
    }
  }
`);

interface Row {
  readonly key: string;
  readonly label: readonly string[];
  readonly values: readonly string[];
  readonly isSecret: boolean;
}

const columns: readonly Column<Row>[] = [
  { title: texts.policy.columns.setting, width: 'minmax(0, 1fr)', cell: ({ label }) => label.join(' › ') },
  {
    title: texts.policy.columns.value,
    width: 'minmax(0, 1fr)',
    cell: ({ values, isSecret }) =>
      isSecret ? <Quiet>{texts.policy.secret}</Quiet> : <Values values={values} />,
  },
];

/** All that a version says, and who gets it. */
export function PolicySettings({ version }: { version: FragmentType<typeof PolicySettingsFragment> }) {
  const { settings, assignments } = readFragment(PolicySettingsFragment, version);
  const rows: Row[] = settings.map((setting, index) => ({ key: String(index), ...setting }));
  if (assignments.length > 0) {
    const values = assignments.map(toTargetText);
    rows.push({ key: 'assignments', label: [texts.policy.assignments], values, isSecret: false });
  }
  return <DataTable label={texts.policy.settings} columns={columns} rows={rows} rowKey={({ key }) => key} />;
}
