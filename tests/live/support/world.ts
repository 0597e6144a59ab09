import type { Sql } from 'postgres';
import type { Role, SignIn } from '../../../core/access/access.ts';
import { createClient } from '../../../db/engine/client.ts';
import type { DatabaseConnection } from '../../../db/engine/sessions/address.ts';

/** A workspace with tenants and people, written with plain SQL as anyone could: nothing of the program announces it. */
export interface World extends AsyncDisposable {
  readonly sql: Sql;
  readonly workspaceId: number;
  readonly tenantId: number;
  addTenant(): Promise<number>;
  /** A member of the workspace and of its first tenant, signed in with a session. */
  addPerson(role?: Role): Promise<Person>;
  /** Without a connection, so any number may be active. */
  startRun(options?: { tenantId?: number; type?: string }): Promise<number>;
  /** One more version. */
  progress(runId: number, completed: number): Promise<void>;
  complete(runId: number): Promise<void>;
}

export interface Person {
  readonly signIn: SignIn;
  /** Takes the tenant away from them. */
  revoke(): Promise<void>;
  signOut(): Promise<void>;
}

export async function createWorld(connection: DatabaseConnection): Promise<World> {
  const sql = createClient({ connection, maxConnections: 4, applicationName: 'tests' });
  const id = async (rows: PromiseLike<readonly Record<string, unknown>[]>) => Number((await rows)[0]?.['id']);
  const workspaceId = await id(sql`insert into workspaces (name, slug) values ('Live', 'live') returning id`);
  const addTenant = () =>
    id(
      sql`insert into tenants (workspace_id, name, status) values (${workspaceId}, 'Tenant', 'active') returning id`,
    );
  const tenantId = await addTenant();

  return {
    sql,
    workspaceId,
    tenantId,
    addTenant,
    async addPerson(role = 'operator') {
      const userId = await id(sql`insert into users (display_name) values ('Somebody') returning id`);
      await sql`insert into workspace_memberships (workspace_id, user_id, role) values (${workspaceId}, ${userId}, ${role})`;
      await sql`insert into tenant_memberships (tenant_id, user_id, role) values (${tenantId}, ${userId}, ${role})`;
      const session = await id(sql`
        insert into user_sessions (user_id, token_hash, expires_at)
        values (${userId}, sha256(gen_random_uuid()::text::bytea), now() + interval '1 hour') returning id`);
      return {
        signIn: {
          kind: 'session',
          id: session,
          expiresAt: new Date(Date.now() + 3_600_000),
          viewer: { userId, workspaceId: null, scopes: null },
        },
        async revoke() {
          await sql`delete from tenant_memberships where user_id = ${userId} and tenant_id = ${tenantId}`;
        },
        async signOut() {
          await sql`delete from user_sessions where id = ${session}`;
        },
      };
    },
    startRun: ({ tenantId: of = tenantId, type = 'inventory.sync' } = {}) =>
      id(sql`
        insert into operation_runs (workspace_id, tenant_id, type, status, started_at)
        values (${workspaceId}, ${of}, ${type}, 'running', now()) returning id`),
    async progress(runId, completed) {
      await sql`update operation_runs set summary_counts = ${sql.json({ completed })} where id = ${runId}`;
    },
    async complete(runId) {
      await sql`
        update operation_runs set status = 'completed', outcome = 'succeeded', completed_at = now()
        where id = ${runId}`;
    },
    async [Symbol.asyncDispose]() {
      await sql.end({ timeout: 1 });
    },
  };
}
