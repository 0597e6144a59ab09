import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useCallback, useRef, useState, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { routes } from '../../paths.ts';
import { texts } from '../../texts.ts';
import { AccessWatch } from '../access-watch.tsx';
import { useKeepFocus } from '../keep-focus.ts';
import { LiveBadge } from './live-badge.tsx';
import { ProductMark } from './product-mark.tsx';
import { ThemeToggle } from './theme-toggle.tsx';
import { useFocusOnNavigation } from '../focus-on-navigation.ts';
import { useShortcuts } from './shortcuts.ts';
import { WorkspaceNav } from './workspace-nav.tsx';

const ShortcutHelp = lazy(async () => ({ default: (await import('./shortcut-help.tsx')).ShortcutHelp }));
/** The page comes first; menus are for a person who has seen it. */
const WorkspaceMenu = lazy(async () => ({ default: (await import('./account-menus.tsx')).WorkspaceMenu }));
const PersonMenu = lazy(async () => ({ default: (await import('./account-menus.tsx')).PersonMenu }));

const useStyles = makeStyles({
  skip: {
    position: 'absolute',
    insetInlineStart: tokens.spacingHorizontalM,
    top: '-100px',
    zIndex: 3,
    padding: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    borderRadius: tokens.borderRadiusMedium,
    ':focus': { top: tokens.spacingVerticalS },
  },
  header: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    height: '48px',
    boxSizing: 'border-box',
    padding: `0 ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 480px)': { padding: `0 ${tokens.spacingHorizontalS}` },
  },
  product: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '32px',
    marginInlineEnd: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  productName: { '@media (max-width: 480px)': { display: 'none' } },
  space: { flexGrow: 1 },
  // Its place before it is there, so that what stands beside it does not move.
  person: { minWidth: '36px' },
  main: {
    maxWidth: '1240px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXL} 64px`,
    outlineStyle: 'none',
    '@media (max-width: 640px)': { padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalM} 64px` },
  },
});

export interface ShellProps {
  readonly children: ReactNode;
}

/** Pages that everyone may see; the header asks for no viewer there. */
const publicPages: readonly string[] = [routes.signIn, routes.reportACode];

/** The frame around every page. */
export function Shell({ children }: ShellProps) {
  const styles = useStyles();
  const [pathname] = useLocation();
  const signedIn = !publicPages.includes(pathname);
  const main = useRef<HTMLElement>(null);
  const [helping, setHelping] = useState(false);
  const help = useCallback(() => setHelping(true), []);
  useFocusOnNavigation(main);
  useKeepFocus();
  useShortcuts(help);
  return (
    <>
      <a href="#main" className={styles.skip}>
        {texts.shell.skipToContent}
      </a>
      <header className={styles.header}>
        <Link href={routes.home} className={styles.product} aria-label={texts.product}>
          <ProductMark />
          <span className={styles.productName}>{texts.product}</span>
        </Link>
        {signedIn && (
          <Suspense>
            <WorkspaceMenu />
          </Suspense>
        )}
        <span className={styles.space} />
        <LiveBadge />
        <ThemeToggle />
        {signedIn && (
          <div className={styles.person}>
            <Suspense>
              <PersonMenu onHelp={help} />
            </Suspense>
          </div>
        )}
      </header>
      {signedIn && <WorkspaceNav />}
      {signedIn && <AccessWatch />}
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>
        {children}
      </main>
      {helping && (
        <Suspense>
          <ShortcutHelp onClose={() => setHelping(false)} />
        </Suspense>
      )}
    </>
  );
}
