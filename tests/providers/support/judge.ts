import { randomUUID } from 'node:crypto';
import type { Facts } from '../../../core/verification/checks/check.ts';
import type { Evidence } from '../../../core/verification/checks/refused-reads.ts';
import type { PermissionProfile } from '../../../core/connections/permission-profiles.ts';
import type { Provider, ProviderSecret } from '../../../core/provider/provider.ts';
import type { ReportCheck } from '../../../core/verification/report-facts.ts';
import { judgeChecks } from '../../../flows/verification/judge-checks.ts';
import { addTenant } from '../../../sandbox/build-state.ts';
import type { ScenarioName } from '../../../sandbox/scenarios.ts';
import type { Sandbox } from '../../../sandbox/server.ts';

export interface Directory {
  readonly title: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** A new directory of the sandbox that behaves like the scenario. */
export function addDirectory(
  sandbox: Sandbox,
  like: ScenarioName = 'healthy',
  title = `Directory ${randomUUID()}`,
): Directory {
  const directory = {
    title,
    tenantId: randomUUID(),
    clientId: randomUUID(),
    clientSecret: `sandbox~${randomUUID()}`,
  };
  addTenant(sandbox.state, directory, like);
  return directory;
}

export interface JudgeOptions {
  readonly secret?: ProviderSecret;
  readonly profiles?: readonly PermissionProfile[];
  readonly credentialExpiresAt?: Date;
  readonly now?: Date;
  readonly grantedSince?: Facts['grantedSince'];
}

export interface Judged {
  readonly checks: readonly ReportCheck[];
  readonly facts: Facts;
}

/** One verification without a database: what the provider finds out and what core makes of it. */
export async function judge(
  provider: Provider,
  { tenantId, clientId, clientSecret }: Directory,
  options: JudgeOptions = {},
): Promise<Judged> {
  const secret = options.secret ?? { type: 'client_secret', clientId, clientSecret };
  const target = { cloud: 'sandbox', entraTenantId: tenantId } as const;
  const { signal } = new AbortController();
  await using session = provider.openSession(target, secret, { correlationId: randomUUID(), signal });
  const facts = {
    evidence: {} as Evidence,
    entraTenantId: tenantId,
    clientId,
    cloud: 'sandbox',
    profiles: options.profiles ?? ['read'],
    credentialExpiresAt: options.credentialExpiresAt ?? null,
    now: options.now ?? new Date(),
    ...(options.grantedSince && { grantedSince: options.grantedSince }),
  } as const;
  const grown: Facts & { evidence: Evidence } = { ...facts };
  const context = {
    tenantId: 1,
    connectionId: 1,
    cloud: 'sandbox',
    entraTenantId: tenantId,
    clientId,
  } as const;
  const checks: ReportCheck[] = [];
  const credential = { kind: 'opened', secret } as const;
  for await (const check of judgeChecks({ session, credential, facts: grown, context, signal })) {
    checks.push(check);
  }
  return { checks, facts: grown };
}

/** Status and reason of one check, short enough to compare. */
export function verdictOn({ checks }: Pick<Judged, 'checks'>, key: string): readonly [string, string | null] {
  const check = checks.find((candidate) => candidate.key === key);
  if (check === undefined) throw new Error(`there is no check ${key}`);
  return [check.status, check.reason_code];
}
