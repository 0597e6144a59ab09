import type { SignIn } from '../core/access/access.ts';
import type { RunState } from '../core/runs/run.ts';
import type { Flows } from '../flows/flows.ts';
import type { SharedCounts } from '../flows/tenants/shared-counts.ts';
import type { View } from '../flows/view.ts';
import type { Budget } from './budget.ts';
import type { Loaders } from './loaders.ts';

/**
 * What a resolver can reach. `view`, `signIn` and `loaders` throw UNAUTHENTICATED when no one is signed in, so a
 * resolver that touches data cannot forget to ask.
 */
export interface RequestContext {
  readonly requestId: string;
  readonly signIn: SignIn;
  readonly view: View;
  readonly loaders: Loaders;
  readonly flows: Flows;
  readonly budget: Budget;
  readonly counts: SharedCounts;
  /** Origin under which people open the web application, without a trailing slash. */
  readonly publicUrl: string;
  /**
   * Forgets what was loaded: after a write, and before each event of a subscription, which outlives any cache. With a
   * state, everything that follows reads the run as it is there.
   */
  refresh(state?: RunState | null): void;
}
