import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({ list: { margin: 0, padding: 0, listStyleType: 'none' } });

export interface PlainListProps {
  readonly children: ReactNode;
  /** The order says something: steps, a history. */
  readonly ordered?: boolean;
  readonly label?: string;
  /** How its items stand: side by side, in a grid. Without it, one below the other. */
  readonly className?: string;
}

/** A list without the browser's marks and indents; screen readers still say how many items there are. */
export function PlainList({ children, ordered = false, label, className }: PlainListProps) {
  const styles = useStyles();
  const List = ordered ? 'ol' : 'ul';
  return (
    <List className={mergeClasses(styles.list, className)} aria-label={label}>
      {children}
    </List>
  );
}
