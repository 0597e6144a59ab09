import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    maxWidth: '100%',
    // One below the other, each as wide as the list.
    '@media (max-width: 480px)': { width: '100%', '& > *': { flexGrow: 1 } },
  },
});

export interface FilterBarProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** Above a list: what of it is shown. */
export function FilterBar({ label, children }: FilterBarProps) {
  return (
    <div className={useStyles().bar} role="group" aria-label={label}>
      {children}
    </div>
  );
}
