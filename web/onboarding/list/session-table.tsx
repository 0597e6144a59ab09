import { makeStyles, tokens } from '@fluentui/react-components';
import { nextCursor } from '../../api/list-page.ts';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import type { SessionRowFragment as SessionRowData } from '../../gql/graphql.ts';
import { paths } from '../../paths.ts';
import { texts } from '../../texts.ts';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { AppLink, ButtonLink } from '../../ui/links.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { Quiet } from '../../ui/quiet.tsx';
import { Stack } from '../../ui/stack.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { ByWhom } from '../by-whom.tsx';
import { toStep } from '../steps/steps.ts';

const SessionTableFragment = graphql(`
  fragment SessionTable on TenantOnboardingSessionConnection {
    edges {
      cursor
      node {
        id
        ...SessionRow
      }
    }
    pageInfo {
      ...PageInfo
    }
    totalCount
  }
`);

const SessionRowFragment = graphql(`
  fragment SessionRow on TenantOnboardingSession {
    id
    status
    statusBadge {
      ...Badge
    }
    currentStep
    consent
    createdAt
    updatedAt
    begunBy {
      id
      displayName
    }
    endedBy {
      id
      displayName
    }
    tenant {
      id
      name
      graphTenantId
    }
  }
`);

const useStyles = makeStyles({
  directory: {
    color: tokens.colorNeutralForeground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  stand: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  // Where the table's head is not shown, one time would look like the other.
  name: { '@media (min-width: 861px)': { display: 'none' } },
});

const { columns } = texts.onboardings;
const tableColumns: readonly Column<SessionRowData>[] = [
  { title: columns.tenant, width: 'minmax(0, 5fr)', cell: (row) => <TenantCell row={row} /> },
  { title: columns.step, width: 'minmax(0, 4fr)', cell: (row) => <StandCell row={row} /> },
  {
    title: columns.started,
    width: 'minmax(0, 3fr)',
    cell: (row) => <When name={columns.started} at={row.createdAt} who={row.begunBy} />,
  },
  {
    title: columns.changed,
    width: 'minmax(0, 3fr)',
    cell: (row) => <When name={columns.changed} at={row.updatedAt} who={row.endedBy} />,
  },
  { title: columns.go, width: '88px', cell: (row) => <GoCell row={row} /> },
];

export interface SessionTableProps {
  readonly sessions: FragmentType<typeof SessionTableFragment>;
  readonly label: string;
  readonly onMore: (after: string) => Promise<unknown>;
}

export function SessionTable({ sessions, label, onMore }: SessionTableProps) {
  const { edges, pageInfo, totalCount } = readFragment(SessionTableFragment, sessions);
  const rows = edges.map(({ node }) => readFragment(SessionRowFragment, node));
  return (
    <>
      <DataTable label={label} columns={tableColumns} rows={rows} rowKey={({ id }) => id} />
      <LoadMore shown={rows.length} total={totalCount} after={nextCursor(pageInfo)} onMore={onMore} />
    </>
  );
}

function TenantCell({ row: { id, tenant } }: { row: SessionRowData }) {
  const styles = useStyles();
  return (
    <Stack>
      <AppLink strong href={paths.onboarding(id)}>
        {tenant?.name ?? texts.onboarding.unnamed}
      </AppLink>
      {tenant?.graphTenantId != null && <span className={styles.directory}>{tenant.graphTenantId}</span>}
    </Stack>
  );
}

/** An open session says at which step; a declined consent is what someone has to act on. */
function StandCell({ row: { status, statusBadge, currentStep, consent } }: { row: SessionRowData }) {
  const styles = useStyles();
  if (status !== 'IN_PROGRESS') return <StatusBadge badge={statusBadge} />;
  const step = texts.onboarding.steps[toStep(currentStep)].label;
  return (
    <div className={styles.stand}>
      <StatusBadge badge={{ ...statusBadge, label: step }} />
      {consent === 'declined' && <span>{texts.onboarding.consentDeclined}</span>}
    </div>
  );
}

interface WhenProps {
  readonly name: string;
  readonly at: string;
  readonly who: { readonly displayName: string } | null;
}

function When({ name, at, who }: WhenProps) {
  const styles = useStyles();
  return (
    <Quiet>
      <span className={styles.name}>{name} </span>
      <ByWhom at={at} who={who} />
    </Quiet>
  );
}

function GoCell({ row: { id, status, tenant } }: { row: SessionRowData }) {
  const isOpen = status === 'IN_PROGRESS';
  return (
    <ButtonLink href={paths.onboarding(id)} size="small" appearance={isOpen ? 'secondary' : 'subtle'}>
      {isOpen ? texts.onboardings.resume : texts.onboardings.view}
      <VisuallyHidden> {tenant?.name}</VisuallyHidden>
    </ButtonLink>
  );
}
