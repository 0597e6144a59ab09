import { useSyncExternalStore } from 'react';

/** What was started for many tenants at once. How far it is, the API counts by the runs. */
export interface FleetVerification {
  readonly workspaceId: string;
  /** New ones, and those that were under way already. */
  readonly runIds: readonly string[];
  readonly started: number;
  readonly deduped: number;
  readonly scopeBusy: number;
  readonly blocked: number;
}

/** Of this tab: it is still there on return from a tenant, and after a reload. */
const storageKey = 'tenantatlas.fleet-verification';
const listeners = new Set<() => void>();
let current = read();

export function noteFleet(fleet: FleetVerification | null): void {
  current = fleet;
  for (const listener of listeners) listener();
  try {
    if (fleet === null) sessionStorage.removeItem(storageKey);
    else sessionStorage.setItem(storageKey, JSON.stringify(fleet));
  } catch {
    // Storage may be forbidden or full: then it lasts until the page is reloaded.
  }
}

export function useFleet(workspaceId: string): FleetVerification | null {
  useSyncExternalStore(subscribe, () => current);
  return fleetOf(workspaceId);
}

export function fleetOf(workspaceId: string): FleetVerification | null {
  return current?.workspaceId === workspaceId ? current : null;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): FleetVerification | null {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey) ?? 'null') as FleetVerification | null;
  } catch {
    return null;
  }
}
