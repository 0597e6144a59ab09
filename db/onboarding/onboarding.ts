import { and, eq, sql, type Placeholder, type SQL } from 'drizzle-orm';
import type { Viewer } from '../../core/access/access.ts';
import type { AuditAction } from '../../core/people/audit.ts';
import type { Consent, OnboardingFilter, OnboardingSession } from '../../core/onboarding/onboarding.ts';
import type { Page, PageRequest } from '../../core/page.ts';
import { toReader, viewerIs, type Reader } from '../access/access.ts';
import type { Db } from '../engine/client.ts';
import { countMatching, countUpTo } from '../engine/count.ts';
import { isOneOf } from '../engine/is-one-of.ts';
import { directionOf, idOfCursor, limitOf, newestFirst, toPage } from '../engine/cursor.ts';
import { createRead, type Slots } from '../engine/read.ts';
import { providerConnections, providerCredentials } from '../tables/connections.ts';
import { tenantOnboardingSessions as sessions } from '../tables/onboarding.ts';
import { operationRuns } from '../tables/runs.ts';
import { entitledTenants } from '../tables/tenancy.ts';

/** The connection the session chose, if it still is one of the tenant's; otherwise the tenant's default. */
export const isSessionConnection = sql`${providerConnections.tenantId} = ${sessions.tenantId} and case
  when ${sessions.state} ? 'provider_connection_id'
  then ${providerConnections.id} = (${sessions.state} ->> 'provider_connection_id')::bigint
  else ${providerConnections.isDefault} and ${providerConnections.provider} = 'microsoft' end`;

const isSessionRun = sql`${operationRuns.tenantId} = ${sessions.tenantId}
  and ${operationRuns.id} = (${sessions.state} ->> 'verification_operation_run_id')::bigint`;

/** A verification that signed in proves consent, whatever was answered before. */
const consent = sql<Consent>`case
  when ${providerConnections.status} = 'connected' then 'granted'
  when ${providerConnections.metadata} ->> 'consent' in ('granted', 'declined')
  then ${providerConnections.metadata} ->> 'consent' else 'unknown' end`;

/** Who did it, according to the audit log; null for the system, and for what is older than the log. */
function actorOf(actions: readonly AuditAction[]): SQL<number | null> {
  return sql`(select entry.actor_user_id from audit_entries entry
    where entry.subject_type = 'tenant_onboarding_session' and entry.subject_id = ${sessions.id}
    and ${isOneOf(sql`entry.action`, actions)} order by entry.id limit 1)`.mapWith(Number);
}

/** Sessions with the facts that determine their step, in one statement: a page of them costs as much as one. */
function selectSessions(db: Db) {
  return db
    .select({
      id: sessions.id,
      workspaceId: sessions.workspaceId,
      tenantId: entitledTenants.tenantId,
      status: sessions.status,
      state: sessions.state,
      consentLinkExpiresAt: sessions.consentExpiresAt,
      createdAt: sessions.createdAt,
      updatedAt: sessions.updatedAt,
      begunByUserId: actorOf(['onboarding.begun']),
      endedByUserId: actorOf(['onboarding.completed', 'onboarding.cancelled']),
      connectionId: providerConnections.id,
      hasCredential: sql<boolean>`${providerCredentials.id} is not null`,
      consent,
      verification: {
        id: operationRuns.id,
        status: operationRuns.status,
        // A run without a verdict proves nothing about the tenant, whatever its report says.
        reportOverall: operationRuns.verdict,
      },
    })
    .from(sessions)
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, sessions.tenantId))
    .leftJoin(providerConnections, isSessionConnection)
    .leftJoin(providerCredentials, eq(providerCredentials.providerConnectionId, providerConnections.id))
    .leftJoin(operationRuns, isSessionRun);
}

type SessionRow = Awaited<ReturnType<typeof selectSessions>>[number];

function toSession(row: SessionRow): OnboardingSession {
  const { connectionId, hasCredential, consent: said, verification, ...session } = row;
  return { ...session, facts: { connectionId, hasCredential, consent: said, verification } };
}

export async function listOnboardingSessionsById(
  db: Db,
  viewer: Viewer,
  ids: readonly number[],
): Promise<OnboardingSession[]> {
  const rows = await selectSessions(db).where(and(viewerIs(viewer), isOneOf(sessions.id, ids)));
  return rows.map(toSession);
}

/** Each tenant's open session, or else its last one: a new one starts only after the last has ended. */
export async function listLatestOnboardingSessions(
  db: Db,
  viewer: Viewer,
  tenantIds: readonly number[],
): Promise<OnboardingSession[]> {
  const isLatest = sql`${sessions.id} = (select max(latest.id) from tenant_onboarding_sessions latest
    where latest.tenant_id = ${sessions.tenantId})`;
  const rows = await selectSessions(db).where(
    and(viewerIs(viewer), isOneOf(sessions.tenantId, tenantIds), isLatest),
  );
  return rows.map(toSession);
}

/** Newest first. Cursor key: [id]. */
export async function pageOnboardingSessions(
  db: Db,
  viewer: Viewer,
  filter: OnboardingFilter,
  page: PageRequest,
): Promise<Page<OnboardingSession>> {
  const rows = await selectSessions(db)
    .where(and(viewerIs(viewer), matches(filter), behindCursor(page)))
    .orderBy(newestFirst.order(sessions.id, directionOf(page)))
    .limit(limitOf(page));
  return toPage(rows.map(toSession), page, ({ id }) => [id]);
}

const counted = { id: sessions.id };

interface Counted extends Reader {
  readonly ofWorkspace: number;
  readonly status: OnboardingFilter['status'];
  readonly limit: number | null;
}

const numberOfSessions = createRead(
  'countOnboardingSessions',
  countUpTo.columns,
  (build, { ofWorkspace, status, limit, ...reader }: Slots<Counted>) => {
    const matching = build
      .select(counted)
      .from(sessions)
      .innerJoin(entitledTenants, eq(entitledTenants.tenantId, sessions.tenantId))
      .where(and(viewerIs(reader), matches({ workspaceId: ofWorkspace, status })));
    return countMatching(build, matching, limit);
  },
);

/** Counting stops at `limit`; null: all of them. */
export async function countOnboardingSessions(
  db: Db,
  viewer: Viewer,
  { workspaceId: ofWorkspace, status }: OnboardingFilter,
  limit: number | null = null,
): Promise<number> {
  const [row] = await numberOfSessions(db, { ...toReader(viewer), ofWorkspace, status, limit });
  return row?.count ?? 0;
}

function matches({
  workspaceId,
  status,
}: {
  readonly workspaceId: number | Placeholder;
  readonly status: OnboardingFilter['status'] | Placeholder;
}): SQL | undefined {
  return and(
    eq(sessions.workspaceId, workspaceId),
    status === null ? undefined : isOneOf(sessions.status, status),
  );
}

function behindCursor(page: PageRequest): SQL | undefined {
  const id = idOfCursor(page);
  return id === null ? undefined : newestFirst.behind(sessions.id, id, directionOf(page));
}
