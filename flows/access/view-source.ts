import type { Viewer } from '../../core/access/access.ts';
import type { Clock } from '../../core/clock.ts';
import type { OperationRun, RunState } from '../../core/runs/run.ts';
import type { StandingOfTenant } from '../../core/tenants/tenant.ts';
import type { Db } from '../../db/engine/client.ts';

/** What a View is made of: the rows, and the time that decides what has expired. */
export interface ViewSource {
  readonly db: Db;
  readonly now: Clock;
}

/** The viewer and source of a read. */
export interface ReadFor extends ViewSource {
  readonly viewer: Viewer;
  readonly known: Known;
}

type Method<Read> = Read extends (of: ReadFor, ...args: infer Args) => infer Answer
  ? (...args: Args) => Answer
  : never;

/** A View of these reads, whose arguments no longer include viewer and source. */
export type ViewOf<Reads> = Pick<ReadFor, 'viewer' | 'known'> & {
  readonly [Name in keyof Reads]: Method<Reads[Name]>;
};

/**
 * The runs one View has read, for the length of one execution: a run that is read twice is shown as it was the first
 * time, so that one answer never shows two versions of it.
 */
export interface Known {
  readonly runs: Map<number, OperationRun>;
  /** For runs that were read as a whole: the rest of the same version. */
  readonly states: Map<number, Pick<RunState, 'scope' | 'document'>>;
  /** The latest verification by tenant; null: none. */
  readonly latest: Map<number, OperationRun | null>;
  readonly standings: Map<number, StandingOfTenant>;
}

export const nothingKnown = (): Known => ({
  runs: new Map(),
  states: new Map(),
  latest: new Map(),
  standings: new Map(),
});

/** The run as it was first read. */
export function keepRun({ runs }: Known, run: OperationRun): OperationRun {
  const known = runs.get(run.id);
  if (known === undefined) runs.set(run.id, run);
  return known ?? run;
}

/** The event shows the state that it announces and not a later one, whatever happens while it is executed. */
export function showState({ known }: Pick<ReadFor, 'known'>, state: RunState): void {
  known.runs.set(state.run.id, state.run);
  known.states.set(state.run.id, state);
}

/** What the runs that were read as a whole say; the others are read. */
export async function readBesideStates<Row>(
  { states }: Known,
  ids: readonly number[],
  toRow: (id: number, state: Pick<RunState, 'scope' | 'document'>) => Row,
  read: (others: readonly number[]) => Promise<Row[]>,
): Promise<Row[]> {
  const whole = ids.flatMap((id) => {
    const state = states.get(id);
    return state === undefined ? [] : [toRow(id, state)];
  });
  const others = ids.filter((id) => !states.has(id));
  return others.length === 0 ? whole : [...whole, ...(await read(others))];
}

/** Reads what is missing, then answers for all of them. */
export async function readUnknown<T>(
  known: ReadonlyMap<number, T>,
  ids: readonly number[],
  read: (unknown: readonly number[]) => Promise<unknown>,
): Promise<NonNullable<T>[]> {
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length > 0) await read(unknown);
  return ids.map((id) => known.get(id)).filter((value) => value != null);
}
