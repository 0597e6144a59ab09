import { randomUUID } from 'node:crypto';
import {
  evidenceKinds,
  type EvidenceKind,
  type ProviderSecret,
  type ProviderSession,
} from '../../../core/provider/provider.ts';
import { makeClouds } from '../../../providers/microsoft/sign-in/clouds.ts';
import {
  createMicrosoftProvider,
  type MicrosoftProviderOptions,
} from '../../../providers/microsoft/provider.ts';
import { scenarioCredential, scenarioTenantId, type ScenarioName } from '../../../sandbox/scenarios.ts';
import type { Sandbox } from '../../../sandbox/server.ts';
import { systemClock } from '../../../server/clock.ts';

export interface SessionSetup extends Omit<MicrosoftProviderOptions, 'clouds' | 'now'> {
  readonly secret?: ProviderSecret;
  readonly signal?: AbortSignal;
  readonly correlationId?: string;
}

/** A session of the real provider with one directory of the sandbox. */
export function openScenario(
  sandbox: Sandbox,
  name: ScenarioName,
  setup: SessionSetup = {},
): ProviderSession {
  const { secret, signal = new AbortController().signal, correlationId = randomUUID(), ...options } = setup;
  const provider = createMicrosoftProvider({
    clouds: makeClouds({ sandboxOrigin: sandbox.origin }),
    now: systemClock,
    ...options,
  });
  return provider.openSession(
    { cloud: 'sandbox', entraTenantId: scenarioTenantId(name) },
    secret ?? { type: 'client_secret', ...scenarioCredential(name) },
    { correlationId, signal },
  );
}

/** Retries cost seconds: tests of what an answer means do without them. */
export const noPatience = { bounds: { patienceMs: 0 } };

/** What a session learned, short enough to compare as a whole: the value, or why there is none. */
export async function collectAll(session: ProviderSession): Promise<Record<EvidenceKind, unknown>> {
  const found: Partial<Record<EvidenceKind, unknown>> = {};
  for (const kind of evidenceKinds) {
    const answer = await session.collect(kind);
    found[kind] = answer.kind === 'read' ? answer.value : answer.reason;
  }
  return found as Record<EvidenceKind, unknown>;
}
