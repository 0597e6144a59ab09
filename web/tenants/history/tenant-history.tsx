import { nextCursor } from '../../api/list-page.ts';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import { texts } from '../../texts.ts';
import { LoadMore } from '../../ui/load-more.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PlainList } from '../../ui/plain-list.tsx';
import { Quiet } from '../../ui/quiet.tsx';
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

export interface TenantHistoryProps {
  readonly tenant: FragmentType<typeof TenantHistoryFragment>;
  readonly onMore: (after: string) => Promise<unknown>;
}

export function TenantHistory({ tenant, onMore }: TenantHistoryProps) {
  const { edges, pageInfo, totalCount } = readFragment(TenantHistoryFragment, tenant).operationRuns;
  return (
    <Panel title={texts.tenantHistory.title}>
      {edges.length === 0 ? (
        <Quiet as="p" padded>
          {texts.tenantHistory.none}
        </Quiet>
      ) : (
        <>
          <PlainList>
            {edges.map(({ node }) => (
              <HistoryItem key={node.id} run={node} />
            ))}
          </PlainList>
          <LoadMore shown={edges.length} total={totalCount} after={nextCursor(pageInfo)} onMore={onMore} />
        </>
      )}
    </Panel>
  );
}
