import { useEffect } from 'react';

/** Somebody comes back to the tab, often from where they have changed what it shows: another tab, another window. */
export function useOnReturn(refetch: () => void): void {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') refetch();
    };
    document.addEventListener('visibilitychange', look);
    addEventListener('focus', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      removeEventListener('focus', look);
    };
  }, [refetch]);
}
