import type { SignIn } from '../core/access.ts';
import { unauthenticated } from '../core/fault.ts';
import type { Db } from '../db/client.ts';
import { createView, type View } from '../flows/view.ts';
import type { RequestContext } from '../schema/context.ts';
import type { Flows } from '../schema/flows.ts';
import { createLoaders, type Loaders } from '../schema/loaders.ts';

export interface ContextDependencies {
  readonly db: Db;
  readonly flows: Flows;
  readonly publicUrl: string;
}

/** `signIn` null: nobody is signed in, and whatever touches data fails with UNAUTHENTICATED. */
export function createRequestContext(
  { db, flows, publicUrl }: ContextDependencies,
  signIn: SignIn | null,
  requestId: string,
): RequestContext {
  let view: View | null = null;
  let loaders: Loaders | null = null;
  return {
    requestId,
    publicUrl,
    flows,
    get signIn() {
      if (signIn === null) throw unauthenticated();
      return signIn;
    },
    get view() {
      view ??= createView(db, this.signIn.viewer);
      return view;
    },
    get loaders() {
      loaders ??= createLoaders(this.view);
      return loaders;
    },
    refresh() {
      loaders = null;
    },
  };
}
