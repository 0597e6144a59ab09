import { useSyncExternalStore } from 'react';

/** What was started for many tenants at once. How far it is comes from the workspace's own count of running ones. */
export interface FleetVerification {
  readonly workspaceId: string;
  /** Tenants that have a run now: new ones, and those that had one already. */
  readonly total: number;
  readonly scopeBusy: number;
  readonly blocked: number;
}

/** Beside the page, so that it is still there when somebody comes back from a tenant. */
let current: FleetVerification | null = null;
const listeners = new Set<() => void>();

export function noteFleet(fleet: FleetVerification | null): void {
  current = fleet;
  for (const listener of listeners) listener();
}

export function useFleet(workspaceId: string): FleetVerification | null {
  const fleet = useSyncExternalStore(subscribe, () => current);
  return fleet?.workspaceId === workspaceId ? fleet : null;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
