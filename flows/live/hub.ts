import type { SignIn } from '../../core/access/access.ts';
import { unauthenticated } from '../../core/fault.ts';
import type { Change, ChangeListener } from '../../db/engine/changes.ts';
import type { RunState } from '../../core/runs/run.ts';
import type { Head, LiveQueries } from '../../db/runs/live.ts';
import { createAccess } from './access.ts';
import { createFeeds, hasBeenShown, isMissed, isNews, remember } from './feeds.ts';
import { createMissedHints } from './missed-hints.ts';
import { makeOffers, settleOffers } from './offers.ts';
import { createWatch, endWatch, type Delivery, type Subject, type Watch } from './watch.ts';
import { createDirty, mergeDirty, type Dirty } from './dirty.ts';

/**
 * From hints to states. A hint marks what it names as dirty; one tick at a time reads everything dirty with one
 * statement and offers it to those who watch. Level-triggered: a lost hint delays (until the sweep), a duplicate
 * costs a read, and neither loses or invents a state.
 */
export interface LiveHub extends ChangeListener, AsyncDisposable {
  /**
   * Settles after the first look at the subject: rejects with the Fault that refuses it; otherwise the snapshot is
   * waiting.
   */
  watch(signIn: SignIn, subject: Subject): Promise<AsyncIterableIterator<Delivery>>;
  /** Figures that reveal a leak, a lost channel or a slow database. */
  readonly figures: Readonly<HubFigures>;
}

export interface HubFigures {
  /** Open streams. */
  watching: number;
  /** Deliveries waiting for slow readers. */
  unread: number;
  decisions: number;
  hints: number;
  ticks: number;
  statesRead: number;
  deliveries: number;
  resyncs: number;
  /** Changes that only the sweep has noticed. */
  missedHints: number;
  failures: number;
}

export interface HubOptions {
  readonly queries: LiveQueries;
  readonly now: () => Date;
  readonly onTrouble: (error: unknown) => void;
}

/** How long a lost hint can delay a state: 2 s ± 20 %, so that many processes do not sweep in step. */
const sweepMs = () => 2_000 * (0.8 + Math.random() * 0.4);
/** After a failed read (the database is restarting): often enough that no one waits for it, rarely enough to log. */
const retryMs = 500;
/**
 * A run that ended longer ago is not in a workspace's snapshot. A minute covers a client that reconnects, and for the
 * sweep a transaction that stayed open this long after it was given its `completed_at`.
 */
const recentMs = 60_000;

