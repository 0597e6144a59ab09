import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Tone } from './badge.ts';
import { StatusIcon } from './status-icon.tsx';

const useStyles = makeStyles({
  notice: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusXLarge,
    '& > svg': { fontSize: '20px' },
  },
  DANGER: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusDangerBorder1}`,
  },
  WARNING: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusWarningBorder1}`,
  },
  INFO: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke2}`,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  body: { gridColumn: '2', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

const icons = { DANGER: 'error-circle', WARNING: 'warning', INFO: 'info' } satisfies Partial<
  Record<Tone, string>
>;

export interface NoticeProps {
  readonly tone: keyof typeof icons;
  readonly title: string;
  readonly children?: ReactNode;
}

/** Above the content it speaks of: something is wrong or special, and the rest of the page still holds. */
export function Notice({ tone, title, children }: NoticeProps) {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.notice, styles[tone])} role="group" aria-label={title}>
      <StatusIcon badge={{ color: tone, icon: icons[tone] }} />
      <h2 className={styles.title}>{title}</h2>
      {children !== undefined && <div className={styles.body}>{children}</div>}
    </div>
  );
}
