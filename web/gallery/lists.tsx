import { DataTable, type Column } from '../ui/data-table.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Facts } from '../ui/facts.tsx';
import { GroupHead } from '../ui/group-head.tsx';
import { InlineProgress } from '../ui/inline-progress.tsx';
import { LoadMore } from '../ui/load-more.tsx';
import { Panel } from '../ui/panel.tsx';
import { PlainList } from '../ui/plain-list.tsx';
import { SelectAll } from '../ui/select-all.tsx';
import { useSelection } from '../ui/selection.ts';
import { Stack } from '../ui/stack.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { badges, longName, Row } from './sample.tsx';

interface Tenant {
  readonly name: string;
  readonly badge: (typeof badges)[number];
}

const rows: readonly Tenant[] = badges.map((badge, index) => ({
  name: index === 1 ? longName : `Tenant ${index + 1}`,
  badge,
}));

const columns: readonly Column<Tenant>[] = [
  { title: 'Tenant', width: 'minmax(0, 2fr)', cell: ({ name }) => name },
  { title: 'Readiness', width: 'minmax(140px, 1fr)', cell: ({ badge }) => <StatusBadge badge={badge} /> },
  { title: 'Since', width: '80px', named: true, cell: () => 'Friday' },
];

/** What stands in rows. */
export function Lists() {
  const selection = useSelection(rows.map(({ name }) => name));
  const select = {
    selection,
    canSelect: ({ name }: Tenant) => name !== 'Tenant 1',
    nameOf: ({ name }: Tenant) => name,
  };
  return (
    <>
      <Panel title="Table with a selection">
        <DataTable
          label="Tenants"
          columns={columns}
          rows={rows}
          rowKey={({ name }) => name}
          select={select}
        />
        <LoadMore shown={5} total={40} after="cursor" onMore={() => Promise.reject(new Error('refused'))} />
      </Panel>
      <Panel title="Table" aside={<SelectAll selection={{ ...selection, isAll: true }} disabled />}>
        <DataTable
          label="Two tenants"
          columns={columns}
          rows={rows.slice(0, 2)}
          rowKey={({ name }) => name}
        />
        <LoadMore shown={2} total={2} after={null} onMore={() => Promise.resolve()} />
      </Panel>
      <Panel title="Facts, lists and stacks">
        <GroupHead>A group of rows</GroupHead>
        <Facts
          facts={[
            { term: 'Started', value: '5 minutes ago' },
            { term: 'Progress', value: <InlineProgress completed={3} total={21} label="3 of 21 checks" /> },
            { term: 'Directory', value: '11111111-2222-3333-4444-555555555555' },
          ]}
        />
        <Row>
          <PlainList>
            <li>One below</li>
            <li>the other</li>
          </PlainList>
          <PlainList ordered label="Steps">
            <li>First</li>
            <li>Then</li>
          </PlainList>
          <Stack gap="XS" breaking>
            <strong>A stack</strong>
            <span>{longName}</span>
          </Stack>
        </Row>
        <Row>
          <Disclosure summary="Folded">Made when it is opened</Disclosure>
          <Disclosure summary="Open at first" openAtFirst>
            request_id 0192a
          </Disclosure>
        </Row>
      </Panel>
    </>
  );
}
