import { makeStyles, tokens } from '@fluentui/react-components';
import { nextCursor } from '../../api/list-page.ts';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import { texts } from '../../texts.ts';
import { LoadMore } from '../../ui/load-more.tsx';
import { Panel } from '../../ui/panel.tsx';
import { HistoryItem } from './history-item.tsx';

const TenantHistoryFragment = graphql(`
  fragment TenantHistory on Tenant {
    id
    operationRuns(first: $historyFirst, after: $historyAfter) {
      edges {
        cursor
        node {
          id
          ...HistoryItem
        }
      }
      pageInfo {
        ...PageInfo
      }
      totalCount
    }
  }
`);

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  none: { margin: 0, padding: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground3 },
});

export interface TenantHistoryProps {
  readonly tenant: FragmentType<typeof TenantHistoryFragment>;
  readonly onMore: (after: string) => Promise<unknown>;
}

export function TenantHistory({ tenant, onMore }: TenantHistoryProps) {
  const styles = useStyles();
  const { edges, pageInfo, totalCount } = readFragment(TenantHistoryFragment, tenant).operationRuns;
  return (
    <Panel title={texts.tenantHistory.title}>
      {edges.length === 0 ? (
        <p className={styles.none}>{texts.tenantHistory.none}</p>
      ) : (
        <>
          <ul className={styles.list}>
            {edges.map(({ node }) => (
              <HistoryItem key={node.id} run={node} />
            ))}
          </ul>
          <LoadMore shown={edges.length} total={totalCount} after={nextCursor(pageInfo)} onMore={onMore} />
        </>
      )}
    </Panel>
  );
}
