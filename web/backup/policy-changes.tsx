import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { texts } from '../texts.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { Message } from '../ui/message.tsx';
import { Quiet } from '../ui/quiet.tsx';
import { toTargetText } from './targets.ts';
import { Values } from './values.tsx';

const PolicyChangesFragment = graphql(`
  fragment PolicyChanges on PolicyDiff {
    changes {
      label
      before
      after
      isSecret
    }
    assignmentsAdded {
      ...Target
    }
    assignmentsRemoved {
      ...Target
    }
  }
`);

interface Row {
  readonly key: string;
  readonly label: string;
  readonly before: readonly string[] | null;
  readonly after: readonly string[] | null;
  readonly isSecret: boolean;
}

const columns: readonly Column<Row>[] = [
  { title: texts.policy.columns.setting, width: 'minmax(0, 1fr)', cell: ({ label }) => label },
  {
    title: texts.policy.columns.before,
    width: 'minmax(0, 1fr)',
    named: true,
    cell: (row) => <Side row={row} of="before" />,
  },
  {
    title: texts.policy.columns.after,
    width: 'minmax(0, 1fr)',
    named: true,
    cell: (row) => <Side row={row} of="after" />,
  },
];

/** Before and after side by side, one below the other in a narrow window. */
export function PolicyChanges({ diff }: { diff: FragmentType<typeof PolicyChangesFragment> }) {
  const { changes, assignmentsAdded, assignmentsRemoved } = readFragment(PolicyChangesFragment, diff);
  const rows: Row[] = changes.map(({ label, ...change }, index) => ({
    key: String(index),
    label: label.join(' › '),
    ...change,
  }));
  if (assignmentsAdded.length + assignmentsRemoved.length > 0) {
    const [before, after] = [assignmentsRemoved.map(toTargetText), assignmentsAdded.map(toTargetText)];
    rows.push({ key: 'assignments', label: texts.policy.assignments, before, after, isSecret: false });
  }
  const { changes: label, none, noneAbout } = texts.policy;
  if (rows.length === 0)
    return <Message badge={{ color: 'NEUTRAL', icon: 'checkmark-circle' }} title={none} about={noneAbout} />;
  return <DataTable label={label} columns={columns} rows={rows} rowKey={({ key }) => key} />;
}

function Side({ row, of }: { row: Row; of: 'before' | 'after' }) {
  const { secret, secretChanged, notSet } = texts.policy;
  const [values, other] = of === 'before' ? [row.before, row.after] : [row.after, row.before];
  if (values === null) return <Quiet>{notSet}</Quiet>;
  if (row.isSecret) return <Quiet>{of === 'before' ? secret : secretChanged}</Quiet>;
  const as = of === 'before' ? 'removed' : 'added';
  return <Values values={values} against={{ values: other ?? [], as }} />;
}
