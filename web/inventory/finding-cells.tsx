import { makeStyles, tokens } from '@fluentui/react-components';
import { graphql } from '../gql/gql.ts';
import type { FindingRowFragment as FindingRow } from '../gql/graphql.ts';
import { paths } from '../paths.ts';
import { texts } from '../texts.ts';
import type { Column } from '../ui/data-table.tsx';
import { AppLink } from '../ui/links.tsx';
import { Quiet } from '../ui/quiet.tsx';
import { Stack } from '../ui/stack.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { RelativeTime } from '../ui/time.tsx';

export const FindingRowFragment = graphql(`
  fragment FindingRow on Finding {
    id
    title
    status
    statusBadge {
      ...Badge
    }
    severityBadge {
      ...Badge
    }
    changeBadge {
      ...Badge
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
        ...Action
      }
    }
  }
`);

const useStyles = makeStyles({
  title: { fontWeight: tokens.fontWeightSemibold },
  badges: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

const { columns: titles } = texts.findings;

/** Without the one to act in, which is the table's. */
export const findingColumns: readonly Column<FindingRow>[] = [
  { title: titles.finding, width: 'minmax(0, 5fr)', cell: (finding) => <FindingCell finding={finding} /> },
  { title: titles.severity, width: 'minmax(0, 3fr)', cell: (finding) => <Badges finding={finding} /> },
  { title: titles.found, width: 'minmax(0, 2fr)', cell: (finding) => <FoundCell finding={finding} /> },
];

function FindingCell({ finding }: { finding: FindingRow }) {
  const styles = useStyles();
  const { title, tenant, acknowledgedBy, acknowledgedAt, acknowledgementReason } = finding;
  return (
    <Stack gap="XXS">
      <span className={styles.title}>{title}</span>
      <span>
        <AppLink href={paths.tenant(tenant.id)}>{tenant.name}</AppLink>
      </span>
      {acknowledgedAt !== null && (
        <Quiet>
          {texts.findings.acknowledgedBy(acknowledgedBy?.displayName ?? texts.findings.someoneGone)}
          {acknowledgementReason !== null && `: ${acknowledgementReason}`} (
          <RelativeTime at={acknowledgedAt} />)
        </Quiet>
      )}
    </Stack>
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
  return (
    <Stack gap="XXS">
      <RelativeTime at={createdAt} />
      {run !== null && (
        <span>
          <AppLink href={paths.run(run.id)}>{texts.findings.seenBy}</AppLink>
        </span>
      )}
    </Stack>
  );
}
