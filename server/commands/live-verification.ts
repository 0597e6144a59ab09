import { randomUUID } from 'node:crypto';
import { cloudNames, isCloudName, type CloudName } from '../../core/clouds.ts';
import { permissionInventory } from '../../core/verification/checks/permission-checks.ts';
import type { Evidence } from '../../core/verification/checks/refused-reads.ts';
import { verificationType } from '../../core/runs/operation-types.ts';
import { permissionProfilesOf, type PermissionStanding } from '../../core/connections/permission-profiles.ts';
import type { Discovery, DirectorySighting } from '../../core/provider/provider.ts';
import { directoryNamed, isGuid, problemOfDirectoryId } from '../../core/guid.ts';
import { buildReport, type VerificationReport } from '../../core/verification/report.ts';
import type { ReportCheck } from '../../core/verification/report-facts.ts';
import { judgeChecks } from '../../flows/verification/judge-checks.ts';
import { makeClouds } from '../../providers/microsoft/sign-in/clouds.ts';
import { createMicrosoftProvider } from '../../providers/microsoft/provider.ts';
import { readLiveCredential } from './live-credential.ts';
import { systemClock } from '../clock.ts';
import { StartupError } from '../config/startup-error.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface LiveVerification {
  readonly report: VerificationReport;
  readonly permissions: readonly PermissionStanding[];
}

/**
 * One verification of a real tenant without database, queue or stored credential: what `npm run verify:live` does.
 * Throws StartupError with a sentence for the person at the keyboard.
 */
export async function verifyLive(
  environment: Environment,
  onCheck: (check: ReportCheck) => void,
  signal: AbortSignal,
): Promise<LiveVerification> {
  const cloud = readCloud(environment);
  const sandboxOrigin = environment['SANDBOX_ORIGIN'] ?? null;
  const provider = createMicrosoftProvider({ clouds: makeClouds({ sandboxOrigin }), now: systemClock });
  const directory = required(environment, 'VERIFY_TENANT');
  const clientId = required(environment, 'VERIFY_CLIENT_ID');
  const entraTenantId = await findDirectory(directory, cloud, (name) => provider.discover(name, signal));
  const secret = await readLiveCredential(environment, { clientId, entraTenantId });
  const target = { cloud, entraTenantId };
  await using session = provider.openSession(target, secret, { correlationId: randomUUID(), signal });
  const profiles = permissionProfilesOf({ permission_profiles: environment['VERIFY_PROFILES']?.split(',') });
  const facts = {
    evidence: {} as Evidence,
    entraTenantId,
    clientId: secret.clientId,
    cloud,
    profiles,
    credentialExpiresAt: null,
    now: systemClock(),
  };
  const context = { tenantId: 0, connectionId: null, cloud, entraTenantId, clientId: secret.clientId };
  const credential = { kind: 'opened', secret } as const;
  const checks: ReportCheck[] = [];
  for await (const judged of judgeChecks({ session, credential, facts, context, signal })) {
    const check = withoutOwnPages(judged);
    checks.push(check);
    onCheck(check);
  }
  const report = { flow: verificationType, generatedAt: systemClock(), previousReportId: null, checks };
  return { report: buildReport(report), permissions: permissionInventory(facts).required };
}

/** No web application belongs to this run: its pages would be dead links. */
function withoutOwnPages(check: ReportCheck): ReportCheck {
  return { ...check, next_steps: check.next_steps.filter(({ url }) => !url.startsWith('/')) };
}

/** By GUID, or by whatever else names it: a domain, an address, someone's account. */
async function findDirectory(
  text: string,
  cloud: CloudName,
  discover: (name: string) => Promise<Discovery>,
): Promise<string> {
  const name = directoryNamed(text);
  if (name === null) throw new StartupError('VERIFY_TENANT must be the directory’s GUID or a domain name.');
  const problem = problemOfDirectoryId(name);
  if (problem !== null) throw new StartupError(`VERIFY_TENANT: ${problem}`);
  return isGuid(name) ? name : choose(name, cloud, (await discover(name)).sightings);
}

/** A name can be another directory in each cloud: which one is meant is for a person to say. */
function choose(name: string, cloud: CloudName, sightings: readonly DirectorySighting[]): string {
  const here = sightings.find((sighting) => sighting.cloud === cloud);
  if (here !== undefined) return here.directoryId;
  const elsewhere = sightings.map((sighting) => `${sighting.directoryId} in ${sighting.cloud}`);
  throw new StartupError(
    elsewhere.length === 0
      ? `No cloud knows the directory ${name}, or none responded. Set VERIFY_TENANT to its GUID.`
      : `${name} is not in the cloud ${cloud}, but it is ${elsewhere.join(' and ')}. Set VERIFY_CLOUD.`,
  );
}

function readCloud(environment: Environment): CloudName {
  const cloud = environment['VERIFY_CLOUD'] ?? 'global';
  if (isCloudName(cloud)) return cloud;
  throw new StartupError(`VERIFY_CLOUD must be one of ${cloudNames.join(', ')}.`);
}

function required(environment: Environment, name: string): string {
  const value = environment[name];
  if (value) return value;
  throw new StartupError(`${name} is not set. See docs/verify-live.md.`);
}
