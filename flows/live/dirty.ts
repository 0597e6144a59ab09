import type { Watch } from './watch.ts';

/** What the next tick has to look at. */
export interface Dirty {
  readonly runIds: Set<number>;
  /** Workspaces whose access_epoch has changed: everyone in them is checked again. */
  readonly workspaceIds: Set<number>;
  /** Watches whose sign-in has changed. */
  readonly rechecked: Set<Watch>;
  /** Watches that wait for their snapshot. */
  readonly joining: Set<Watch>;
  readonly isEmpty: boolean;
}

export function createDirty(): Dirty {
  const dirty = {
    runIds: new Set<number>(),
    workspaceIds: new Set<number>(),
    rechecked: new Set<Watch>(),
    joining: new Set<Watch>(),
  };
  return {
    ...dirty,
    get isEmpty() {
      return Object.values(dirty).every(({ size }) => size === 0);
    },
  };
}

/** Adds what `from` contains, except watches that have ended in the meantime. */
export function mergeDirty(into: Dirty, from: Dirty): void {
  for (const id of from.runIds) into.runIds.add(id);
  for (const id of from.workspaceIds) into.workspaceIds.add(id);
  for (const watch of from.rechecked) if (!watch.hasEnded) into.rechecked.add(watch);
  for (const watch of from.joining) if (!watch.hasEnded) into.joining.add(watch);
}
