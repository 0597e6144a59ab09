import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { paths } from '../paths.ts';
import { texts } from '../texts.ts';
import { AppLink } from '../ui/links.tsx';
import { Panel } from '../ui/panel.tsx';
import { noteFleet, useFleet } from './fleet-verification.ts';

const useStyles = makeStyles({
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  },
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  quiet: { color: tokens.colorNeutralForeground3 },
});

export interface FleetProgressProps {
  readonly workspaceId: string;
  /** Tenants of the workspace whose verification is under way: somebody else's count too, so it is never said to be less. */
  readonly running: number;
}

/** Counts down while many tenants are verified, and says how it went. */
export function FleetProgress({ workspaceId, running }: FleetProgressProps) {
  const styles = useStyles();
  const fleet = useFleet(workspaceId);
  if (fleet === null) return null;
  const { total, scopeBusy, blocked } = fleet;
  const left = Math.min(running, total);
  const { bulkTitle, bulkLeft, bulkDone, bulkNone, bulkBusy, bulkBlocked, bulkSeeBlocked } = texts.workspace;
  const sentence = total === 0 ? bulkNone : left > 0 ? bulkLeft(left, total) : bulkDone(total);
  return (
    <Panel
      title={bulkTitle}
      aside={
        <Button size="small" appearance="subtle" onClick={() => noteFleet(null)}>
          {texts.workspace.bulkDismiss}
        </Button>
      }
    >
      <div className={styles.body}>
        <span role="status">{sentence}</span>
        {total > 0 && <ProgressBar value={total - left} max={total} aria-label={bulkTitle} />}
        <div className={styles.line}>
          {scopeBusy > 0 && <span className={styles.quiet}>{bulkBusy(scopeBusy)}</span>}
          {blocked > 0 && (
            <span className={styles.quiet}>
              {bulkBlocked(blocked)}{' '}
              <AppLink href={`${paths.operations(workspaceId)}?outcome=blocked`}>{bulkSeeBlocked}</AppLink>
            </span>
          )}
        </div>
      </div>
    </Panel>
  );
}
