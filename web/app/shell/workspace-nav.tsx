import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { paths, routes, workspaceIdIn } from '../../paths.ts';
import { texts } from '../../texts.ts';
import { useLastWorkspace } from '../page/last-workspace.ts';
import { PlainList } from '../../ui/plain-list.tsx';

const sections = [
  { path: paths.workspace, label: texts.shell.overview, also: '/tenants/' },
  { path: paths.operations, label: texts.shell.operations, also: '/operations/' },
  { path: paths.findings, label: texts.shell.findings, also: null },
  { path: paths.schedules, label: texts.shell.schedules, also: null },
  { path: paths.onboardings, label: texts.shell.onboarding, also: '/onboarding/' },
  { path: paths.members, label: texts.shell.members, also: null },
  { path: paths.auditLog, label: texts.shell.auditLog, also: null },
] as const;

const useStyles = makeStyles({
  // Its height is there before it is known which workspace it is for, so that the page does not move.
  nav: {
    position: 'relative',
    boxSizing: 'border-box',
    height: '40px',
    overflowX: 'auto',
    scrollbarWidth: 'none',
    // What lies beyond an edge fades out there, so that a narrow window does not hide that there is more.
    '@supports (animation-timeline: scroll())': {
      maskImage:
        'linear-gradient(to right, transparent, black var(--before), black calc(100% - var(--after)), transparent)',
      animationName: {
        from: { '--before': '0px', '--after': '32px' },
        to: { '--before': '32px', '--after': '0px' },
      },
      animationTimeline: 'scroll(self inline)',
      animationTimingFunction: 'linear',
    },
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  list: {
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    maxWidth: '1288px',
    margin: '0 auto',
    padding: `0 ${tokens.spacingHorizontalL}`,
    '@media (max-width: 640px)': { padding: `0 ${tokens.spacingHorizontalXS}` },
  },
  link: {
    display: 'block',
    padding: `0 ${tokens.spacingHorizontalS}`,
    lineHeight: '36px',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    borderBottom: `${tokens.strokeWidthThicker} solid transparent`,
    ':hover': { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1 },
    // There a transparent border is drawn, and every section would look like the current one.
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    ':hover': { borderBottomColor: tokens.colorCompoundBrandStroke },
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
});

/** The sections of the workspace one is in: by the address, else the one someone was in last. */
export function WorkspaceNav() {
  const styles = useStyles();
  const [pathname] = useLocation();
  const last = useLastWorkspace();
  const workspaceId = workspaceIdIn(pathname) ?? last;
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    // A narrow window shows some of the sections only. By hand: scrollIntoView would scroll the page as well.
    const current = nav.current?.querySelector<HTMLElement>('[aria-current]');
    if (current == null || nav.current === null) return;
    nav.current.scrollLeft = current.offsetLeft - (nav.current.clientWidth - current.offsetWidth) / 2;
  }, [pathname, workspaceId]);
  if (workspaceId === null || pathname === routes.home) return <div className={styles.nav} />;
  return (
    <nav ref={nav} className={styles.nav} aria-label={texts.shell.sections}>
      <PlainList className={styles.list}>
        {sections.map(({ path, label, also }) => {
          const href = path(workspaceId);
          const current = pathname === href || (also !== null && pathname.startsWith(also));
          return (
            <li key={label}>
              <Link
                href={href}
                className={mergeClasses(styles.link, current && styles.current)}
                {...(current && { 'aria-current': 'page' })}
              >
                {label}
              </Link>
            </li>
          );
        })}
      </PlainList>
    </nav>
  );
}
