import { makeStyles, tokens } from '@fluentui/react-components';
import { SkeletonBlock } from '../ui/skeleton.tsx';
import { Panel } from '../ui/panel.tsx';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    height: '69px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalMNudge} ${tokens.spacingHorizontalL}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  summary: {
    height: '40px',
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'center',
    padding: `0 ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

/** As many rows as a verification has checks today; one more or less moves nothing but the end of the panel. */
const usualChecks = 7;

export interface ReportSkeletonProps {
  readonly title: string;
  readonly checks?: number;
  /** Why there is nothing yet, when that is known. */
  readonly note?: string;
}

export function ReportSkeleton({ title, checks = usualChecks, note }: ReportSkeletonProps) {
  const styles = useStyles();
  return (
    <Panel title={title} aside={<SkeletonBlock width="96px" height="24px" />}>
      <div className={styles.summary}>{note ?? <SkeletonBlock width="160px" height="16px" />}</div>
      {Array.from({ length: checks }, (_, index) => (
        <div key={index} className={styles.row}>
          <SkeletonBlock width="180px" height="16px" />
          <SkeletonBlock width="320px" height="14px" />
        </div>
      ))}
    </Panel>
  );
}
