import { createContext, useContext, useEffect, useSyncExternalStore } from 'react';
import type { LiveSocket, LiveState } from './socket.ts';

const LiveContext = createContext<LiveSocket | null>(null);
export const LiveProvider = LiveContext.Provider;

export function useLiveState(): LiveState {
  const { onStateChange, state } = useLiveSocket();
  return useSyncExternalStore(onStateChange, state);
}

/**
 * What no subscription tells afterward: what happened while the connection was lost, and what the viewer may see and do
 * once their role is another. Ask again.
 */
export function useOnOutdated(refetch: () => void): void {
  const { onOutdated } = useLiveSocket();
  useEffect(() => onOutdated(refetch), [onOutdated, refetch]);
}

/** For what learns that pages show something out of date. */
export function useSayOutdated(): () => void {
  return useLiveSocket().sayOutdated;
}

function useLiveSocket(): LiveSocket {
  const socket = useContext(LiveContext);
  if (socket === null) throw new Error('LiveProvider is missing above this component.');
  return socket;
}
