import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
  small: { fontSize: tokens.fontSizeBase200 },
  padded: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}` },
});

export interface QuietProps {
  readonly children: ReactNode;
  readonly as?: 'span' | 'p' | 'div';
  readonly small?: boolean;
  /** Stands on its own in a panel, which leaves the padding to its content. */
  readonly padded?: boolean;
  readonly title?: string;
  /** Its place in what it stands in. */
  readonly className?: string;
}

/** Words of second rank: when, by whom, that there is nothing. */
export function Quiet(props: QuietProps) {
  const { children, as: Element = 'span', small = false, padded = false, title, className } = props;
  const styles = useStyles();
  return (
    <Element
      className={mergeClasses(styles.quiet, small && styles.small, padded && styles.padded, className)}
      title={title}
    >
      {children}
    </Element>
  );
}
