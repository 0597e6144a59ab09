import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { texts } from '../texts.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

const useStyles = makeStyles({
  block: {
    maxWidth: '100%',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStencil1,
    animationName: { '0%, 100%': { opacity: 1 }, '50%': { opacity: 0.5 } },
    animationDuration: '2s',
    animationIterationCount: 'infinite',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
  },
});

/** A grey place for something of this size that is on its way. */
export function SkeletonBlock({ width, height }: { width: string; height: string }) {
  return <div className={useStyles().block} style={{ width, height }} aria-hidden />;
}

/** Around the skeleton of a page: says once, to those who do not see them, that the page is coming. */
export function Loading({ children }: { children: ReactNode }) {
  return (
    <>
      <VisuallyHidden live>{texts.loading}</VisuallyHidden>
      {children}
    </>
  );
}
