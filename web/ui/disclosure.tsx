import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { useState, type ReactNode } from 'react';

const useStyles = makeStyles({
  summary: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    // 24 px: the smallest target that WCAG 2.2 AA allows.
    minHeight: '24px',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    cursor: 'pointer',
    listStyleType: 'none',
    '::-webkit-details-marker': { display: 'none' },
    ':hover': { color: tokens.colorNeutralForeground2BrandHover },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
    '& > svg:first-child': {
      fontSize: '12px',
      transitionProperty: 'transform',
      transitionDuration: tokens.durationFast,
    },
  },
  opened: { '& > svg:first-child': { transform: 'rotate(90deg)' } },
  content: { marginTop: tokens.spacingVerticalXS },
});

export interface DisclosureProps {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly openAtFirst?: boolean;
}

/** Its content is made only when it is opened, so that it may cost a request. */
export function Disclosure({ summary, children, openAtFirst = false }: DisclosureProps) {
  const styles = useStyles();
  const [open, setOpen] = useState(openAtFirst);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={mergeClasses(styles.summary, open && styles.opened)}>
        <ChevronRightRegular aria-hidden />
        {summary}
      </summary>
      {open && <div className={styles.content}>{children}</div>}
    </details>
  );
}
