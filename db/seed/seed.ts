import { eq, sql } from 'drizzle-orm';
import type { ProviderSecret } from '../../core/provider/provider.ts';
import { verificationType } from '../../core/runs/operation-types.ts';
import { buildReport } from '../../core/verification/report.ts';
import type { Tx } from '../engine/client.ts';
import { updateConnectionHealth } from '../connections/connections.ts';
import type { Sealed } from '../connections/envelope.ts';
import { insertNightlyVerification } from '../schedules/schedule-writes.ts';
import type { CredentialPlace } from '../connections/sealed-rows.ts';
import { providerConnections, providerCredentials } from '../tables/connections.ts';
import { operationRunEvents, operationRuns } from '../tables/runs.ts';
import { tenantMemberships, tenants, users, workspaceMemberships, workspaces } from '../tables/tenancy.ts';
import { concludePast, histories, toPastChecks, type PastVerdicts } from './history.ts';
import {
  contosoScenarios,
  demoPeople,
  demoWorkspaces,
  withoutConnection,
  withoutCredential,
  type DemoPerson,
  type DemoTenant,
  type DemoWorkspaceSlug,
} from './world.ts';

export interface SeedOptions {
  readonly scenarios: readonly DemoTenant[];
  readonly seal: (place: CredentialPlace, secret: ProviderSecret) => Sealed;
  readonly now: Date;
}

/** Keeps two processes that start at once from both seeding; any constant not used elsewhere will do. */
const seedLock = 7_412_022;

/**
 * Creates the demo world once: does nothing if the first workspace already exists, so that what people changed in the
 * demo stays changed.
 */
