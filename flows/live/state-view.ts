import type { RunState } from '../../db/runs/live.ts';
import type { View } from '../view.ts';

/**
 * A viewer's View in which one run is as a delivery found it: the event shows the state it announces and not a later
 * one, whatever happens while it is executed.
 */
export function viewOfState(state: RunState, rest: View): View {
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

/** What an answer for everybody asked that only one viewer's answer can tell. */
export class ViewerNeeded extends Error {
  override readonly name = 'ViewerNeeded';
  override readonly message = 'this depends on who is asking';
}

/**
 * A View that holds one state and nobody's rights. What can be answered from it is the same for everyone who may see
 * the state; everything else is refused with ViewerNeeded. `template` is any View: it tells what there is to refuse.
 */
export function viewOfNobody(state: RunState, template: View): View {
  const refuse = () => Promise.reject(new ViewerNeeded());
  const refusing = Object.fromEntries(Object.keys(template).map((name) => [name, refuse]));
  const view = viewOfState(state, refusing as unknown as View);
  return Object.defineProperty(view, 'viewer', {
    get: () => {
      throw new ViewerNeeded();
    },
  });
}
