import { createContext, useContext, useEffect, useSyncExternalStore } from 'react';
import type { LiveSocket, LiveState } from './socket.ts';

const LiveContext = createContext<LiveSocket | null>(null);
export const LiveProvider = LiveContext.Provider;

export function useLiveState(): LiveState {
  const { onStateChange, state } = useLiveSocket();
  return useSyncExternalStore(onStateChange, state);
}

/** While a connection was lost, things happened that no subscription tells afterwards: ask again. */
export function useOnReconnected(askAgain: () => void): void {
  const { onReconnected } = useLiveSocket();
  useEffect(() => onReconnected(askAgain), [onReconnected, askAgain]);
}

function useLiveSocket(): LiveSocket {
  const socket = useContext(LiveContext);
  if (socket === null) throw new Error('LiveProvider is missing above this component.');
  return socket;
}
