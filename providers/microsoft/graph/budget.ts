/** Whose limits a request counts against. */
export interface Account {
  readonly cloud: string;
  readonly app: string;
  readonly tenant: string;
}

export interface BudgetLimits {
  readonly perTenant: number;
  readonly perApp: number;
  readonly perCloud: number;
}

/**
 * Requests at once. Graph allows one application 150,000 resource units in 20 s and Intune 2,000 requests in 20 s per
 * application and tenant (learn.microsoft.com/graph/throttling-limits): at 50 ms an answer and 2 units a request, 64
 * at once are a third of the former, and 8 to one tenant never reach the latter because a verification sends 25.
 */
export const defaultBudgetLimits: BudgetLimits = { perTenant: 8, perApp: 64, perCloud: 128 };

export interface Budget {
  /** Resolves with what gives the place back, once there is one. Rejects with the signal's reason when it aborts. */
  enter(account: Account, signal: AbortSignal): Promise<() => void>;
}

interface Waiter {
  readonly account: Account;
  readonly admit: (leave: () => void) => void;
}

/** One for the whole process: sessions of a fleet run share it. */
export function createBudget(limits: BudgetLimits = defaultBudgetLimits): Budget {
  const tally = createTally(limits);
  const waiting = new Set<Waiter>();

  function admitWhoFits(): void {
    for (let next = pickNext(waiting, tally); next !== null; next = pickNext(waiting, tally)) {
      waiting.delete(next);
      next.admit(takePlace(next.account));
    }
  }

  function takePlace(account: Account): () => void {
    const giveBack = tally.add(toKeys(account));
    return () => {
      giveBack();
      admitWhoFits();
    };
  }

  return {
    enter: (account, signal) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const giveUp = () => {
          waiting.delete(waiter);
          reject(signal.reason as Error);
        };
        const admit = (leave: () => void) => {
          signal.removeEventListener('abort', giveUp);
          resolve(leave);
        };
        const waiter: Waiter = { account, admit };
        signal.addEventListener('abort', giveUp, { once: true });
        waiting.add(waiter);
        admitWhoFits();
      }),
  };
}

/** Of those for whom there is room the tenant with the fewest requests under way goes first, then who came first. */
function pickNext(waiting: ReadonlySet<Waiter>, tally: Tally): Waiter | null {
  let next: Waiter | null = null;
  for (const waiter of waiting) {
    const keys = toKeys(waiter.account);
    if (!tally.hasRoom(keys)) continue;
    if (next === null || tally.count(keys.tenant) < tally.count(toKeys(next.account).tenant)) next = waiter;
  }
  return next;
}

interface Tally {
  count(key: string): number;
  hasRoom(keys: Keys): boolean;
  /** Returns what takes it away again; a second call does nothing. */
  add(keys: Keys): () => void;
}

function createTally(limits: BudgetLimits): Tally {
  const inFlight = new Map<string, number>();
  const count = (key: string) => inFlight.get(key) ?? 0;

  function change(keys: Keys, by: 1 | -1): void {
    for (const key of Object.values(keys)) {
      const left = count(key) + by;
      if (left === 0) inFlight.delete(key);
      else inFlight.set(key, left);
    }
  }

  return {
    count,
    hasRoom: ({ tenant, app, cloud }) =>
      count(tenant) < limits.perTenant && count(app) < limits.perApp && count(cloud) < limits.perCloud,
    add(keys) {
      let isIn = true;
      change(keys, 1);
      return () => {
        if (isIn) change(keys, -1);
        isIn = false;
      };
    },
  };
}

type Keys = Readonly<Record<keyof Account, string>>;

/** An application is throttled per cloud, a tenant per application. */
function toKeys({ cloud, app, tenant }: Account): Keys {
  return { cloud, app: `${cloud} ${app}`, tenant: `${cloud} ${app} ${tenant}` };
}
