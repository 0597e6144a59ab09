import { DataTable, type Column } from '../ui/data-table.tsx';
import { LoadMore } from '../ui/load-more.tsx';
import { Panel } from '../ui/panel.tsx';
import { Loading, SkeletonBlock } from '../ui/skeleton.tsx';

interface Row {
  readonly name: string;
  readonly status: string;
}

const rows: readonly Row[] = [
  { name: 'Birchwood', status: 'Ready' },
  { name: 'A customer whose name does not fit into one line of a narrow window', status: 'Blocked' },
];

const columns: readonly Column<Row>[] = [
  { title: 'Tenant', width: 'minmax(0, 2fr)', cell: ({ name }) => name },
  { title: 'Status', width: 'minmax(120px, 1fr)', cell: ({ status }) => status },
];

/** What stands in rows, and what stands there until they come. */
export function Lists({ theme }: { theme: string }) {
  return (
    <>
      <Panel title={`Table, ${theme}`}>
        <DataTable label={`Tenants, ${theme}`} columns={columns} rows={rows} rowKey={({ name }) => name} />
        <LoadMore shown={2} total={5} after="cursor" onMore={() => Promise.resolve()} />
      </Panel>
      <Panel title={`Loading, ${theme}`}>
        <Loading>
          <SkeletonBlock width="320px" height="32px" />
        </Loading>
      </Panel>
    </>
  );
}
