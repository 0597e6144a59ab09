import { useEffect } from 'react';

/** Somebody comes back to the tab, often from where they have changed what it shows: another tab, another window. */
export function useOnReturn(askAgain: () => void): void {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') askAgain();
    };
    document.addEventListener('visibilitychange', look);
    addEventListener('focus', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      removeEventListener('focus', look);
    };
  }, [askAgain]);
}
