import type { Viewer } from '../../core/access/access.ts';
import type { OperationRun, RunScope, RunState } from '../../core/runs/run.ts';

/** What of a View shows a run. */
export interface RunReads {
  readonly viewer: Viewer;
  readonly runsById: (ids: readonly number[]) => Promise<OperationRun[]>;
  readonly runScopes: (ids: readonly number[]) => Promise<{ id: number; scope: RunScope }[]>;
  readonly reportDocuments: (ids: readonly number[]) => Promise<{ id: number; document: unknown }[]>;
}

/**
 * A viewer's View in which one run is as a delivery found it: the event shows the state it announces and not a later
 * one, whatever happens while it is executed.
 */
export function viewOfState<V extends RunReads>(state: RunState, rest: V): V {
  const { id } = state.run;
  const beside = <T>(ids: readonly number[], own: T, list: (ids: readonly number[]) => Promise<T[]>) => {
    const others = ids.filter((other) => other !== id);
    const ours = others.length === ids.length ? [] : [own];
    return others.length === 0 ? Promise.resolve(ours) : list(others).then((rows) => [...ours, ...rows]);
  };
  return {
    ...rest,
    runsById: (ids) => beside(ids, state.run, rest.runsById),
    runScopes: (ids) => beside(ids, { id, scope: state.scope }, rest.runScopes),
    reportDocuments: (ids) => beside(ids, { id, document: state.document }, rest.reportDocuments),
  };
}

/** What an answer for everyone asked that only one viewer's answer can tell. */
export class ViewerNeeded extends Error {
  override readonly name = 'ViewerNeeded';
  override readonly message = 'this depends on who is asking';
}

/**
 * A View that holds one state and no one's rights. What can be answered from it is the same for everyone who may see
 * the state; everything else is refused with ViewerNeeded. `template` is any View: it tells what there is to refuse.
 */
export function viewOfNobody<V extends RunReads>(state: RunState, template: V): V {
  const refuse = () => Promise.reject(new ViewerNeeded());
  const refusing = Object.fromEntries(Object.keys(template).map((name) => [name, refuse]));
  const view = viewOfState(state, refusing as unknown as V);
  return Object.defineProperty(view, 'viewer', {
    get: () => {
      throw new ViewerNeeded();
    },
  });
}
