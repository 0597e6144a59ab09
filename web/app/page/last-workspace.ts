import { useSyncExternalStore } from 'react';
import { idOf, rowOf } from '../../paths.ts';

/** The workspace someone was in last: where `/` leads, and what the header names on pages that are not in its address. */
const key = 'tenantatlas.workspace';
const listeners = new Set<() => void>();
let last = read();

export function rememberWorkspace(id: string): void {
  if (id === last) return;
  last = id;
  for (const listener of listeners) listener();
  try {
    localStorage.setItem(key, id);
  } catch {
    // Storage may be forbidden: then it is remembered until the page is closed.
  }
}

export function useLastWorkspace(): string | null {
  return useSyncExternalStore(subscribe, () => last);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): string | null {
  try {
    const id = localStorage.getItem(key);
    // Versions before this one kept the plain row number.
    return id && idOf('workspace', rowOf(id));
  } catch {
    return null;
  }
}
