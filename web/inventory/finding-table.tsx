import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react';
import { nextCursor } from '../api/list-page.ts';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import type { FindingRowFragment as FindingRow, FindingStatus } from '../gql/graphql.ts';
import { texts } from '../texts.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { reasonOf } from '../ui/availability.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { LoadMore } from '../ui/load-more.tsx';
import { useSelection, type Selection } from '../ui/selection.ts';
import type { Finding } from './acknowledging.ts';
import { findingColumns, FindingRowFragment } from './finding-cells.tsx';

const AcknowledgeFindingsDialog = lazy(async () => ({
  default: (await import('./acknowledge-findings-dialog.tsx')).AcknowledgeFindingsDialog,
}));
/** For many at once: loaded on demand. */
const SelectionBar = lazy(async () => ({
  default: (await import('../ui/selection-bar.tsx')).SelectionBar,
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
      ...PageInfo
    }
    totalCount
  }
`);

export interface FindingTableProps {
  readonly findings: FragmentType<typeof FindingTableFragment>;
  /** What the list was asked for; null: all. */
  readonly status: FindingStatus | null;
  /** In place of the table when there is nothing in it. */
  readonly empty: ReactNode;
  readonly onMore: (after: string) => Promise<unknown>;
  readonly onAcknowledged: () => void;
}

export function FindingTable({ findings, status, empty, onMore, onAcknowledged }: FindingTableProps) {
  const { edges, pageInfo, totalCount } = readFragment(FindingTableFragment, findings);
  // One that was acknowledged a moment ago is still in the list that was asked for new ones.
  const rows = edges
    .map(({ node }) => readFragment(FindingRowFragment, node))
    .filter((row) => status === null || row.status === status);
  const selection = useSelection(rows.filter(canAcknowledge).map(({ id }) => id));
  const [chosen, setChosen] = useState<readonly Finding[]>([]);
  const after = nextCursor(pageInfo);
  // Once, or every row would be drawn again with each of them.
  const columns = useMemo(
    () => [...findingColumns, actionColumn((finding) => setChosen([finding]))],
    [setChosen],
  );
  return (
    <>
      {rows.length === 0 && after === null ? (
        empty
      ) : (
        <>
          <DataTable
            label={texts.findings.panel}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            select={{ selection, canSelect: canAcknowledge, nameOf: ({ title }) => title }}
          />
          <LoadMore shown={rows.length} total={totalCount} after={after} onMore={onMore} />
        </>
      )}
      <Selected
        selection={selection}
        onAcknowledge={() => setChosen(rows.filter(({ id }) => selection.ids.includes(id)))}
      />
      {chosen.length > 0 && (
        <Suspense>
          <AcknowledgeFindingsDialog
            findings={chosen}
            onClose={(some) => {
              setChosen([]);
              if (some) onAcknowledged();
            }}
          />
        </Suspense>
      )}
    </>
  );
}

function actionColumn(onChoose: (row: FindingRow) => void): Column<FindingRow> {
  return {
    title: texts.findings.columns.actions,
    width: '132px',
    cell: (row) => <AcknowledgeButton finding={row} onChoose={() => onChoose(row)} />,
  };
}

function Selected({ selection, onAcknowledge }: { selection: Selection; onAcknowledge: () => void }) {
  const count = selection.ids.length;
  if (count === 0) return null;
  return (
    <Suspense>
      <SelectionBar label={texts.findings.selection} count={count} onClear={() => selection.setAll(false)}>
        <Button appearance="primary" onClick={onAcknowledge}>
          {texts.findings.acknowledgeSelected}
        </Button>
      </SelectionBar>
    </Suspense>
  );
}

function canAcknowledge(row: FindingRow): boolean {
  return row.status === 'NEW' && whyNot(row) === null;
}

function whyNot({ tenant }: FindingRow): string | null {
  return reasonOf(tenant.actions, 'acknowledge', texts.findings.notAllowed);
}

interface AcknowledgeButtonProps {
  readonly finding: FindingRow;
  readonly onChoose: () => void;
}

function AcknowledgeButton({ finding, onChoose }: AcknowledgeButtonProps) {
  if (finding.status === 'ACKNOWLEDGED') return null;
  return (
    <ActionButton
      label={texts.findings.acknowledge}
      subject={finding.title}
      reason={whyNot(finding)}
      about={texts.findings.acknowledgeAbout}
      size="small"
      onClick={onChoose}
    />
  );
}
