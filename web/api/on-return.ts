import { useEffect } from 'react';

/** Someone comes back to the tab, often from where they changed what it shows: another tab, another window. */
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
