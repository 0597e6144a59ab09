import { useSyncExternalStore } from 'react';

/** The part of the address that names a place on the page: next steps lead to `#credential` and `#consent`. */
export function useAddressHash(): string {
  return useSyncExternalStore(subscribe, () => location.hash.slice(1));
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}
