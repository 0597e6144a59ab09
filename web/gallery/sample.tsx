import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { BadgeParts } from '../ui/badge.ts';

/** One of each meaning. */
export const badges: readonly BadgeParts[] = [
  { color: 'NEUTRAL', icon: 'clock', label: 'Queued' },
  { color: 'INFO', icon: 'arrow-sync', label: 'Running' },
  { color: 'SUCCESS', icon: 'checkmark-circle', label: 'Ready' },
  { color: 'WARNING', icon: 'warning', label: 'Needs attention' },
  { color: 'DANGER', icon: 'error-circle', label: 'Blocked' },
];

/** A name that does not fit into one line of a narrow window. */
export const longName = 'A customer whose name does not fit into one line of a narrow window';

export function noop(): void {
  // Nothing behind it in the gallery.
}

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  },
});

/** Small things side by side in a panel. */
export function Row({ children }: { children: ReactNode }) {
  return <div className={useStyles().row}>{children}</div>;
}
