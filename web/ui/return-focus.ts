import { useLayoutEffect } from 'react';

/**
 * For a dialog that is open as long as it is rendered: when it goes, the focus returns to what had it before. Asked for
 * in the layout phase, because Fluent moves the focus into the dialog right after it.
 */
export function useReturnFocus(): void {
  useLayoutEffect(() => {
    const opener = document.activeElement;
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
}
