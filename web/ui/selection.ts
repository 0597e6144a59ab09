import { useCallback, useReducer } from 'react';

export interface Selection {
  /** In the order of the list. */
  readonly ids: readonly string[];
  readonly has: (id: string) => boolean;
  /** Stays the same function, so that rows that have not changed are not drawn again. */
  readonly toggle: (id: string, range: boolean) => void;
  readonly setAll: (selected: boolean) => void;
  readonly isAll: boolean;
}

interface State {
  readonly picked: ReadonlySet<string>;
  /** Where a range begins: what was last picked alone. */
  readonly anchor: string | null;
}

type Change =
  | { readonly kind: 'one' | 'range'; readonly id: string }
  | { readonly kind: 'all'; readonly selected: boolean };

const nothing: State = { picked: new Set(), anchor: null };

/** Of what is shown: a row that a filter hides is not acted upon, whatever was picked before. */
export function useSelection(shown: readonly string[]): Selection {
  const [{ picked }, change] = useReducer(
    (state: State, wanted: Change) => reduce(state, wanted, shown),
    nothing,
  );
  const ids = shown.filter((id) => picked.has(id));
  const toggle = useCallback(
    (id: string, range: boolean) => change({ kind: range ? 'range' : 'one', id }),
    [change],
  );
  return {
    ids,
    has: (id) => picked.has(id),
    toggle,
    setAll: (selected) => change({ kind: 'all', selected }),
    isAll: ids.length > 0 && ids.length === shown.length,
  };
}

function reduce(state: State, change: Change, shown: readonly string[]): State {
  if (change.kind === 'all') return { picked: new Set(change.selected ? shown : []), anchor: null };
  const { id } = change;
  const from = state.anchor === null ? -1 : shown.indexOf(state.anchor);
  if (change.kind === 'range' && from !== -1) {
    const to = shown.indexOf(id);
    const between = shown.slice(Math.min(from, to), Math.max(from, to) + 1);
    return { picked: new Set([...state.picked, ...between]), anchor: state.anchor };
  }
  const picked = new Set(state.picked);
  if (!picked.delete(id)) picked.add(id);
  return { picked, anchor: id };
}
