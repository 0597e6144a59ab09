import type { Watch } from './watch.ts';

/** What the next tick has to look at. */
export interface Work {
  readonly runIds: Set<number>;
  /** Workspaces whose access_epoch has moved: everybody in them is asked again. */
  readonly workspaceIds: Set<number>;
  /** Watches whose sign-in has changed. */
  readonly rechecked: Set<Watch>;
  /** Watches that wait for their snapshot. */
  readonly joining: Set<Watch>;
  readonly isEmpty: boolean;
}

export function createWork(): Work {
  const work = {
    runIds: new Set<number>(),
    workspaceIds: new Set<number>(),
    rechecked: new Set<Watch>(),
    joining: new Set<Watch>(),
  };
  return {
    ...work,
    get isEmpty() {
      return Object.values(work).every(({ size }) => size === 0);
    },
  };
}

/** Adds what `from` holds, except for watches that have ended meanwhile. */
export function mergeWork(into: Work, from: Work): void {
  for (const id of from.runIds) into.runIds.add(id);
  for (const id of from.workspaceIds) into.workspaceIds.add(id);
  for (const watch of from.rechecked) if (!watch.hasEnded) into.rechecked.add(watch);
  for (const watch of from.joining) if (!watch.hasEnded) into.joining.add(watch);
}
