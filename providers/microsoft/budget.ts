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
  readonly admit: () => void;
}

/** One for the whole process: sessions of a fleet run share it. */
export function createBudget(limits: BudgetLimits = defaultBudgetLimits): Budget {
  const inFlight = new Map<string, number>();
  const waiting = new Set<Waiter>();
  const count = (key: string) => inFlight.get(key) ?? 0;

  function hasRoom({ tenant, app, cloud }: Keys): boolean {
    return count(tenant) < limits.perTenant && count(app) < limits.perApp && count(cloud) < limits.perCloud;
  }

  function change(keys: Keys, by: 1 | -1): void {
    for (const key of Object.values(keys)) {
      const left = count(key) + by;
      if (left === 0) inFlight.delete(key);
      else inFlight.set(key, left);
    }
  }

  /** Of those for whom there is room the tenant with the fewest requests under way goes first, then who came first. */
  function admitNext(): void {
    let next: Waiter | null = null;
    for (const waiter of waiting) {
      const keys = toKeys(waiter.account);
      if (!hasRoom(keys)) continue;
      if (next === null || count(keys.tenant) < count(toKeys(next.account).tenant)) next = waiter;
    }
    if (next === null) return;
    waiting.delete(next);
    change(toKeys(next.account), 1);
    next.admit();
    admitNext();
  }

  function leave(account: Account): () => void {
    let isIn = true;
    return () => {
      if (!isIn) return;
      isIn = false;
      change(toKeys(account), -1);
      admitNext();
    };
  }

  return {
    enter(account, signal) {
      return new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason as Error);
        const giveUp = () => {
          waiting.delete(waiter);
          reject(signal.reason as Error);
        };
        const admit = () => {
          signal.removeEventListener('abort', giveUp);
          resolve(leave(account));
        };
        const waiter: Waiter = { account, admit };
        signal.addEventListener('abort', giveUp, { once: true });
        waiting.add(waiter);
        admitNext();
      });
    },
  };
}

type Keys = Readonly<Record<keyof Account, string>>;

/** An application is throttled per cloud, a tenant per application. */
function toKeys({ cloud, app, tenant }: Account): Keys {
  return { cloud, app: `${cloud} ${app}`, tenant: `${cloud} ${app} ${tenant}` };
}
