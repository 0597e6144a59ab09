import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { BadgeLook } from './badge.ts';
import { StatusIcon } from './status-icon.tsx';

const useStyles = makeStyles({
  message: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
    textAlign: 'center',
    textWrap: 'balance',
    '& > svg': { fontSize: '40px' },
  },
  wholePage: { paddingTop: '15vh' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  about: { margin: 0, maxWidth: '52ch', color: tokens.colorNeutralForeground2 },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'center',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalS,
  },
});

export interface MessageProps {
  readonly badge: BadgeLook;
  readonly title: string;
  readonly about?: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
  /** The message is all there is on the page: it gets the page's heading and more air. */
  readonly wholePage?: boolean;
}

/** Says in the middle of an empty place why it is empty and what to do. */
export function Message({ badge, title, about, actions, children, wholePage = false }: MessageProps) {
  const styles = useStyles();
  const Heading = wholePage ? 'h1' : 'h3';
  return (
    <div className={mergeClasses(styles.message, wholePage && styles.wholePage)}>
      <StatusIcon badge={badge} />
      <Heading className={styles.title}>{title}</Heading>
      {about !== undefined && <p className={styles.about}>{about}</p>}
      {children}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
