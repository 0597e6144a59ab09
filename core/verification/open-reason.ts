import type { NamedFact } from '../reasons/sentences.ts';

/** What keeps a tenant from being ready, as its row in `tenant_standing` holds it: one for each code. */
export interface OpenReason {
  readonly code: string;
  /** A check that failed for it keeps the tenant from being managed at all. */
  readonly blocks: boolean;
  /** Of all its checks, each once. */
  readonly facts: readonly NamedFact[];
  readonly checks: readonly {
    readonly key: string;
    /** When its acknowledgement ends: `infinity` without an end, null without an acknowledgement. */
    readonly acknowledged_until: string | null;
  }[];
}
