import type { RunState } from '../../core/runs/run.ts';

/** An answer for everyone needed something that only a single viewer's answer can contain. */
export class ViewerNeeded extends Error {
  override readonly name = 'ViewerNeeded';
  override readonly message = 'this depends on who is asking';
}

/**
 * Creates Views that contain one state and no one's rights. What can be answered from it is the same for everyone who
 * may see the state; everything else is refused with ViewerNeeded. `template` is any View: it tells what there is to
 * refuse.
 */
export function createViewOfNobody<V extends object>(template: V): (state: RunState) => V {
  const refuse = () => Promise.reject(new ViewerNeeded());
  const refusing = {} as Record<string, unknown>;
  // A View's reads are inherited.
  for (const name in template) refusing[name] = refuse;
  Object.defineProperty(refusing, 'viewer', {
    get: () => {
      throw new ViewerNeeded();
    },
  });
  return (state) => {
    const { id } = state.run;
    const own =
      <T>(what: T) =>
      (ids: readonly number[]) =>
        ids.every((asked) => asked === id) ? Promise.resolve(ids.map(() => what)) : refuse();
    const runs = own(state.run);
    return Object.assign(Object.create(refusing) as V, {
      runsById: runs,
      wholeRunsById: runs,
      runScopes: (ids: readonly number[]) => own({ id, scope: state.scope })(ids),
      reportDocuments: (ids: readonly number[]) => own({ id, document: state.document })(ids),
    });
  };
}
