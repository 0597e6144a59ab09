import { skipToken, useQuery } from '@apollo/client/react';
import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { graphql } from '../../gql/gql.ts';
import { readFragment } from '../../gql/fragment-masking.ts';
import type { Readiness } from '../../gql/graphql.ts';
import { paths } from '../../paths.ts';
import { texts } from '../../texts.ts';
import { AppLink } from '../../ui/links.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { BadgeParts } from '../../ui/badge.ts';
import { PlainList } from '../../ui/plain-list.tsx';
import { Stack } from '../../ui/stack.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { FleetStarts } from './fleet-starts.tsx';
import { noteFleet, type FleetVerification } from './fleet-verification.ts';

const FleetCountsFragment = graphql(`
  fragment FleetCounts on Workspace {
    verificationProgress(runIds: $runIds) {
      total
      waiting
      ready
      needsAttention
      blocked
      withoutVerdict
    }
  }
`);

/** When the page opens; from then on its counts are asked for together (workspace-counts.ts). */
const FleetProgressQuery = graphql(`
  query FleetProgress($id: ID!, $runIds: [ID!]!) {
    workspace(id: $id) {
      id
      ...FleetCounts
    }
  }
`);

const useStyles = makeStyles({
  counts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    fontVariantNumeric: 'tabular-nums',
    // Nothing has ended yet: the line is there anyway, so that nothing moves when something has.
    minHeight: tokens.lineHeightBase300,
  },
  count: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
});

export interface FleetProgressProps {
  readonly fleet: FleetVerification;
  readonly badges: ReadonlyMap<Readiness, BadgeParts>;
  /** It is gone: the focus needs another place. */
  readonly onDismissed: () => void;
}

/** Counts down while many tenants are verified, and says how it went. */
export function FleetProgress({ fleet, badges, onDismissed }: FleetProgressProps) {
  const styles = useStyles();
  const { workspaceId, runIds } = fleet;
  const { data } = useQuery(
    FleetProgressQuery,
    runIds.length === 0 ? skipToken : { variables: { id: workspaceId, runIds: [...runIds] } },
  );
  const progress = readFragment(FleetCountsFragment, data?.workspace)?.verificationProgress;
  const total = progress?.total ?? runIds.length;
  const left = progress?.waiting ?? total;
  const dismiss = () => {
    noteFleet(null);
    onDismissed();
  };
  const { bulkNone, bulkTitle, bulkDone, bulkLeft, bulkDismiss } = texts.workspace;
  const title = total === 0 ? bulkNone : left > 0 ? bulkTitle(total) : bulkDone(total);
  return (
    <Panel
      title={title}
      aside={
        <Button size="small" appearance="subtle" onClick={dismiss}>
          {bulkDismiss}
        </Button>
      }
    >
      {/* The beginning and the end are read out; a countdown would never stop talking. */}
      <VisuallyHidden live>{title}</VisuallyHidden>
      <Stack gap="S" padded>
        {total > 0 && (
          <>
            <ProgressBar value={total - left} max={total} aria-label={bulkLeft(left, total)} />
            <PlainList className={styles.counts}>
              {left > 0 && <li>{bulkLeft(left, total)}</li>}
              {progress !== undefined && <Ends workspaceId={workspaceId} badges={badges} counts={progress} />}
              {progress !== undefined && progress.withoutVerdict > 0 && (
                <li>{texts.workspace.bulkWithoutVerdict(progress.withoutVerdict)}</li>
              )}
            </PlainList>
          </>
        )}
        <FleetStarts fleet={fleet} />
      </Stack>
    </Panel>
  );
}

const ends = [
  { readiness: 'BLOCKED', count: 'blocked' },
  { readiness: 'NEEDS_ATTENTION', count: 'needsAttention' },
  { readiness: 'READY', count: 'ready' },
] as const;

interface EndsProps {
  readonly workspaceId: string;
  readonly badges: ReadonlyMap<Readiness, BadgeParts>;
  readonly counts: Readonly<Record<(typeof ends)[number]['count'], number>>;
}

function Ends({ workspaceId, badges, counts }: EndsProps) {
  const styles = useStyles();
  return ends.map(({ readiness, count }) => {
    const badge = badges.get(readiness);
    if (badge === undefined || counts[count] === 0) return null;
    return (
      <li key={readiness} className={styles.count}>
        <StatusIcon badge={badge} />
        <AppLink href={`${paths.workspace(workspaceId)}?readiness=${readiness.toLowerCase()}`}>
          {texts.workspace.bulkEnded(counts[count], badge.label)}
        </AppLink>
      </li>
    );
  });
}
