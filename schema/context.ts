import type { SignIn } from '../core/access/access.ts';
import type { Delivery } from '../flows/live/watch-run.ts';
import type { View } from '../flows/view.ts';
import type { Flows } from './flows.ts';
import type { Loaders } from './loaders.ts';

export type RunState = NonNullable<Extract<Delivery, { readonly kind: 'state' }>['state']>;

/**
 * What a resolver can reach. `view`, `signIn` and `loaders` throw UNAUTHENTICATED when nobody is signed in, so a
 * resolver that touches data cannot forget to ask.
 */
export interface RequestContext {
  readonly requestId: string;
  readonly signIn: SignIn;
  readonly view: View;
  readonly loaders: Loaders;
  readonly flows: Flows;
  /** Origin under which people open the web application, without a trailing slash. */
  readonly publicUrl: string;
  /**
   * Forgets what was loaded: after a write, and before each event of a subscription, which outlives any cache. With a
   * state, everything that follows reads the run as it is there.
   */
  refresh(state?: RunState | null): void;
}
