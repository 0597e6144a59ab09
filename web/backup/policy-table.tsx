import { useMemo } from 'react';
import { nextCursor } from '../api/list-page.ts';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import type { PolicyRowFragment as PolicyRow } from '../gql/graphql.ts';
import { paths } from '../paths.ts';
import { texts } from '../texts.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { AppLink } from '../ui/links.tsx';
import { LoadMore } from '../ui/load-more.tsx';
import { Message } from '../ui/message.tsx';
import { Quiet } from '../ui/quiet.tsx';
import { Stack } from '../ui/stack.tsx';
import { RelativeTime } from '../ui/time.tsx';

const PolicyTableFragment = graphql(`
  fragment PolicyTable on PolicyConnection {
    edges {
      cursor
      node {
        id
        ...PolicyRow
      }
    }
    pageInfo {
      ...PageInfo
    }
    totalCount
  }
`);

const PolicyRowFragment = graphql(`
  fragment PolicyRow on Policy {
    id
    name
    kindLabel
    platform
    versionCount
    changedAt
    goneAt
  }
`);

export interface PolicyTableProps {
  readonly policies: FragmentType<typeof PolicyTableFragment>;
  readonly tenantId: string;
  readonly isFiltered: boolean;
  readonly onMore: (after: string) => Promise<unknown>;
}

export function PolicyTable({ policies, tenantId, isFiltered, onMore }: PolicyTableProps) {
  const { edges, pageInfo, totalCount } = readFragment(PolicyTableFragment, policies);
  const columns = useMemo(() => columnsFor(tenantId), [tenantId]);
  const { panel, none, noneAbout, noMatch, noMatchAbout } = texts.configuration;
  const rows = edges.map(({ node }) => readFragment(PolicyRowFragment, node));
  const after = nextCursor(pageInfo);
  if (rows.length === 0) {
    return (
      <Message
        badge={{ color: 'NEUTRAL', icon: 'document' }}
        title={isFiltered ? noMatch : none}
        about={isFiltered ? noMatchAbout : noneAbout}
      />
    );
  }
  return (
    <>
      <DataTable label={panel} columns={columns} rows={rows} rowKey={({ id }) => id} />
      <LoadMore shown={rows.length} total={totalCount} after={after} onMore={onMore} />
    </>
  );
}

function columnsFor(tenantId: string): Column<PolicyRow>[] {
  const { columns, versions, gone } = texts.configuration;
  return [
    {
      title: columns.policy,
      width: 'minmax(0, 5fr)',
      cell: ({ id, name, platform, goneAt }) => (
        <Stack breaking>
          <AppLink href={paths.policy(tenantId, id)} strong>
            {name}
          </AppLink>
          {platform !== null && <Quiet small>{platform}</Quiet>}
          {goneAt !== null && (
            <Quiet small>
              {gone} <RelativeTime at={goneAt} />
            </Quiet>
          )}
        </Stack>
      ),
    },
    { title: columns.kind, width: 'minmax(0, 3fr)', cell: ({ kindLabel }) => kindLabel },
    {
      title: columns.changed,
      width: 'minmax(0, 2fr)',
      named: true,
      cell: ({ changedAt }) => <RelativeTime at={changedAt} />,
    },
    {
      title: columns.versions,
      width: 'minmax(0, 2fr)',
      cell: ({ versionCount }) => versions(versionCount),
    },
  ];
}
