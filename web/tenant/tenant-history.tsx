import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { paths } from '../paths.ts';
import { RunTime } from '../run/run-time.tsx';
import { texts } from '../texts.ts';
import { AppLink } from '../ui/links.tsx';
import { Panel } from '../ui/panel.tsx';
import { StatusIcon } from '../ui/status-icon.tsx';
import { RelativeTime } from '../ui/time.tsx';

const TenantHistoryFragment = graphql(`
  fragment TenantHistory on Tenant {
    id
    operationRuns(first: $historyFirst, after: $historyAfter) {
      edges {
        cursor
        node {
          id
          ...TenantHistoryItem
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const TenantHistoryItemFragment = graphql(`
  fragment TenantHistoryItem on OperationRun {
    id
    version
    label
    status
    statusBadge {
      label
      color
      icon
    }
    outcomeBadge {
      label
      color
      icon
    }
    createdAt
    initiator {
      id
      displayName
    }
    ...RunTime
  }
`);

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    gap: `0 ${tokens.spacingHorizontalS}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    ':first-child': { borderTopStyle: 'none' },
    '& > svg': { fontSize: '20px' },
  },
  quiet: { gridColumn: '2 / -1', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  time: { color: tokens.colorNeutralForeground3 },
  more: { padding: tokens.spacingVerticalS, textAlign: 'center' },
  none: { margin: 0, padding: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground3 },
});

export interface TenantHistoryProps {
  readonly tenant: FragmentType<typeof TenantHistoryFragment>;
  readonly onMore: (after: string) => void;
  readonly loadingMore: boolean;
}

export function TenantHistory({ tenant, onMore, loadingMore }: TenantHistoryProps) {
  const styles = useStyles();
  const { operationRuns } = readFragment(TenantHistoryFragment, tenant);
  const { hasNextPage, endCursor } = operationRuns.pageInfo;
  return (
    <Panel title={texts.tenant.history}>
      {operationRuns.edges.length === 0 && <p className={styles.none}>{texts.tenant.noHistory}</p>}
      <ul className={styles.list}>
        {operationRuns.edges.map(({ node }) => (
          <TenantHistoryItem key={node.id} run={node} />
        ))}
      </ul>
      {hasNextPage && endCursor !== null && (
        <div className={styles.more}>
          <Button appearance="subtle" disabledFocusable={loadingMore} onClick={() => onMore(endCursor)}>
            {loadingMore ? texts.tenant.loadingMore : texts.tenant.more}
          </Button>
        </div>
      )}
    </Panel>
  );
}

function TenantHistoryItem({ run }: { run: FragmentType<typeof TenantHistoryItemFragment> }) {
  const styles = useStyles();
  const item = readFragment(TenantHistoryItemFragment, run);
  const { id, label, status, statusBadge, outcomeBadge, createdAt, initiator } = item;
  const badge = status === 'COMPLETED' ? outcomeBadge : statusBadge;
  return (
    <li className={styles.item}>
      <StatusIcon badge={badge} />
      <AppLink href={paths.run(id)}>
        {label}: {badge.label}
      </AppLink>
      <span className={styles.time}>
        <RunTime run={item} />
      </span>
      <span className={styles.quiet}>
        <RelativeTime at={createdAt} /> · {initiator?.displayName ?? texts.run.system}
      </span>
    </li>
  );
}
