import type { ChangeFeed } from '../../db/engine/changes.ts';
import type { LiveHub } from '../../flows/live/hub.ts';
import type { Figures } from './metrics.ts';
import type { Subscriber } from '../graphql/subscriber.ts';

interface Live {
  readonly hub: Pick<LiveHub, 'figures'>;
  readonly feed: Pick<ChangeFeed, 'silenceMs' | 'rebuilds'>;
  readonly subscriber: Pick<Subscriber, 'figures'>;
  readonly sockets: { readonly sockets: number };
  readonly eventStreams: { readonly open: number };
}

/** A leak shows as `watches` that stay when sockets and event streams have gone. */
export function liveGauges({ hub, feed, sockets, eventStreams }: Live): Figures['gauges'] {
  return {
    tenantatlas_sockets: { help: 'Open WebSockets.', read: () => sockets.sockets },
    tenantatlas_event_streams: { help: 'Open server-sent event streams.', read: () => eventStreams.open },
    tenantatlas_watches: { help: 'Open subscriptions.', read: () => hub.figures.watching },
    tenantatlas_unread: { help: 'Events waiting for slow readers.', read: () => hub.figures.unread },
    tenantatlas_access_decisions: {
      help: 'Cached access decisions.',
      read: () => hub.figures.decisions,
    },
    tenantatlas_listen_silence_seconds: {
      help: 'Time since PostgreSQL was last heard on the LISTEN connection; past 8 it is rebuilt.',
      read: () => feed.silenceMs / 1_000,
    },
  };
}

export function liveCounters({ hub, feed, subscriber }: Live): Figures['counters'] {
  return {
    tenantatlas_hints_total: { help: 'Notifications received.', read: () => hub.figures.hints },
    tenantatlas_ticks_total: { help: 'Reads of what has changed.', read: () => hub.figures.ticks },
    tenantatlas_states_read_total: { help: 'Runs read for them.', read: () => hub.figures.statesRead },
    tenantatlas_deliveries_total: {
      help: 'Events handed to subscribers.',
      read: () => hub.figures.deliveries,
    },
    tenantatlas_missed_hints_total: {
      help: 'Changes noticed only by the sweep.',
      read: () => hub.figures.missedHints,
    },
    tenantatlas_live_failures_total: { help: 'Looks that failed.', read: () => hub.figures.failures },
    tenantatlas_resyncs_total: { help: 'Times LISTEN was restarted.', read: () => hub.figures.resyncs },
    tenantatlas_listen_rebuilds_total: {
      help: 'LISTEN connections closed after silence.',
      read: () => feed.rebuilds,
    },
    tenantatlas_subscription_answers_total: {
      help: 'Events answered.',
      read: () => subscriber.figures.answers,
    },
    tenantatlas_subscription_executions_total: {
      help: 'Executions for those answers: fewer when subscribers share them.',
      read: () => subscriber.figures.executions,
    },
  };
}
