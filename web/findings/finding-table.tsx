import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import type { FindingRowFragment as FindingRow } from '../gql/graphql.ts';
import { paths } from '../paths.ts';
import { texts } from '../texts.ts';
import { ActionButton, reasonOf } from '../ui/action-button.tsx';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { AppLink } from '../ui/links.tsx';
import { LoadMore } from '../ui/load-more.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { RelativeTime } from '../ui/time.tsx';

const AcknowledgeFindingDialog = lazy(async () => ({
  default: (await import('./acknowledge-finding-dialog.tsx')).AcknowledgeFindingDialog,
}));

const FindingTableFragment = graphql(`
  fragment FindingTable on FindingConnection {
    edges {
      cursor
      node {
        id
        ...FindingRow
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
`);

const FindingRowFragment = graphql(`
  fragment FindingRow on Finding {
    id
    title
    status
    statusBadge {
      label
      color
      icon
    }
    severityBadge {
      label
      color
      icon
    }
    changeBadge {
      label
      color
      icon
    }
    createdAt
    acknowledgedAt
    acknowledgementReason
    acknowledgedBy {
      id
      displayName
    }
    run {
      id
    }
    tenant {
      id
      name
      actions {
        action
        enabled
        disabledReason
      }
    }
  }
`);

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  title: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
  badges: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

export interface FindingTableProps {
  readonly findings: FragmentType<typeof FindingTableFragment>;
  readonly onMore: (after: string) => Promise<unknown>;
  readonly onAcknowledged: () => void;
}

export function FindingTable({ findings, onMore, onAcknowledged }: FindingTableProps) {
  const { edges, pageInfo, totalCount } = readFragment(FindingTableFragment, findings);
  const [chosen, setChosen] = useState<FindingRow | null>(null);
  const rows = edges.map(({ node }) => readFragment(FindingRowFragment, node));
  const after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
  const action = {
    title: texts.findings.columns.actions,
    width: '132px',
    cell: (finding: FindingRow) => <AcknowledgeButton finding={finding} onChoose={setChosen} />,
  };
  return (
    <>
      <DataTable
        label={texts.findings.panel}
        columns={[...columns, action]}
        rows={rows}
        rowKey={({ id }) => id}
      />
      <LoadMore shown={rows.length} total={totalCount} after={after} onMore={onMore} />
      {chosen !== null && (
        <Suspense>
          <AcknowledgeFindingDialog
            findingId={chosen.id}
            title={chosen.title}
            onClose={() => setChosen(null)}
            onDone={() => {
              setChosen(null);
              onAcknowledged();
            }}
          />
        </Suspense>
      )}
    </>
  );
}

const { columns: titles } = texts.findings;

const columns: readonly Column<FindingRow>[] = [
  { title: titles.finding, width: 'minmax(0, 5fr)', cell: (finding) => <FindingCell finding={finding} /> },
  { title: titles.severity, width: 'minmax(0, 3fr)', cell: (finding) => <Badges finding={finding} /> },
  { title: titles.found, width: 'minmax(0, 2fr)', cell: (finding) => <FoundCell finding={finding} /> },
];

function FindingCell({ finding }: { finding: FindingRow }) {
  const styles = useStyles();
  const { title, tenant, acknowledgedBy, acknowledgedAt, acknowledgementReason } = finding;
  return (
    <div className={styles.stack}>
      <span className={styles.title}>{title}</span>
      <span>
        <AppLink href={paths.tenant(tenant.id)}>{tenant.name}</AppLink>
      </span>
      {acknowledgedAt !== null && (
        <span className={styles.quiet}>
          {texts.findings.acknowledgedBy(acknowledgedBy?.displayName ?? texts.findings.somebody)}
          {acknowledgementReason !== null && `: ${acknowledgementReason}`} (
          <RelativeTime at={acknowledgedAt} />)
        </span>
      )}
    </div>
  );
}

function Badges({ finding }: { finding: FindingRow }) {
  const styles = useStyles();
  return (
    <div className={styles.badges}>
      <StatusBadge badge={finding.severityBadge} />
      <StatusBadge badge={finding.changeBadge} />
      <StatusBadge badge={finding.statusBadge} />
    </div>
  );
}

function FoundCell({ finding: { createdAt, run } }: { finding: FindingRow }) {
  const styles = useStyles();
  return (
    <div className={styles.stack}>
      <RelativeTime at={createdAt} />
      {run !== null && (
        <span>
          <AppLink href={paths.run(run.id)}>{texts.findings.seenBy}</AppLink>
        </span>
      )}
    </div>
  );
}

interface AcknowledgeButtonProps {
  readonly finding: FindingRow;
  readonly onChoose: (finding: FindingRow) => void;
}

function AcknowledgeButton({ finding, onChoose }: AcknowledgeButtonProps) {
  if (finding.status === 'ACKNOWLEDGED') return null;
  return (
    <ActionButton
      label={texts.findings.acknowledge}
      subject={finding.title}
      reason={reasonOf(finding.tenant.actions, 'acknowledge', texts.findings.notAllowed)}
      about={texts.findings.acknowledgeAbout}
      size="small"
      onClick={() => onChoose(finding)}
    />
  );
}
