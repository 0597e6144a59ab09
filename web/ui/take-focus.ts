import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

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

/** For a place that takes the focus when what had it goes: after the dialog has closed, which gives it back first. */
export function useTakeFocus(): {
  readonly ref: RefObject<HTMLElement | null>;
  readonly takeFocus: () => void;
} {
  const ref = useRef<HTMLElement>(null);
  const [times, setTimes] = useState(0);
  useEffect(() => {
    if (times > 0) ref.current?.focus();
  }, [times]);
  return { ref, takeFocus: () => setTimes((before) => before + 1) };
}
