/** A tenant whose turn has come. */
export interface WaitingDue {
  readonly scheduleId: number;
  readonly tenantId: number;
  readonly workspaceId: number;
  /** Of the application that the tenant's connection signs in with; null: there is none, so nothing can start. */
  readonly clientId: string | null;
  readonly dueAt: Date;
}

/** Scheduled runs that have not ended. */
export interface ActiveCounts {
  readonly byWorkspace: ReadonlyMap<number, number>;
  readonly byApplication: ReadonlyMap<string, number>;
}

/**
 * How many scheduled runs wait or run at once. For an application Microsoft counts requests over all tenants; a workspace
 * never has more of the queue than a minute's work of a few workers.
 */
export const budgets = { workspace: 200, application: 100 } as const;

export interface ChosenStart {
  readonly due: WaitingDue;
  /** How many of its workspace are before it: it goes behind the first of every other workspace. */
  readonly place: number;
}

/**
 * Who starts now: round by round one of each workspace, in the order given, within the budgets. Who has no turn keeps its
 * place, and has one at the next tick.
 */
export function chooseStarts(waiting: readonly WaitingDue[], active: ActiveCounts): ChosenStart[] {
  const workspaces = new Map(active.byWorkspace);
  const applications = new Map(active.byApplication);
  const chosen: ChosenStart[] = [];
  for (const due of waiting) {
    const place = workspaces.get(due.workspaceId) ?? 0;
    const ofApplication = due.clientId === null ? 0 : (applications.get(due.clientId) ?? 0);
    if (place >= budgets.workspace || ofApplication >= budgets.application) continue;
    chosen.push({ due, place });
    workspaces.set(due.workspaceId, place + 1);
    if (due.clientId !== null) applications.set(due.clientId, ofApplication + 1);
  }
  return chosen.sort((a, b) => a.place - b.place);
}
