import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { texts } from '../texts.ts';
import { LiveRows } from './live-rows.tsx';
import { useTableStyles } from './table-styles.ts';
import { TenantRow } from './tenant-row.tsx';

const TenantTableFragment = graphql(`
  fragment TenantTable on TenantConnection {
    edges {
      cursor
      node {
        id
        latestVerification {
          id
          version
          status
        }
        ...TenantRow
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
`);

const useStyles = makeStyles({
  foot: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    minHeight: '48px',
    padding: `0 ${tokens.spacingHorizontalL}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    color: tokens.colorNeutralForeground3,
  },
  // An answer to a new search is on its way; the old rows stay, so that nothing jumps.
  outdated: { opacity: 0.6 },
});

export interface TenantTableProps {
  readonly tenants: FragmentType<typeof TenantTableFragment>;
  readonly outdated: boolean;
  readonly loadingMore: boolean;
  readonly onMore: (after: string) => void;
  /** A run began or ended: the counts above the table may have changed. */
  readonly onStatusChange: () => void;
}

export function TenantTable({ tenants, outdated, loadingMore, onMore, onStatusChange }: TenantTableProps) {
  const styles = useStyles();
  const { edges, pageInfo, totalCount } = readFragment(TenantTableFragment, tenants);
  const [started, setStarted] = useState<ReadonlySet<string>>(new Set());
  const watch = useCallback((tenantId: string) => setStarted((seen) => new Set(seen).add(tenantId)), []);
  const active = edges.flatMap(({ node }) => {
    const running = node.latestVerification !== null && node.latestVerification.status !== 'COMPLETED';
    return running || started.has(node.id) ? [node.id] : [];
  });
  const settle = (tenantId: string) => {
    setStarted((seen) => new Set([...seen].filter((id) => id !== tenantId)));
    onStatusChange();
  };
  const { hasNextPage, endCursor } = pageInfo;
  return (
    <>
      <LiveRows tenantIds={active} onStatusChange={settle} />
      <div
        role="table"
        aria-label={texts.workspace.tenants}
        className={mergeClasses(outdated && styles.outdated)}
      >
        <div role="rowgroup">
          <TenantTableHead />
        </div>
        <div role="rowgroup">
          {edges.map(({ node }) => (
            <TenantRow key={node.id} tenant={node} onStarted={watch} />
          ))}
        </div>
      </div>
      <div className={styles.foot}>
        <span>{texts.workspace.shown(edges.length, totalCount)}</span>
        {hasNextPage && endCursor !== null && (
          <Button disabledFocusable={loadingMore} onClick={() => onMore(endCursor)}>
            {loadingMore ? texts.workspace.loadingMore : texts.workspace.more}
          </Button>
        )}
      </div>
    </>
  );
}

export function TenantTableHead() {
  const table = useTableStyles();
  const { tenant, readiness, latest, actions } = texts.workspace.columns;
  return (
    <div role="row" className={mergeClasses(table.row, table.headRow)}>
      <div role="columnheader" className={table.name}>
        {tenant}
      </div>
      <div role="columnheader" className={table.readiness}>
        {readiness}
      </div>
      <div role="columnheader" className={table.latest}>
        {latest}
      </div>
      <div role="columnheader" className={table.actions}>
        {actions}
      </div>
    </div>
  );
}
