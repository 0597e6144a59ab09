import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { paths } from '../paths.ts';
import { texts } from '../texts.ts';
import { readBadge } from '../ui/badge.ts';
import { AppLink } from '../ui/links.tsx';
import { Quiet } from '../ui/quiet.tsx';
import { StatusIcon } from '../ui/status-icon.tsx';
import { RelativeTime } from '../ui/time.tsx';
import { RunTime } from './timeline/run-time.tsx';

const RunRowFragment = graphql(`
  fragment RunRow on OperationRun {
    id
    version
    label
    status
    resultBadge {
      ...Badge
    }
    createdAt
    initiator {
      id
      displayName
    }
    ...RunTime
  }
`);

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    gap: `0 ${tokens.spacingHorizontalS}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    ':first-child': { borderTopStyle: 'none' },
    '& > svg': { fontSize: '20px' },
  },
  below: { gridColumn: '2 / -1' },
});

export interface RunRowProps {
  readonly run: FragmentType<typeof RunRowFragment>;
  /** Below it, once it has finished. */
  readonly children?: ReactNode;
}

/**
 * One run in the list of runs of something: what it was, what came of it, how long it took, and who started it when. Of a
 * verification that is what it found about the tenant: that it "succeeded" is no news about a blocked one.
 */
export function RunRow({ run, children }: RunRowProps) {
  const styles = useStyles();
  const shown = readFragment(RunRowFragment, run);
  const { id, label, status, resultBadge, createdAt, initiator } = shown;
  return (
    <li className={styles.row}>
      <StatusIcon badge={resultBadge} />
      <AppLink href={paths.run(id)}>
        {label}: {readBadge(resultBadge).label}
      </AppLink>
      <Quiet>
        <RunTime run={shown} />
      </Quiet>
      <Quiet small className={styles.below}>
        <RelativeTime at={createdAt} /> · {initiator?.displayName ?? texts.run.system}
      </Quiet>
      {status === 'COMPLETED' && children !== undefined && <div className={styles.below}>{children}</div>}
    </li>
  );
}
