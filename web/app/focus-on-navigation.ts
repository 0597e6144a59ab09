import { useEffect, useRef, type RefObject } from 'react';
import { useLocation } from 'wouter';

/**
 * A new page without a page load: a person with a keyboard or a screen reader must end up in it, not on the link that is
 * gone. Going back keeps the browser's own scroll position.
 */
export function useFocusOnNavigation(main: RefObject<HTMLElement | null>): void {
  const [pathname] = useLocation();
  const last = useRef(pathname);
  const wentBack = useRef(false);
  useEffect(() => {
    const note = () => {
      // A step back within the page (a filter, a hash) restores nothing that the next page should keep.
      wentBack.current = location.pathname !== last.current;
    };
    addEventListener('popstate', note);
    return () => removeEventListener('popstate', note);
  }, []);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    main.current?.focus({ preventScroll: true });
    if (!wentBack.current) scrollTo(0, 0);
    wentBack.current = false;
  }, [pathname, main]);
}
