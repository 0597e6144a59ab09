import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

/** Out of sight but not removed: it is still read out. */
export const visuallyHidden = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const;

const useStyles = makeStyles({ hidden: visuallyHidden });

/** For those who listen to the page. With `live`, changes are read out when the reader pauses. */
export function VisuallyHidden({ children, live = false }: { children: ReactNode; live?: boolean }) {
  const styles = useStyles();
  return (
    <span className={styles.hidden} {...(live && { role: 'status', 'aria-live': 'polite' as const })}>
      {children}
    </span>
  );
}
