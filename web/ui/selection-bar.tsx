import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, type ReactNode } from 'react';
import { texts } from '../texts.ts';

const useStyles = makeStyles({
  bar: {
    position: 'fixed',
    insetBlockEnd: tokens.spacingVerticalL,
    insetInlineStart: '50%',
    transform: 'translateX(-50%)',
    zIndex: 2,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    boxSizing: 'border-box',
    width: 'max-content',
    maxWidth: `calc(100vw - 2 * ${tokens.spacingHorizontalL})`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow16,
  },
  clear: { minWidth: 'auto' },
  count: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
});

/** The bar with its distance from the edge: what gets the focus must not end up under it. */
const covers = '112px';

export interface SelectionBarProps {
  /** What is selected; names the region. */
  readonly label: string;
  readonly count: number;
  /** What can be done with them. */
  readonly children: ReactNode;
  readonly onClear: () => void;
}

/** Stays in sight however far the list is scrolled. */
export function SelectionBar({ label, count, children, onClear }: SelectionBarProps) {
  const styles = useStyles();
  useEffect(() => {
    const { style } = document.documentElement;
    style.scrollPaddingBottom = covers;
    return () => void style.removeProperty('scroll-padding-bottom');
  }, []);
  return (
    <div className={styles.bar} role="region" aria-label={label}>
      <span className={styles.count} role="status">
        {texts.list.selected(count)}
      </span>
      {children}
      <Button className={styles.clear} appearance="subtle" onClick={onClear}>
        {texts.list.clearSelection}
      </Button>
    </div>
  );
}
