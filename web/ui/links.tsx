import { Link as FluentLink, Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { OpenRegular } from '@fluentui/react-icons/svg/open';
import { Link } from 'wouter';
import { isOwnPath } from '../paths.ts';
import { texts } from '../texts.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

const useStyles = makeStyles({
  strong: { fontWeight: tokens.fontWeightSemibold },
  // Long labels wrap instead of pushing the page wider than a 320 px window.
  button: { maxWidth: '100%', minWidth: 0, textAlign: 'start', whiteSpace: 'normal' },
});

/** A link within the app: no page load, but a real address for "open in a new tab". */
export function AppLink({ href, children, strong }: { href: string; children: ReactNode; strong?: boolean }) {
  const styles = useStyles();
  return (
    <Link href={href} asChild>
      <FluentLink className={mergeClasses(strong && styles.strong)}>{children}</FluentLink>
    </Link>
  );
}

export interface ButtonLinkProps {
  readonly href: string;
  readonly children: ReactNode;
  readonly icon?: ReactElement;
  readonly appearance?: 'primary' | 'secondary' | 'subtle';
  readonly size?: 'small' | 'medium';
}

/** Looks like a button because it is the next click; is a link because it leads somewhere. */
export function ButtonLink({
  href,
  children,
  icon,
  appearance = 'secondary',
  size = 'medium',
}: ButtonLinkProps) {
  const styles = useStyles();
  const look = { appearance, size, className: styles.button, ...(icon && { icon }) };
  if (isOwnPath(href)) {
    return (
      <Link href={href} asChild>
        <Button as="a" {...look}>
          {children}
        </Button>
      </Link>
    );
  }
  if (!/^https?:\/\//.test(href)) return <>{children}</>;
  return (
    <Button
      as="a"
      href={href}
      target="_blank"
      rel="noreferrer"
      {...look}
      icon={<OpenRegular />}
      iconPosition="after"
    >
      {children}
      <VisuallyHidden> {texts.parts.newTab}</VisuallyHidden>
    </Button>
  );
}
