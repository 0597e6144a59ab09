import type { CloudName } from '../../core/clouds.ts';
import { shapeCredential } from '../../core/connections/credential-shape.ts';
import { isGuid } from '../../core/guid.ts';
import { appendAudit } from '../../db/people/audit.ts';
import type { Database, Tx } from '../../db/engine/client.ts';
import { insertConnection } from '../../db/connections/connection-writes.ts';
import { lockConnectionForStart, type LockedConnection } from '../../db/connections/connections.ts';
import { findStoredCredential, putCredential } from '../../db/connections/credentials.ts';
import { dryRun } from '../../db/engine/dry-run.ts';
import type { Keyring } from '../../db/connections/envelope.ts';
import {
  findConnectionOfDirectory,
  keepLegacyFacts,
  listLegacyTenantIds,
  lockLegacyTenant,
  type LegacyTenant,
} from '../../db/connections/legacy-credentials.ts';
import { findActiveRun } from '../../db/runs/runs.ts';
import { openCredential, sealCredential } from './open-credential.ts';

export interface CutoverOptions {
  readonly database: Database;
  readonly keyring: Keyring;
  readonly now: () => Date;
  /** false: everything is done and then rolled back, so that the report is exact. */
  readonly apply: boolean;
  /** The cloud of the legacy applications. */
  readonly cloud: CloudName;
}

/** `text` never contains a secret: the report goes to a terminal, or wherever it is piped. */
export interface CutoverStep {
  readonly kind: 'change' | 'already' | 'impossible';
  readonly text: string;
}

export interface CutoverReport {
  readonly tenantId: number;
  readonly name: string;
  readonly steps: readonly CutoverStep[];
}

const change = (text: string): CutoverStep => ({ kind: 'change', text });
const already = (text: string): CutoverStep => ({ kind: 'already', text });
const impossible = (text: string): CutoverStep => ({ kind: 'impossible', text });

/**
 * Moves tenants' legacy columns into connections and credentials. One transaction per tenant; safe to repeat and to
 * interrupt. The legacy columns stay unchanged, and an existing credential is never replaced.
 */
export async function cutOverCredentials(options: CutoverOptions): Promise<CutoverReport[]> {
  const { database, apply } = options;
  const reports: CutoverReport[] = [];
  for (const id of await listLegacyTenantIds(database.db)) {
    const report = await database.transaction((tx) => {
      const work = (inner: Tx) => cutOverTenant(inner, options, id);
      return apply ? work(tx) : dryRun(tx, work);
    });
    if (report !== null) reports.push(report);
  }
  return reports;
}

async function cutOverTenant(tx: Tx, options: CutoverOptions, id: number): Promise<CutoverReport | null> {
  const legacy = await lockLegacyTenant(tx, id);
  if (legacy === null) return null;
  const steps: CutoverStep[] = [];
  const connection = await ensureConnection(tx, options, legacy, steps);
  if (connection !== null) {
    if (await keepFacts(tx, connection.id, legacy))
      steps.push(change('application, thumbprint and notes kept with the connection'));
    steps.push(await moveCredential(tx, options, legacy, connection));
  }
  return { tenantId: legacy.id, name: legacy.name, steps };
}

async function ensureConnection(
  tx: Tx,
  { cloud }: CutoverOptions,
  { id: tenantId, workspaceId, name, ...legacy }: LegacyTenant,
  steps: CutoverStep[],
): Promise<LockedConnection | null> {
  const entraTenantId = (legacy.tenantId ?? legacy.externalId ?? '').toLowerCase();
  if (!isGuid(entraTenantId)) {
    steps.push(
      impossible('the tenant has no directory (tenants.tenant_id is empty), so nothing can be connected'),
    );
    return null;
  }
  const existing = await findConnectionOfDirectory(tx, tenantId, entraTenantId);
  const displayName = `Microsoft · ${name}`;
  const values = { workspaceId, tenantId, provider: 'microsoft', entraTenantId, displayName, cloud };
  const created = existing === null ? await insertConnection(tx, values) : null;
  const text = `connection to the directory ${entraTenantId}`;
  if (created === null) steps.push(already(text));
  else {
    steps.push(change(`${text} in the cloud ${cloud}${created.isDefault ? ', as the default' : ''}`));
    await record(tx, { workspaceId, connectionId: created.id, action: 'connection.created' });
  }
  const connectionId = existing?.id ?? created?.id;
  return connectionId === undefined ? null : await lockConnectionForStart(tx, tenantId, { connectionId });
}

async function keepFacts(tx: Tx, connectionId: number, legacy: LegacyTenant): Promise<boolean> {
  const { appClientId, appCertificateThumbprint, appNotes } = legacy;
  return await keepLegacyFacts(tx, connectionId, {
    ...(appClientId !== null && { app_client_id: appClientId }),
    ...(appCertificateThumbprint !== null && { app_certificate_thumbprint: appCertificateThumbprint }),
    ...(appNotes !== null && { app_notes: appNotes }),
  });
}

async function moveCredential(
  tx: Tx,
  { keyring, now }: CutoverOptions,
  { workspaceId, appClientId, appClientSecret, appCertificateThumbprint }: LegacyTenant,
  connection: LockedConnection,
): Promise<CutoverStep> {
  const stored = await findStoredCredential(tx, connection.id);
  if (appClientSecret === null) return stepWithoutSecret(appCertificateThumbprint, stored !== null);
  const input = {
    type: 'client_secret',
    clientId: appClientId ?? '',
    clientSecret: appClientSecret,
  } as const;
  const { id: connectionId, entraTenantId, cloud } = connection;
  const place = { connectionId, entraTenantId, cloud, slot: 'in_use' } as const;
  const shape = shapeCredential(input, { now: now(), entraTenantId, tokenPaths: [] });
  if (shape.kind === 'refused') return impossible(`the client secret is not valid: ${shape.message}`);
  const { secret, expiresAt, details } = shape;
  const text = `client secret of the application ${secret.clientId}`;
  if (stored !== null) {
    const opened = openCredential(keyring, place, stored);
    const same = opened.kind === 'opened' && JSON.stringify(opened.secret) === JSON.stringify(secret);
    return same
      ? already(text)
      : already('another credential is in use and stays; the legacy secret was not moved');
  }
  if ((await findActiveRun(tx, connection.id)) !== null) {
    return impossible('a run is using the connection; repeat this when it has finished');
  }
  const { type, clientId } = secret;
  const sealed = sealCredential(keyring, place, secret);
  await putCredential(tx, connection.id, { type, clientId, expiresAt, details, ...sealed });
  await record(tx, { workspaceId, connectionId: connection.id, action: 'credential.set' });
  return change(text);
}

/** The legacy columns contain a certificate's thumbprint but never had its key, so there is nothing to move. */
function stepWithoutSecret(thumbprint: string | null, hasCredential: boolean): CutoverStep {
  if (hasCredential) return already('a credential is in use');
  if (thumbprint === null) return impossible('there is no client secret; set a credential by hand');
  return impossible(`the certificate ${thumbprint} must be entered by hand, with its private key`);
}

async function record(
  tx: Tx,
  entry: {
    readonly workspaceId: number;
    readonly connectionId: number;
    readonly action: 'connection.created' | 'credential.set';
  },
): Promise<void> {
  await appendAudit(tx, {
    workspaceId: entry.workspaceId,
    actorUserId: null,
    action: entry.action,
    subjectType: 'provider_connection',
    subjectId: entry.connectionId,
    data: { by: 'cutover' },
  });
}
