import { useLayoutEffect } from 'react';

/**
 * For a dialog that is open as long as it is rendered: when it goes, the focus returns to what had it before. Asked for
 * in the layout phase, because Fluent moves the focus into the dialog right after it.
 */
export function useReturnFocus(): void {
  useLayoutEffect(() => {
    const opener = findLasting(document.activeElement);
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
}

/** An item goes with its menu; what lasts is the button that had opened that. */
function findLasting(opener: Element | null): Element | null {
  const buttonId = opener?.closest('[role=menu]')?.getAttribute('aria-labelledby');
  return buttonId == null ? opener : document.getElementById(buttonId);
}
