import type { Logger } from 'pino';
import type { Unreadable } from '../../core/provider/provider.ts';

export interface UnmappedCodes {
  /** Takes everything a provider could not read and keeps what the reason table does not know. */
  record(answer: Unreadable): void;
  readonly count: number;
}

/** For whoever maintains the reason table: how often, in /metrics, and what exactly, in the log. */
export function createUnmappedCodes(log: Logger): UnmappedCodes {
  let count = 0;
  return {
    record({ pointers }) {
      if (!pointers.some(({ kind }) => kind === 'reason_table_version')) return;
      count += 1;
      log.warn({ pointers }, 'Microsoft returned a code that is not in the reason table');
    },
    get count() {
      return count;
    },
  };
}
