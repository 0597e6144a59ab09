import { useEffect } from 'react';

/** What may take the focus of something inside it: rows, panels and the page itself say so by `tabindex="-1"`. */
const fallbacks = '[tabindex="-1"]';

/**
 * A button that goes once its work is done (a run has ended, a filter is cleared, there is no more to load) would leave
 * a person with a keyboard at the top of the page. What was around it takes the focus instead, where the page has not
 * moved it already.
 */
export function useKeepFocus(): void {
  useEffect(() => {
    let around: readonly Element[] = [];
    const note = ({ target }: FocusEvent) => {
      around = target instanceof Element ? ancestorsOf(target) : [];
    };
    // Elements leave without any event. With every change of the page this costs two comparisons.
    const observer = new MutationObserver(() => {
      const [focused] = around;
      if (focused === undefined || focused.isConnected || document.activeElement !== document.body) return;
      const left = around.find((element) => element.isConnected);
      around = [];
      left?.closest<HTMLElement>(fallbacks)?.focus({ preventScroll: true });
    });
    document.addEventListener('focusin', note);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', note);
      observer.disconnect();
    };
  }, []);
}

/** From the element outwards. */
function ancestorsOf(element: Element): Element[] {
  const found = [];
  for (let each: Element | null = element; each !== null; each = each.parentElement) found.push(each);
  return found;
}
