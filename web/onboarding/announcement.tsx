import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { StatusIcon } from '../ui/status-icon.tsx';

const icons = { SUCCESS: 'checkmark-circle', WARNING: 'warning', INFO: 'info' } as const;

const useStyles = makeStyles({
  place: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    '& > svg': { fontSize: '20px' },
  },
  SUCCESS: {
    backgroundColor: tokens.colorStatusSuccessBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusSuccessBorder1}`,
  },
  WARNING: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusWarningBorder1}`,
  },
  INFO: {
    backgroundColor: tokens.colorNeutralBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  words: { gridColumn: '2', color: tokens.colorNeutralForeground1 },
  title: { fontWeight: tokens.fontWeightSemibold },
});

export interface AnnouncementProps {
  readonly tone: keyof typeof icons;
  readonly title: string;
  readonly children?: ReactNode;
}

/** Something a step has to say about its state; it may change while it is read. */
export function Announcement({ tone, title, children }: AnnouncementProps) {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.place, styles[tone])} role="status">
      <StatusIcon badge={{ color: tone, icon: icons[tone] }} />
      <span className={styles.title}>{title}</span>
      {children !== undefined && <span className={styles.words}>{children}</span>}
    </div>
  );
}
