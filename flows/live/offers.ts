import { notFound } from '../../core/fault.ts';
import type { RunState } from '../../core/runs/run.ts';
import type { Head } from '../../db/runs/live.ts';
import type { DecidedAccess, Question } from './access.ts';
import { isNews, type Feed, type Feeds } from './feeds.ts';
import { concerns, deliver, endWatch, toFault, type Scope, type Watch } from './watch.ts';
import type { Dirty } from './dirty.ts';

/** Something a watch should get if its viewer may see it. */
export interface Offer {
  readonly watch: Watch;
  /** undefined: only the question whether the watch may continue. */
  readonly state: RunState | null | undefined;
  readonly question: Question;
}

/** Later than any epoch: the database is asked, whatever was decided before. */
const now = Number.MAX_SAFE_INTEGER;

interface Look {
  readonly feeds: Feeds;
  readonly dirty: Dirty;
  readonly heads: readonly Head[];
  readonly states: ReadonlyMap<number, RunState>;
}

/** Who should get what from this look. Ends the watches of runs and tenants that do not exist. */
export function makeOffers(look: Look): Offer[] {
  const { feeds, dirty, heads, states } = look;
  for (const head of heads) {
    const feed = head.kind === 'tenant' ? feeds.find(head) : undefined;
    if (feed !== undefined) feed.latestRunId = Math.max(feed.latestRunId, head.runId ?? 0);
  }
  const offers: Offer[] = [];
  const sorted = [...states.values()].sort((a, b) => a.run.id - b.run.id);
  for (const state of sorted) {
    for (const feed of feeds.concernedBy(state)) offers.push(...offersOf(feed, state, dirty));
  }
  for (const watch of dirty.joining) offers.push(...offersToJoining(watch, look));
  offers.push(...offersToRecheck(look));
  return offers;
}

/** A watch that joined after this look was started waits for its own. */
function* offersOf(feed: Feed, state: RunState, { joining }: Dirty): Generator<Offer> {
  const { run, accessEpoch: epoch } = state;
  const news = isNews(feed, run);
  for (const watch of feed.watches) {
    const isDue = watch.isJoining ? joining.has(watch) : news;
    if (!isDue || watch.hasEnded || !concerns(watch, state)) continue;
    const { workspaceId, tenantId } = run;
    if (watch.subject.kind !== 'workspace') watch.scope = { workspaceId, tenantId };
    yield { watch, state, question: { signIn: watch.signIn, workspaceId, tenantId, epoch } };
  }
}

function* offersToJoining(watch: Watch, { feeds, heads, states }: Look): Generator<Offer> {
  const { subject } = watch;
  if (watch.hasEnded) return;
  if (subject.kind === 'workspace' || subject.kind === 'access') {
    if (watch.scope !== null) yield recheck(watch, watch.scope);
    return;
  }
  if (subject.kind === 'run') {
    if (!states.has(subject.id)) refuse(feeds, watch);
    return;
  }
  const head = heads.find(({ kind, id }) => kind === 'tenant' && id === subject.id);
  if (head === undefined) {
    refuse(feeds, watch);
    return;
  }
  watch.scope = { workspaceId: head.workspaceId, tenantId: subject.id };
  if (head.runId === null) yield { ...recheck(watch, watch.scope), state: null };
}

function* offersToRecheck({ feeds, dirty }: Look): Generator<Offer> {
  for (const watch of dirty.rechecked) if (watch.scope !== null) yield recheck(watch, watch.scope);
  if (dirty.workspaceIds.size === 0) return;
  for (const watch of feeds.watches) {
    const { scope } = watch;
    if (scope !== null && dirty.workspaceIds.has(scope.workspaceId)) yield recheck(watch, scope);
  }
}

function recheck(watch: Watch, scope: Scope): Offer {
  return { watch, state: undefined, question: { signIn: watch.signIn, ...scope, epoch: now } };
}

function refuse(feeds: Feeds, watch: Watch): void {
  endWatch(watch, notFound());
  feeds.leave(watch);
}

const unanswered: DecidedAccess = { decision: 'not_found', rights: null };

/** Delivers what was allowed and ends the rest. Returns how much was delivered. */
export function settleOffers(
  feeds: Feeds,
  offers: readonly Offer[],
  decisions: readonly DecidedAccess[],
): number {
  let delivered = 0;
  for (const [index, { watch, state: offered }] of offers.entries()) {
    const { decision, rights } = decisions[index] ?? unanswered;
    if (watch.hasEnded) continue;
    const state = watch.subject.kind === 'access' ? newsOfAccess(watch, rights) : offered;
    // In a workspace others see more: what is not for this viewer is skipped silently.
    if (decision === 'not_found' && watch.subject.kind === 'workspace' && state !== undefined) continue;
    if (decision !== 'entitled') {
      endWatch(watch, toFault(decision));
      feeds.leave(watch);
    } else if (state !== undefined) {
      delivered += 1;
      if (!deliver(watch, state)) feeds.leave(watch);
    }
  }
  return delivered;
}

/** The epoch changes with anyone's membership or session: only what is different for this viewer is news. */
function newsOfAccess(watch: Watch, rights: string | null): null | undefined {
  if (rights === watch.rights) return undefined;
  watch.rights = rights;
  return null;
}
