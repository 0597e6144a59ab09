import type { Clock } from '../../core/clock.ts';
import type {
  EvidenceByKind,
  EvidenceKind,
  Answer,
  Provider,
  ProviderSession,
} from '../../core/provider/provider.ts';
import type { ReasonCode } from '../../core/reasons/reasons.ts';
import { createBudget, defaultBudgetLimits, type BudgetLimits } from './graph/budget.ts';
import { isDirectoryName } from '../../core/guid.ts';
import { isGuid, type Clouds } from './sign-in/clouds.ts';
import { discoverDirectory } from './sign-in/discovery.ts';
import type { Fetch } from './graph/http.ts';
import { createRoleCatalogue } from './evidence/role-catalogue.ts';
import { createPacer, defaultPace, type PaceIntervals } from './policies/pace.ts';
import { createSession, type Bounds, type SessionParts } from './session.ts';

export interface MicrosoftProviderOptions {
  readonly clouds: Clouds;
  readonly now: Clock;
  /** The way out, for those behind a proxy; it must not follow redirects when told `redirect: 'manual'`. */
  readonly fetch?: Fetch;
  readonly bounds?: Partial<Bounds>;
  readonly budgetLimits?: BudgetLimits;
  /** How far apart the requests of a backup are. */
  readonly pace?: PaceIntervals;
  /** Told of every answer that could not be read, once per question and session: for counting. */
  readonly onUnreadable?: SessionParts['onUnreadable'];
}

/** A person watches the run: long enough for a slow day at Microsoft, short enough to be worth waiting for. */
const defaultBounds: Bounds = {
  tokenTimeoutMs: 15_000,
  graphTimeoutMs: 15_000,
  patienceMs: 20_000,
  partPatienceMs: 15 * 60_000,
};

/** Four requests at once to one tenant, 24 tenants at once: a night of 500 tenants ends in an hour. */
const backupLimits: BudgetLimits = { perTenant: 4, perApp: 96, perCloud: 96 };

/** A discovery document is about 2 KB. */
const discoveryMaxBytes = 256 * 1024;

/** Gathers evidence about Entra and Intune tenants over Microsoft's own endpoints. */
export function createMicrosoftProvider({
  clouds,
  now,
  fetch = globalThis.fetch,
  bounds = {},
  budgetLimits = defaultBudgetLimits,
  pace = defaultPace,
  onUnreadable = () => undefined,
}: MicrosoftProviderOptions): Provider {
  const budget = createBudget(budgetLimits);
  const backupBudget = createBudget(backupLimits);
  const pacer = createPacer(pace);
  const effective = { ...defaultBounds, ...bounds };
  const catalogue = createRoleCatalogue(now);
  const shared = { clouds, fetch, bounds: effective, pacer, catalogue, now, onUnreadable };
  return {
    openSession({ cloud: cloudName, entraTenantId }, secret, options) {
      const cloud = clouds.get(cloudName);
      if (cloud === undefined) return refusedSession('connection.invalid', cloudName);
      if (!isGuid(entraTenantId)) return refusedSession('tenant.identifier_invalid', cloudName);
      return createSession({
        ...options,
        ...shared,
        cloud,
        tenantId: entraTenantId,
        secret,
        budget: options.use === 'backup' ? backupBudget : budget,
      });
    },
    async discover(identifier, signal) {
      if (!isDirectoryName(identifier)) return { sightings: [], unanswered: [] };
      const limits = { timeoutMs: effective.tokenTimeoutMs, maxBytes: discoveryMaxBytes, signal, now };
      const patience = { remainingMs: effective.patienceMs };
      return await discoverDirectory(identifier, { clouds, fetch, limits, patience });
    },
  };
}

/** The target itself is wrong: every question has the same answer, and nothing is sent anywhere. */
function refusedSession(reason: ReasonCode, cloud: string): ProviderSession {
  const refused = { kind: 'unreadable', reason, pointers: [{ kind: 'cloud', value: cloud }] } as const;
  return {
    collect: <K extends EvidenceKind>(): Promise<Answer<EvidenceByKind[K]>> => Promise.resolve(refused),
    // eslint-disable-next-line @typescript-eslint/require-await -- the port is asynchronous, this answer is not
    async *list() {
      yield refused;
    },
    readPolicies: () => Promise.resolve(refused),
    readDefinitions: () => Promise.resolve([]),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}