export async function seedDemoWorld(tx: Tx, options: SeedOptions): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${seedLock})`);
  const [{ slug }] = demoWorkspaces;
  const [existing] = await tx.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.slug, slug));
  if (existing !== undefined) return;
  for (const workspace of demoWorkspaces) await seedWorkspace(tx, workspace, options);
}

async function seedWorkspace(
  tx: Tx,
  workspace: (typeof demoWorkspaces)[number],
  options: SeedOptions,
): Promise<void> {
  const made = onlyRow(
    await tx
      .insert(workspaces)
      .values(workspace)
      .returning({ id: workspaces.id, timeZone: workspaces.timeZone }),
  );
  const { id: workspaceId } = made;
  await insertNightlyVerification(tx, made, options.now);
  const people = await seedPeople(tx, workspaceId, workspace.slug);
  for (const scenario of scenariosOf(workspace.slug, options.scenarios)) {
    await seedTenant(tx, { workspaceId, people, scenario, ...options });
  }
}

function scenariosOf(slug: DemoWorkspaceSlug, scenarios: readonly DemoTenant[]): readonly DemoTenant[] {
  return slug === 'northwind' ? scenarios : scenarios.filter(({ name }) => contosoScenarios.includes(name));
}

interface SeededPerson extends DemoPerson {
  readonly id: number;
}

async function seedPeople(tx: Tx, workspaceId: number, slug: DemoWorkspaceSlug): Promise<SeededPerson[]> {
  const people: SeededPerson[] = [];
  for (const person of demoPeople) {
    const { email, displayName, role, workspace } = person;
    if (workspace !== slug) continue;
    const { id: userId } = onlyRow(
      await tx.insert(users).values({ email, displayName }).returning({ id: users.id }),
    );
    await tx.insert(workspaceMemberships).values({ workspaceId, userId, role });
    people.push({ ...person, id: userId });
  }
  return people;
}

interface TenantSeed extends SeedOptions {
  readonly workspaceId: number;
  readonly people: readonly SeededPerson[];
  readonly scenario: DemoTenant;
}

async function seedTenant(tx: Tx, seed: TenantSeed): Promise<void> {
  const { workspaceId, scenario, people } = seed;
  const { name: externalId, title: name, tenantId } = scenario;
  const { id } = onlyRow(
    await tx
      .insert(tenants)
      .values({ workspaceId, name, externalId, tenantId, status: 'active' })
      .returning({ id: tenants.id }),
  );
  for (const { id: userId, role, tenants: entitled } of people) {
    const isMember = role !== 'owner' && (entitled === 'all' || entitled.includes(externalId));
    if (isMember) await tx.insert(tenantMemberships).values({ tenantId: id, userId, role });
  }
  if (withoutConnection.includes(externalId)) return;
  const connectionId = await seedConnection(tx, id, seed);
  await seedHistory(tx, { ...seed, id, connectionId }, histories[externalId] ?? []);
}

async function seedConnection(tx: Tx, tenantId: number, seed: TenantSeed): Promise<number> {
  const { scenario, workspaceId, seal } = seed;
  const { id } = onlyRow(
    await tx
      .insert(providerConnections)
      .values({
        workspaceId,
        tenantId,
        entraTenantId: scenario.tenantId,
        displayName: `Microsoft · ${scenario.title}`,
        isDefault: true,
        cloud: 'sandbox',
      })
      .returning({ id: providerConnections.id }),
  );
  if (withoutCredential.includes(scenario.name)) return id;
  const { clientId, clientSecret } = scenario;
  const place = {
    connectionId: id,
    entraTenantId: scenario.tenantId,
    cloud: 'sandbox',
    slot: 'in_use',
  } as const;
  const sealed = seal(place, { type: 'client_secret', clientId, clientSecret });
  await tx.insert(providerCredentials).values({ providerConnectionId: id, clientId, ...sealed });
  return id;
}

/** One verification a day, the latest one yesterday; each took a few seconds. */
const dayMs = 86_400_000;
const tookMs = 4_000;

async function seedHistory(tx: Tx, seed: ConnectedTenant, history: readonly PastVerdicts[]): Promise<void> {
  let previousReportId: number | null = null;
  for (const [index, verdicts] of history.entries()) {
    const completedAt = new Date(seed.now.getTime() - (history.length - index) * dayMs);
    previousReportId = await seedRun(tx, seed, { verdicts, previousReportId, completedAt });
  }
}

interface PastRun {
  readonly verdicts: PastVerdicts;
  readonly previousReportId: number | null;
  readonly completedAt: Date;
}

type ConnectedTenant = TenantSeed & { readonly id: number; readonly connectionId: number };

async function seedRun(tx: Tx, seed: ConnectedTenant, past: PastRun): Promise<number> {
  const run = toPastRun(seed, past);
  const { id: runId } = onlyRow(
    await tx.insert(operationRuns).values(run).returning({ id: operationRuns.id }),
  );
  await tx.insert(operationRunEvents).values([
    { runId, seq: 1, kind: 'queued', message: 'Queued.', at: run.startedAt },
    { runId, seq: 2, kind: 'started', message: 'Started.', at: run.startedAt },
    { runId, seq: 3, kind: 'completed', message: `Completed: ${run.outcome}.`, at: run.completedAt },
  ]);
  const { connection, failures } = concludePast(run.context.verification_report.checks);
  const message = failures[0]?.message ?? null;
  if (connection === null) return runId;
  const finding = { ...connection, message, scopesGranted: null };
  await updateConnectionHealth(tx, seed.connectionId, finding, seed.now);
  // The health is as old as the run it comes from.
  await tx
    .update(providerConnections)
    .set({ lastHealthCheckAt: run.completedAt })
    .where(eq(providerConnections.id, seed.connectionId));
  return runId;
}

function toPastRun(seed: ConnectedTenant, { verdicts, previousReportId, completedAt }: PastRun) {
  const { id: tenantId, connectionId, workspaceId, people, scenario } = seed;
  const { tenantId: entraTenantId, clientId } = scenario;
  const checks = toPastChecks(verdicts, {
    tenantId,
    connectionId,
    cloud: 'sandbox',
    entraTenantId,
    clientId,
  });
  const report = buildReport({ flow: verificationType, generatedAt: completedAt, previousReportId, checks });
  const { counts } = report.summary;
  const { outcome, failures } = concludePast(checks);
  const startedAt = new Date(completedAt.getTime() - tookMs);
  return {
    workspaceId,
    tenantId,
    type: verificationType,
    status: 'completed',
    outcome,
    failureSummary: failures,
    providerConnectionId: connectionId,
    initiatorUserId: people[0]?.id ?? null,
    attempt: 1,
    lastEventSeq: 3,
    summaryCounts: { ...counts, completed: counts.total },
    context: {
      provider: 'microsoft',
      module: 'health_check',
      provider_connection_id: connectionId,
      target_scope: { entra_tenant_id: entraTenantId, entra_tenant_name: scenario.title },
      verification_report: report,
    },
    createdAt: startedAt,
    startedAt,
    completedAt,
  } as const;
}

function onlyRow<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error('an insert returned no row');
  return row;
}
