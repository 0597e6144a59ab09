import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { nextCursor } from '../../api/list-page.ts';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import { texts } from '../../texts.ts';
import { LoadMore } from '../../ui/load-more.tsx';
import { SelectAll } from '../../ui/select-all.tsx';
import type { Selection } from '../../ui/selection.ts';
import type { TenantSort } from './tenant-filter.ts';
import { useTableStyles } from './table-styles.ts';
import { TenantRow } from './tenant-row.tsx';

const TenantTableFragment = graphql(`
  fragment TenantTable on TenantConnection {
    edges {
      cursor
      node {
        id
        ...TenantRow
      }
    }
    pageInfo {
      ...PageInfo
    }
    totalCount
  }
`);

const useStyles = makeStyles({
  sort: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXXS,
    minHeight: '24px',
    padding: 0,
    font: 'inherit',
    color: 'inherit',
    backgroundColor: 'transparent',
    borderTopStyle: 'none',
    borderRightStyle: 'none',
    borderBottomStyle: 'none',
    borderLeftStyle: 'none',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  // An answer to a new search is on its way; the old rows stay, so that nothing jumps.
  outdated: { opacity: 0.6 },
});

export interface TenantTableProps {
  readonly tenants: FragmentType<typeof TenantTableFragment>;
  readonly outdated: boolean;
  readonly sort: TenantSort;
  readonly selection: Selection;
  readonly onSort: (field: TenantSort['field']) => void;
  readonly onMore: (after: string) => Promise<unknown>;
}

export function TenantTable(props: TenantTableProps) {
  const { tenants, outdated, sort, selection, onSort, onMore } = props;
  const styles = useStyles();
  const { edges, pageInfo, totalCount } = readFragment(TenantTableFragment, tenants);
  // A tenant whose rank changed between two pages may come twice.
  const rows = [...new Map(edges.map(({ node }) => [node.id, node])).values()];
  const after = nextCursor(pageInfo);
  return (
    <>
      <div
        role="table"
        aria-label={texts.workspace.tenants}
        className={mergeClasses(outdated && styles.outdated)}
      >
        <div role="rowgroup">
          <TenantTableHead sort={sort} selection={selection} onSort={onSort} />
        </div>
        <div role="rowgroup">
          {rows.map((node) => (
            <TenantRow
              key={node.id}
              tenant={node}
              selected={selection.has(node.id)}
              onSelect={selection.toggle}
            />
          ))}
        </div>
      </div>
      <LoadMore shown={rows.length} total={totalCount} after={after} onMore={onMore} onScroll />
    </>
  );
}

interface TenantTableHeadProps {
  readonly sort?: TenantSort;
  readonly selection?: Selection;
  readonly onSort?: (field: TenantSort['field']) => void;
}

export function TenantTableHead({ sort, selection, onSort }: TenantTableHeadProps) {
  const table = useTableStyles();
  const { tenant, readiness, latest, actions } = texts.workspace.columns;
  const sorted = [
    { field: 'NAME', title: tenant, place: table.name },
    { field: 'READINESS', title: readiness, place: table.readiness },
    { field: 'LATEST_VERIFICATION', title: latest, place: table.latest },
  ] as const;
  return (
    <div role="row" className={mergeClasses(table.row, table.headRow)}>
      <div role="columnheader" className={table.select}>
        {selection !== undefined && <SelectAll selection={selection} />}
      </div>
      {sorted.map(({ field, title, place }) => (
        <div key={field} role="columnheader" className={place} aria-sort={ariaSort(sort, field)}>
          <SortButton field={field} title={title} sort={sort} onSort={onSort} />
        </div>
      ))}
      <div role="columnheader" className={mergeClasses(table.actions, table.actionsHead)}>
        {actions}
      </div>
    </div>
  );
}

interface SortButtonProps {
  readonly field: TenantSort['field'];
  readonly title: string;
  readonly sort: TenantSort | undefined;
  readonly onSort: ((field: TenantSort['field']) => void) | undefined;
}

function SortButton({ field, title, sort, onSort }: SortButtonProps) {
  const styles = useStyles();
  if (onSort === undefined) return title;
  const isSorted = sort?.field === field;
  const Arrow = sort?.direction === 'DESC' ? ArrowDownRegular : ArrowUpRegular;
  return (
    // Named by its title alone: a screen reader reads it with every cell of the column, and aria-sort says the rest.
    <button type="button" className={styles.sort} onClick={() => onSort(field)}>
      {title}
      {isSorted && <Arrow aria-hidden />}
    </button>
  );
}

function ariaSort(sort: TenantSort | undefined, field: TenantSort['field']) {
  if (sort?.field !== field) return 'none';
  return sort.direction === 'ASC' ? 'ascending' : 'descending';
}
