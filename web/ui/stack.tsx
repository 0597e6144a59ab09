import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  XXS: { gap: tokens.spacingVerticalXXS },
  XS: { gap: tokens.spacingVerticalXS },
  SNudge: { gap: tokens.spacingVerticalSNudge },
  S: { gap: tokens.spacingVerticalS },
  M: { gap: tokens.spacingVerticalM },
  L: { gap: tokens.spacingVerticalL },
  XL: { gap: tokens.spacingVerticalXL },
  padded: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}` },
  breaking: { overflowWrap: 'anywhere' },
});

export interface StackProps {
  readonly children: ReactNode;
  readonly as?: 'div' | 'span' | 'li';
  /** One of Fluent's vertical spacings; none between the lines of one thing. */
  readonly gap?: 'XXS' | 'XS' | 'SNudge' | 'S' | 'M' | 'L' | 'XL';
  /** The content of a panel, which leaves the padding to it. */
  readonly padded?: boolean;
  /** Holds names and addresses: they break anywhere rather than widen a narrow window. */
  readonly breaking?: boolean;
  readonly className?: string;
}

/** One thing below the other. */
export function Stack(props: StackProps) {
  const { children, as: Element = 'div', gap, padded = false, breaking = false, className } = props;
  const styles = useStyles();
  const look = mergeClasses(
    styles.stack,
    gap && styles[gap],
    padded && styles.padded,
    breaking && styles.breaking,
    className,
  );
  return <Element className={look}>{children}</Element>;
}
