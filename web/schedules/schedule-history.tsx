import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import type { ScheduleRoundsFragment } from '../gql/graphql.ts';
import { texts } from '../texts.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { Message } from '../ui/message.tsx';
import { Quiet } from '../ui/quiet.tsx';
import { Stack } from '../ui/stack.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { toLocal } from './when.ts';

const ScheduleRoundsFragment = graphql(`
  fragment ScheduleRounds on Schedule {
    id
    name
    operationType
    timeZone
    rounds(first: 5) {
      dueAt
      badge {
        ...Badge
      }
      counts {
        total
        success
        partial
        ready
        needsAttention
        blocked
      }
      reasons {
        code
        message
        tenantCount
      }
    }
  }
`);

type Round = ScheduleRoundsFragment['rounds'][number] & { readonly of: ScheduleRoundsFragment };

/** The latest due times of each schedule in one list. More would cost a hundred schedules too much in one request. */
export function ScheduleHistory({
  schedules,
}: {
  schedules: readonly FragmentType<typeof ScheduleRoundsFragment>[];
}) {
  const rounds = schedules
    .map((schedule) => readFragment(ScheduleRoundsFragment, schedule))
    .flatMap((of) => of.rounds.map((round) => ({ ...round, of })))
    .sort((a, b) => Date.parse(b.dueAt) - Date.parse(a.dueAt));
  const { neverDue, neverDueAbout, history } = texts.schedules;
  if (rounds.length === 0) {
    return <Message badge={{ color: 'NEUTRAL', icon: 'clock' }} title={neverDue} about={neverDueAbout} />;
  }
  return (
    <DataTable
      label={history}
      columns={columns()}
      rows={rounds}
      rowKey={({ dueAt, of }) => `${of.id} ${dueAt}`}
    />
  );
}

function columns(): Column<Round>[] {
  const { historyColumns: titles } = texts.schedules;
  return [
    { title: titles.due, width: '150px', cell: ({ dueAt, of }) => toLocal(dueAt, of.timeZone) },
    { title: titles.name, width: 'minmax(140px, 1fr)', cell: ({ of }) => <strong>{of.name}</strong> },
    { title: titles.result, width: '112px', cell: ({ badge }) => <StatusBadge badge={badge} /> },
    { title: titles.tenants, width: 'minmax(130px, 1fr)', cell: toTenants },
    { title: titles.detail, width: 'minmax(180px, 2fr)', cell: (round) => <Detail round={round} /> },
  ];
}

const isVerification = ({ of }: Round) => of.operationType === 'provider.connection.check';

/** Success speaks of the run, not of the tenant. */
function toTenants(round: Round): string {
  const { counts } = round;
  const { verified, synced } = texts.schedules;
  return isVerification(round)
    ? verified(counts.success, counts.total)
    : synced(counts.success + counts.partial, counts.total);
}

function Detail({ round }: { round: Round }) {
  const { counts, reasons } = round;
  const { verdicts, reason } = texts.schedules;
  return (
    <Stack breaking>
      {isVerification(round) && counts.success > 0 && (
        <span>{verdicts(counts.blocked, counts.needsAttention, counts.ready)}</span>
      )}
      {reasons.map(({ code, message, tenantCount }) => (
        <Quiet key={code}>{reason(tenantCount, message)}</Quiet>
      ))}
    </Stack>
  );
}