// eslint-disable-next-line max-lines-per-function -- one state that many short functions share
export function createLiveHub({ queries, now, onTrouble }: HubOptions): LiveHub {
  const access = createAccess(queries, now);
  const feeds = createFeeds();
  const epochs = new Map<number, number>();
  const count = { hints: 0, ticks: 0, statesRead: 0, deliveries: 0, resyncs: 0, failures: 0 };
  const missed = createMissedHints();
  let pending = createDirty();
  let current: Dirty | null = null;
  let timer: NodeJS.Timeout | NodeJS.Immediate | null = null;
  let ticking: Promise<void> | null = null;
  let sweep = setTimeout(sweepRegularly, sweepMs());
  let sweptAt = now().getTime();
  let isDisposed = false;

  /** Hints that arrive in the same turn of the event loop, or during a tick, are read together. */
  function wake(delayMs = 0): void {
    if (timer !== null || ticking !== null || isDisposed) return;
    timer = delayMs === 0 ? setImmediate(tick) : setTimeout(tick, delayMs);
  }

  function tick(): void {
    timer = null;
    const dirty = pending;
    pending = createDirty();
    current = dirty;
    ticking = carryOut(dirty)
      .then(() => 0)
      .catch((error: unknown) => {
        // Nothing is lost: what was dirty stays dirty.
        mergeDirty(pending, dirty);
        count.failures += 1;
        if (!isDisposed) onTrouble(error);
        return retryMs;
      })
      .then((delayMs) => {
        ticking = current = null;
        if (!pending.isEmpty) wake(delayMs);
      });
  }

  async function carryOut(dirty: Dirty): Promise<void> {
    count.ticks += 1;
    const heads = await readHeads(dirty);
    const asked = new Set(dirty.runIds);
    for (const { runId } of heads) if (runId !== null) asked.add(runId);
    const states = await queries.readStates([...asked]);
    count.statesRead += states.length;
    const offers = makeOffers({ feeds, dirty, heads, states: byId(states) });
    const decisions = await access.decide(offers.map(({ question }) => question));
    count.deliveries += settleOffers(feeds, offers, decisions);
    for (const state of states) {
      for (const feed of feeds.concernedBy(state)) if (isNews(feed, state.run)) remember(feed, state);
    }
    for (const watch of dirty.joining) finishJoining(watch);
  }

  async function readHeads({ joining }: Dirty): Promise<readonly Head[]> {
    const ids = (kind: Subject['kind']) =>
      [...new Set(joining)].filter(({ subject }) => subject.kind === kind).map(({ subject }) => subject.id);
    const tenantIds = [...new Set(ids('tenant'))];
    const workspaceIds = [...new Set(ids('workspace'))];
    if (tenantIds.length + workspaceIds.length === 0) return [];
    return await queries.compareHeads({
      runIds: [],
      tenantIds,
      workspaceIds,
      endedAfter: new Date(now().getTime() - recentMs),
    });
  }

  function finishJoining(watch: Watch): void {
    watch.isJoining = false;
    watch.open(null);
  }

  function sweepRegularly(): void {
    missed.settle();
    void sweepNow()
      .catch((error: unknown) => {
        count.failures += 1;
        if (!isDisposed) onTrouble(error);
      })
      .finally(() => {
        if (!isDisposed) sweep = setTimeout(sweepRegularly, sweepMs());
      });
  }

  /** Compares versions and epochs with one statement, however much is watched. */
  async function sweepNow(): Promise<void> {
    endExpired();
    if (feeds.watches.size === 0) {
      sweptAt = now().getTime();
      epochs.clear();
      return;
    }
    const startedAt = now().getTime();
    const heads = await queries.compareHeads({
      runIds: feeds.ids('run'),
      tenantIds: feeds.ids('tenant'),
      workspaceIds: [...feeds.ids('workspace'), ...feeds.ids('access')],
      endedAfter: new Date(Math.min(startedAt, sweptAt) - recentMs),
    });
    sweptAt = startedAt;
    for (const head of heads) compare(head);
    if (!pending.isEmpty) wake();
  }

  function compare(head: Head): void {
    const feed = feeds.find(head);
    if (feed !== undefined && head.runId !== null && isMissed(feed, head)) {
      const isHeard = pending.runIds.has(head.runId) || current?.runIds.has(head.runId) === true;
      if (!isHeard && hasBeenShown(feed)) missed.found(head.runId);
      pending.runIds.add(head.runId);
    }
    if (head.accessEpoch > (epochs.get(head.workspaceId) ?? -1)) {
      epochs.set(head.workspaceId, head.accessEpoch);
      pending.workspaceIds.add(head.workspaceId);
    }
  }

  function endExpired(): void {
    const time = now();
    for (const watch of feeds.watches) {
      const { expiresAt } = watch.signIn;
      if (expiresAt === null || expiresAt > time) continue;
      endWatch(watch, unauthenticated('The session or API token has expired. Sign in again.'));
      feeds.leave(watch);
    }
  }

  return {
    async watch(signIn, subject) {
      const watch = createWatch(signIn, subject, (returned) => {
        returned.hasEnded = true;
        feeds.leave(returned);
      });
      // Registered before the first read: a change in between marks it dirty instead of being missed.
      feeds.join(watch);
      pending.joining.add(watch);
      if (subject.kind === 'run') pending.runIds.add(subject.id);
      wake();
      const refusal = await watch.opened;
      if (refusal !== null) throw refusal;
      return watch.mailbox.iterator;
    },
    onChange(change) {
      count.hints += 1;
      if (change.what === 'run') missed.heard(change.id);
      if (feeds.watches.size === 0) return;
      markDirty(pending, change, feeds.watches);
      wake();
    },
    onResync() {
      count.resyncs += 1;
      void sweepNow().catch(onTrouble);
    },
    get figures() {
      let unread = 0;
      for (const { mailbox } of feeds.watches) unread += mailbox.unread;
      return {
        ...count,
        missedHints: missed.count,
        watching: feeds.watches.size,
        unread,
        decisions: access.decisions,
      };
    },
    async [Symbol.asyncDispose]() {
      isDisposed = true;
      clearTimeout(sweep);
      if (timer !== null) clearImmediate(timer as NodeJS.Immediate);
      if (timer !== null) clearTimeout(timer as NodeJS.Timeout);
      for (const watch of feeds.watches) {
        finishJoining(watch);
        watch.mailbox.close();
      }
      await ticking;
    },
  };
}

function markDirty(pending: Dirty, { what, id }: Change, watches: ReadonlySet<Watch>): void {
  if (what === 'run') pending.runIds.add(id);
  else if (what === 'access') pending.workspaceIds.add(id);
  else
    for (const watch of watches)
      if (watch.signIn.kind === what && watch.signIn.id === id) pending.rechecked.add(watch);
}

function byId(states: readonly RunState[]): ReadonlyMap<number, RunState> {
  return new Map(states.map((state) => [state.run.id, state]));
}
