import { makeStyles, tokens } from '@fluentui/react-components';
import { nextCursor } from '../../api/list-page.ts';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import type { OperationRowFragment as OperationRow } from '../../gql/graphql.ts';
import { paths } from '../../paths.ts';
import { CancelButton } from '../cancel-button.tsx';
import { RunBadges } from '../run-badges.tsx';
import { RunTime } from '../timeline/run-time.tsx';
import { texts } from '../../texts.ts';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { InlineProgress } from '../../ui/inline-progress.tsx';
import { AppLink } from '../../ui/links.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { Quiet } from '../../ui/quiet.tsx';
import { Stack } from '../../ui/stack.tsx';
import { RelativeTime } from '../../ui/time.tsx';

const OperationTableFragment = graphql(`
  fragment OperationTable on OperationRunConnection {
    edges {
      cursor
      node {
        id
        ...OperationRow
      }
    }
    pageInfo {
      ...PageInfo
    }
    totalCount
  }
`);

const OperationRowFragment = graphql(`
  fragment OperationRow on OperationRun {
    id
    version
    label
    status
    progress {
      completed
      total
      unit
    }
    createdAt
    initiator {
      id
      displayName
    }
    tenant {
      id
      name
    }
    ...RunBadges
    ...RunTime
    ...CancelButton
  }
`);

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
});

export interface OperationTableProps {
  readonly runs: FragmentType<typeof OperationTableFragment>;
  readonly onMore: (after: string) => Promise<unknown>;
}

export function OperationTable({ runs, onMore }: OperationTableProps) {
  const { edges, pageInfo, totalCount } = readFragment(OperationTableFragment, runs);
  const rows = edges.map(({ node }) => readFragment(OperationRowFragment, node));
  const after = nextCursor(pageInfo);
  return (
    <>
      <DataTable label={texts.operations.panel} columns={columns} rows={rows} rowKey={({ id }) => id} />
      <LoadMore shown={rows.length} total={totalCount} after={after} onMore={onMore} />
    </>
  );
}

const { columns: titles } = texts.operations;

const columns: readonly Column<OperationRow>[] = [
  { title: titles.run, width: 'minmax(0, 4fr)', cell: (run) => <RunCell run={run} /> },
  { title: titles.state, width: 'minmax(0, 4fr)', cell: (run) => <StateCell run={run} /> },
  {
    title: titles.initiator,
    named: true,
    width: 'minmax(0, 2fr)',
    cell: ({ initiator }) => initiator?.displayName ?? texts.run.system,
  },
  {
    title: titles.created,
    named: true,
    width: 'minmax(0, 2fr)',
    cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
  },
  {
    title: titles.actions,
    width: '112px',
    cell: (run) => <CancelButton run={run} size="small" subject={nameOf(run)} />,
  },
];

function RunCell({ run }: { run: OperationRow }) {
  return (
    // 24 px from one link's middle to the next one's: the closest that WCAG 2.2 AA allows.
    <Stack gap="SNudge">
      <AppLink href={paths.run(run.id)} strong>
        {run.label}
      </AppLink>
      {run.tenant === null ? (
        <Quiet>{texts.operations.workspaceRun}</Quiet>
      ) : (
        <span>
          <AppLink href={paths.tenant(run.tenant.id)}>{run.tenant.name}</AppLink>
        </span>
      )}
    </Stack>
  );
}

function StateCell({ run }: { run: OperationRow }) {
  const styles = useStyles();
  const { status, progress } = run;
  const done = texts.run.stepsDone(progress.completed, progress.total, progress.unit);
  return (
    <div className={styles.line}>
      <RunBadges run={run} />
      <Quiet>
        <RunTime run={run} />
      </Quiet>
      {status === 'RUNNING' && <InlineProgress {...progress} label={done} />}
    </div>
  );
}

const nameOf = ({ label, tenant }: OperationRow) => texts.run.title(label, tenant?.name ?? null);
