import type { EvidenceByKind, EvidenceKind, Answer, Provider, ProviderSession } from '../../core/provider.ts';
import type { ReasonCode } from '../../core/reasons.ts';
import { isGuid, type Clouds } from './clouds.ts';
import type { Fetch } from './http.ts';
import { createSession, type Bounds } from './session.ts';

export interface MicrosoftProviderOptions {
  readonly clouds: Clouds;
  /** The way out, for those behind a proxy; it must not follow redirects when told `redirect: 'manual'`. */
  readonly fetch?: Fetch;
  readonly bounds?: Partial<Bounds>;
}

/** A person watches the run: long enough for a slow day at Microsoft, short enough to be worth waiting for. */
const defaultBounds: Bounds = { tokenTimeoutMs: 15_000, graphTimeoutMs: 15_000, patienceMs: 20_000 };

/** Gathers evidence about Entra and Intune tenants over Microsoft's own endpoints. */
export function createMicrosoftProvider({
  clouds,
  fetch = globalThis.fetch,
  bounds = {},
}: MicrosoftProviderOptions): Provider {
  return {
    openSession({ cloud: cloudName, entraTenantId }, secret, options) {
      const cloud = clouds.get(cloudName);
      if (cloud === undefined) return refusedSession('connection.invalid', cloudName);
      if (!isGuid(entraTenantId)) return refusedSession('tenant.identifier_invalid', cloudName);
      return createSession({
        ...options,
        cloud,
        tenantId: entraTenantId,
        secret,
        fetch,
        bounds: { ...defaultBounds, ...bounds },
      });
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
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}
