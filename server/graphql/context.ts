import type { SignIn, Viewer } from '../../core/access/access.ts';
import { unauthenticated } from '../../core/fault.ts';
import type { RunState } from '../../core/runs/run.ts';
import { showState, type ViewSource } from '../../flows/access/view-source.ts';
import type { Flows } from '../../flows/flows.ts';
import { createViewOfNobody, ViewerNeeded } from '../../flows/live/state-view.ts';
import type { SharedCounts } from '../../flows/tenants/shared-counts.ts';
import { createView, type View } from '../../flows/view.ts';
import type { RequestContext } from '../../schema/context.ts';
import { createLoaders, type Loaders } from '../../schema/loaders.ts';
import { payInTurn } from './bounded-view.ts';
import { createBudget, type SpentBudget } from './budget.ts';
import type { Turns } from './turns.ts';

export interface BudgetedContext extends RequestContext {
  readonly budget: SpentBudget;
}

export interface ContextDependencies extends ViewSource {
  readonly flows: Flows;
  readonly publicUrl: string;
  readonly counts: SharedCounts;
  /** Of one person's reads. */
  readonly turns: Turns<number>;
}

/** `signIn` null: no one is signed in, and whatever touches data fails with UNAUTHENTICATED. */
export function createRequestContext(
  { flows, publicUrl, counts, turns, ...source }: ContextDependencies,
  signIn: SignIn | null,
  requestId: string,
): BudgetedContext {
  const budget = createBudget();
  const read = (viewer: Viewer) => createView(source, viewer, payInTurn(viewer.userId, budget, turns));
  let view: View | null = null;
  let loaders: Loaders | null = null;
  const context: BudgetedContext = {
    budget,
    requestId,
    publicUrl,
    flows,
    counts,
    get signIn() {
      if (signIn === null) throw unauthenticated();
      return signIn;
    },
    get view() {
      view ??= read(this.signIn.viewer);
      return view;
    },
    get loaders() {
      loaders ??= createLoaders(this.view, budget);
      return loaders;
    },
    refresh(state = null) {
      view = read(this.signIn.viewer);
      if (state !== null) showState(view, state);
      loaders = null;
    },
  };
  // Apollo copies the context with Object.assign. That would read every getter once and for all, and refuse whoever is
  // not signed in before anything was asked; inherited ones it leaves alone.
  return Object.create(context) as BudgetedContext;
}

/** Makes contexts for answers that everyone gets who may see the state. Reaching for a viewer fails with ViewerNeeded. */
export function createSharedContexts({ flows, publicUrl, counts, ...source }: ContextDependencies) {
  const viewOf = createViewOfNobody(createView(source, { userId: 0, workspaceId: null, scopes: null }));
  return (state: RunState): BudgetedContext => {
    const budget = createBudget();
    const view = viewOf(state);
    return {
      budget,
      requestId: 'shared',
      publicUrl,
      flows,
      counts,
      view,
      loaders: createLoaders(view, budget),
      get signIn(): SignIn {
        throw new ViewerNeeded();
      },
      refresh: () => undefined,
    };
  };
}
