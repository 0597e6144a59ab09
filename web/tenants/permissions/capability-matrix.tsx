import { makeStyles, tokens } from '@fluentui/react-components';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import type { CapabilityMatrixFragment as CapabilityMatrixData } from '../../gql/graphql.ts';
import { texts } from '../../texts.ts';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import type { BadgeRef } from '../../ui/badge.ts';

const CapabilityMatrixFragment = graphql(`
  fragment CapabilityMatrix on Tenant {
    id
    capabilityMatrix {
      workload
      label
      readBadge {
        ...Badge
      }
      writeBadge {
        ...Badge
      }
      message
    }
  }
`);

type Row = NonNullable<CapabilityMatrixData['capabilityMatrix']>[number];

const useStyles = makeStyles({
  about: {
    margin: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    color: tokens.colorNeutralForeground3,
  },
  workload: { fontWeight: tokens.fontWeightSemibold },
  // Beside the badge where the table has no columns and so no heads.
  state: { display: 'flex', alignItems: 'center' },
  word: {
    display: 'none',
    color: tokens.colorNeutralForeground3,
    '@media (max-width: 860px)': { display: 'inline-block', minWidth: '48px' },
  },
});

const columns: readonly Column<Row>[] = [
  { title: texts.capabilities.workload, width: 'minmax(120px, 1fr)', cell: (row) => <Workload row={row} /> },
  {
    title: texts.capabilities.read,
    width: 'minmax(100px, 130px)',
    cell: ({ readBadge }) => <State word={texts.capabilities.read} badge={readBadge} />,
  },
  {
    title: texts.capabilities.write,
    width: 'minmax(100px, 130px)',
    cell: ({ writeBadge }) => <State word={texts.capabilities.write} badge={writeBadge} />,
  },
  { title: texts.capabilities.why, width: 'minmax(0, 2fr)', cell: ({ message }) => message },
];

export interface CapabilityMatrixProps {
  readonly tenant: FragmentType<typeof CapabilityMatrixFragment>;
  /** Of the latest verification, from whose report it is taken; null before the first. */
  readonly run: { readonly status: string } | null;
}

export function CapabilityMatrix({ tenant, run }: CapabilityMatrixProps) {
  const styles = useStyles();
  const { capabilityMatrix } = readFragment(CapabilityMatrixFragment, tenant);
  const { title, about, running, none, invalid } = texts.capabilities;
  if (run === null || capabilityMatrix === null) {
    return (
      <Panel title={title}>
        <p className={styles.about}>{run === null ? none : invalid}</p>
      </Panel>
    );
  }
  return (
    <Panel title={title}>
      <p className={styles.about}>{run.status === 'COMPLETED' ? about : running}</p>
      <DataTable
        label={title}
        columns={columns}
        rows={capabilityMatrix}
        rowKey={({ workload }) => workload}
      />
    </Panel>
  );
}

function Workload({ row }: { row: Row }) {
  return <span className={useStyles().workload}>{row.label}</span>;
}

function State({ word, badge }: { word: string; badge: BadgeRef }) {
  const styles = useStyles();
  return (
    <div className={styles.state}>
      <span className={styles.word} aria-hidden>
        {word}
      </span>
      <StatusBadge badge={badge} />
    </div>
  );
}
