import { lazy, Suspense, useState } from 'react';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import type { ScheduleRowFragment as ScheduleRow } from '../gql/graphql.ts';
import { texts } from '../texts.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { Message } from '../ui/message.tsx';
import { Quiet } from '../ui/quiet.tsx';
import { Stack } from '../ui/stack.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { RelativeTime } from '../ui/time.tsx';
import { ScheduleActions, type ScheduleAction } from './schedule-actions.tsx';
import type { SchedulableOperation } from './schedule-dialog.tsx';
import { toLocal, toWhen } from './when.ts';

const PauseScheduleDialog = lazy(async () => ({
  default: (await import('./change-dialogs.tsx')).PauseScheduleDialog,
}));
const DeleteScheduleDialog = lazy(async () => ({
  default: (await import('./change-dialogs.tsx')).DeleteScheduleDialog,
}));
const ScheduleDialog = lazy(async () => ({
  default: (await import('./schedule-dialog.tsx')).ScheduleDialog,
}));

const ScheduleRowFragment = graphql(`
  fragment ScheduleRow on Schedule {
    id
    name
    label
    timeZone
    coversAll
    tenantCount
    waitingCount
    isEnabled
    nextDueAt
    latest: rounds(first: 1) {
      badge {
        ...Badge
      }
    }
    ...ScheduleWhen
    ...ScheduleForm
  }
`);

export interface ScheduleTableProps {
  readonly schedules: readonly FragmentType<typeof ScheduleRowFragment>[];
  readonly workspaceId: string;
  readonly operations: readonly SchedulableOperation[];
  /** Why they cannot be changed; null when they can. */
  readonly reason: string | null;
}

export function ScheduleTable({ schedules, workspaceId, operations, reason }: ScheduleTableProps) {
  const [open, setOpen] = useState<{ id: string; action: ScheduleAction } | null>(null);
  const rows = schedules.map((schedule) => readFragment(ScheduleRowFragment, schedule));
  const { none, noneAbout, panel } = texts.schedules;
  if (rows.length === 0)
    return <Message badge={{ color: 'NEUTRAL', icon: 'clock' }} title={none} about={noneAbout} />;
  const opened = rows.find(({ id }) => id === open?.id);
  const close = () => setOpen(null);
  return (
    <>
      <DataTable
        label={panel}
        columns={columnsFor(reason, (id, action) => setOpen({ id, action }))}
        rows={rows}
        rowKey={({ id }) => id}
      />
      <Suspense>
        {opened !== undefined && open?.action === 'pause' && (
          <PauseScheduleDialog schedule={opened} onClose={close} />
        )}
        {opened !== undefined && open?.action === 'delete' && (
          <DeleteScheduleDialog schedule={opened} onClose={close} />
        )}
        {opened !== undefined && open?.action === 'edit' && (
          <ScheduleDialog
            workspaceId={workspaceId}
            timeZone={opened.timeZone}
            operations={operations}
            schedule={opened}
            onClose={close}
          />
        )}
      </Suspense>
    </>
  );
}

function columnsFor(
  reason: string | null,
  onOpen: (id: string, action: ScheduleAction) => void,
): Column<ScheduleRow>[] {
  const { columns: titles } = texts.schedules;
  return [
    {
      title: titles.name,
      width: 'minmax(140px, 1.2fr)',
      cell: ({ name, label }) => (
        <Stack breaking>
          <strong>{name}</strong>
          <Quiet small>{label}</Quiet>
        </Stack>
      ),
    },
    { title: titles.tenants, width: 'minmax(90px, 0.7fr)', cell: (row) => <Tenants row={row} /> },
    { title: titles.when, width: 'minmax(140px, 1.1fr)', cell: (row) => <When row={row} /> },
    { title: titles.next, width: 'minmax(120px, 0.9fr)', cell: (row) => <NextDue row={row} /> },
    {
      title: titles.last,
      width: '112px',
      cell: ({ latest: [round] }) => round !== undefined && <StatusBadge badge={round.badge} />,
    },
    {
      title: titles.actions,
      width: '276px',
      cell: (row) => (
        <ScheduleActions schedule={row} reason={reason} onOpen={(action) => onOpen(row.id, action)} />
      ),
    },
  ];
}

function Tenants({ row: { coversAll, tenantCount, waitingCount } }: { row: ScheduleRow }) {
  const { allTenants, someTenants, waiting } = texts.schedules;
  return (
    <Stack>
      <span>{coversAll ? allTenants(tenantCount) : someTenants(tenantCount)}</span>
      {waitingCount > 0 && <Quiet small>{waiting(waitingCount)}</Quiet>}
    </Stack>
  );
}

function When({ row }: { row: ScheduleRow }) {
  const { often, within } = toWhen(row);
  return (
    <Stack>
      <span>{often}</span>
      <Quiet small>{within}</Quiet>
    </Stack>
  );
}

function NextDue({ row: { nextDueAt, timeZone } }: { row: ScheduleRow }) {
  if (nextDueAt === null) return <Quiet>{texts.schedules.paused}</Quiet>;
  return (
    <Stack>
      <span>{toLocal(nextDueAt, timeZone)}</span>
      <Quiet small>
        <RelativeTime at={nextDueAt} />
      </Quiet>
    </Stack>
  );
}
