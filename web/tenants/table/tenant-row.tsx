import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import { paths } from '../../paths.ts';
import { texts } from '../../texts.ts';
import { readBadge } from '../../ui/badge.ts';
import { InlineProgress } from '../../ui/inline-progress.tsx';
import { AppLink } from '../../ui/links.tsx';
import { Quiet } from '../../ui/quiet.tsx';
import { RowCheckbox } from '../../ui/row-checkbox.tsx';
import { Stack } from '../../ui/stack.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { RelativeTime } from '../../ui/time.tsx';
import { canVerify, VerifyButton } from '../../runs/start/verify-button.tsx';
import { narrow, useTableStyles } from './table-styles.ts';

const TenantRowFragment = graphql(`
  fragment TenantRow on Tenant {
    id
    name
    graphTenantId
    status
    statusBadge {
      ...Badge
    }
    readinessBadge {
      ...Badge
    }
    latestVerdict {
      id
      version
      resultBadge {
        ...Badge
      }
    }
    latestVerification {
      id
      ...LatestCell
    }
    ...VerifyButton
  }
`);

const LatestCellFragment = graphql(`
  fragment LatestCell on OperationRun {
    id
    version
    status
    verdict
    resultBadge {
      ...Badge
    }
    progress {
      completed
      total
    }
    createdAt
    completedAt
  }
`);

const useStyles = makeStyles({
  directory: {
    color: tokens.colorNeutralForeground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    [narrow]: { display: 'none' },
  },
  latest: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    '& > svg': { fontSize: '16px' },
  },
});

export interface TenantRowProps {
  readonly tenant: FragmentType<typeof TenantRowFragment>;
  readonly selected: boolean;
  /** The same function for all rows and at all times. */
  readonly onSelect: (tenantId: string, range: boolean) => void;
}

/** Memoised: the cache hands out the same object as long as nothing in the row has changed. */
export const TenantRow = memo(function TenantRow({ tenant, selected, onSelect }: TenantRowProps) {
  const styles = useStyles();
  const table = useTableStyles();
  const row = readFragment(TenantRowFragment, tenant);
  return (
    <div role="row" className={mergeClasses(table.row, table.bodyRow, selected && table.selected)}>
      <div role="cell" className={table.select}>
        <RowCheckbox
          label={texts.list.select(row.name)}
          checked={selected}
          disabled={!canVerify(row)}
          onToggle={(range) => onSelect(row.id, range)}
        />
      </div>
      <div role="cell" className={table.name}>
        <Stack breaking>
          <AppLink href={paths.tenant(row.id)} strong>
            {row.name}
          </AppLink>
          {row.graphTenantId !== null && <span className={styles.directory}>{row.graphTenantId}</span>}
        </Stack>
      </div>
      <div role="cell" className={table.readiness}>
        {/* An attempt under way is the next cell's: it does not take the verdict from the row. */}
        <StatusBadge badge={row.latestVerdict?.resultBadge ?? row.readinessBadge} />
        {row.status !== 'ACTIVE' && <Quiet>{readBadge(row.statusBadge).label}</Quiet>}
      </div>
      <div role="cell" className={table.latest}>
        {row.latestVerification === null ? (
          <Quiet>{texts.workspace.never}</Quiet>
        ) : (
          <Latest run={row.latestVerification} />
        )}
      </div>
      <div role="cell" className={table.actions}>
        <VerifyButton tenant={row} size="small" />
      </div>
    </div>
  );
});

function Latest({ run }: { run: FragmentType<typeof LatestCellFragment> }) {
  const styles = useStyles();
  const { id, status, verdict, resultBadge, progress, createdAt, completedAt } = readFragment(
    LatestCellFragment,
    run,
  );
  if (status !== 'COMPLETED') {
    const done = texts.workspace.checksDone(progress.completed, progress.total);
    return (
      <div className={styles.latest}>
        <AppLink href={paths.run(id)}>{readBadge(resultBadge).label}</AppLink>
        <InlineProgress {...progress} label={done} />
      </div>
    );
  }
  const time = <RelativeTime at={completedAt ?? createdAt} />;
  // The verdict is said already; without one, how the attempt ended is all there is to say.
  return verdict === null ? (
    <div className={styles.latest}>
      <StatusIcon badge={resultBadge} />
      <AppLink href={paths.run(id)}>{readBadge(resultBadge).label}</AppLink>
      <Quiet>{time}</Quiet>
    </div>
  ) : (
    <div className={styles.latest}>
      <AppLink href={paths.run(id)}>{time}</AppLink>
    </div>
  );
}
