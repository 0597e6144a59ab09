import { useEffect } from 'react';
import { texts } from '../texts.ts';
import type { Tone } from './badge.ts';

const favicons = {
  INFO: '/favicon-running.svg',
  SUCCESS: '/favicon-success.svg',
  WARNING: '/favicon-warning.svg',
  DANGER: '/favicon-danger.svg',
  NEUTRAL: '/favicon-neutral.svg',
} satisfies Record<Tone, string>;

/** The tab says what the page says: someone with twenty tabs sees which run needs them. */
export function useDocumentHead(title: string | null, tone: Tone | null = null): void {
  useEffect(() => {
    document.title = title === null ? texts.product : `${title} · ${texts.product}`;
  }, [title]);
  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('#favicon');
    icon?.setAttribute('href', tone === null ? '/favicon-idle.svg' : favicons[tone]);
  }, [tone]);
}

/** `Operations: Northwind`; someone with two customers' workspaces open tells the tabs apart. */
export function titleIn(title: string, workspace: { readonly name: string } | null | undefined): string {
  return workspace == null ? title : `${title}: ${workspace.name}`;
}
