import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Stack } from './stack.tsx';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  },
  above: {
    minHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  below: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    minHeight: '24px',
    marginTop: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)',
    alignItems: 'start',
    gap: tokens.spacingHorizontalXL,
    '@media (max-width: 960px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

export function Page({ children }: { children: ReactNode }) {
  return <Stack gap="XL">{children}</Stack>;
}

export interface PageHeadProps {
  /** Where the page belongs: a link to the thing above it. */
  readonly above?: ReactNode;
  readonly title: ReactNode;
  /** Badges and a few words. */
  readonly below?: ReactNode;
  readonly actions?: ReactNode;
}

export function PageHead({ above, title, below, actions }: PageHeadProps) {
  const styles = useStyles();
  return (
    <header className={styles.head}>
      <Stack gap="XS">
        {above !== undefined && <div className={styles.above}>{above}</div>}
        <h1 className={styles.title}>{title}</h1>
        {below !== undefined && <div className={styles.below}>{below}</div>}
      </Stack>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}

/** What the page is about at the left, what belongs to it at the right; one below the other in a narrow window. */
export function Columns({ main, side }: { main: ReactNode; side: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.columns}>
      <Stack gap="XL">{main}</Stack>
      <Stack gap="XL">{side}</Stack>
    </div>
  );
}
