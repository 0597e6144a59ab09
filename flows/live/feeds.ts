import type { RunState } from '../../core/runs/run.ts';
import type { Head } from '../../db/runs/live.ts';
import type { Subject, Watch } from './watch.ts';

/** Everyone who watches the same run, tenant or workspace, and the versions they have been offered. */
export interface Feed {
  readonly watches: Set<Watch>;
  /** Version by run. For a tenant or workspace also past runs; the oldest are forgotten first. */
  readonly known: Map<number, number>;
  /** A tenant's latest run; changes of older ones do not interest those who watch the tenant. */
  latestRunId: number;
}

/** Enough for everything that runs at once; a run that is forgotten has ended long ago, and is not announced again. */
const maxKnownRuns = 10_000;

export interface Feeds {
  join(watch: Watch): void;
  /** Safe to repeat. */
  leave(watch: Watch): void;
  find(subject: Pick<Subject, 'kind' | 'id'>): Feed | undefined;
  /** The feeds to which a change of this run belongs. */
  concernedBy(state: RunState): Feed[];
  ids(kind: Subject['kind']): number[];
  readonly watches: ReadonlySet<Watch>;
}

export function createFeeds(): Feeds {
  const feeds: Record<Subject['kind'], Map<number, Feed>> = {
    run: new Map(),
    tenant: new Map(),
    workspace: new Map(),
    access: new Map(),
  };
  const watches = new Set<Watch>();
  return {
    watches,
    join(watch) {
      const { kind, id } = watch.subject;
      const feed = feeds[kind].get(id) ?? { watches: new Set(), known: new Map(), latestRunId: 0 };
      feeds[kind].set(id, feed);
      feed.watches.add(watch);
      watches.add(watch);
    },
    leave(watch) {
      const { kind, id } = watch.subject;
      watches.delete(watch);
      const feed = feeds[kind].get(id);
      feed?.watches.delete(watch);
      if (feed?.watches.size === 0) feeds[kind].delete(id);
    },
    find: ({ kind, id }) => feeds[kind].get(id),
    concernedBy({ run }) {
      const tenantFeed = run.tenantId === null ? undefined : feeds.tenant.get(run.tenantId);
      const isLatest = tenantFeed !== undefined && run.id >= tenantFeed.latestRunId;
      return [
        feeds.run.get(run.id),
        isLatest ? tenantFeed : undefined,
        feeds.workspace.get(run.workspaceId),
      ].filter((feed) => feed !== undefined);
    },
    ids: (kind) => [...feeds[kind].keys()],
  };
}

export function isNews({ known }: Feed, { id, version }: { id: number; version: number }): boolean {
  return version > (known.get(id) ?? 0);
}

/** To be called after the state has been offered, not before: a look that failed half-way is repeated. */
export function remember(feed: Feed, { run: { id, version } }: RunState): void {
  const { known } = feed;
  feed.latestRunId = Math.max(feed.latestRunId, id);
  known.delete(id);
  known.set(id, version);
  if (known.size <= maxKnownRuns) return;
  for (const oldest of known.keys()) {
    known.delete(oldest);
    return;
  }
}

/** During the first look, everything is news, and nothing is missed. */
export function hasBeenShown({ watches }: Feed): boolean {
  return [...watches].some(({ isJoining }) => !isJoining);
}

/** Whether the sweep has found something that no one has been offered. */
export function isMissed(feed: Feed, { runId, version }: Head): boolean {
  return runId !== null && version !== null && isNews(feed, { id: runId, version });
}
