import { createHash, randomUUID } from 'node:crypto';
import { toGlobalId } from '../../core/global-id.ts';
import { serveFloor } from '../world/floor-server.ts';

interface Who {
  readonly user_id: string;
  readonly workspace_id: string;
}

/** B2's floor: the token checked, the connection locked, and the rows of a start inserted in one transaction. */
serveFloor(async (sql, token, body) => {
  const { variables } = JSON.parse(body) as { variables: { id: string } };
  const hash = createHash('sha256').update(token).digest();
  return await sql.begin(async (tx) => {
    const who = only(
      await tx<Who[]>`
      select user_id, workspace_id from api_tokens
      where token_hash = ${hash} and revoked_at is null and (expires_at is null or expires_at > now())`,
    );
    const connection = only(
      await tx<{ id: string }[]>`
      select c.id from provider_connections c
      join entitled_tenants e on e.tenant_id = c.tenant_id and e.user_id = ${who.user_id}
      where c.tenant_id = ${variables.id} and c.is_default for update of c`,
    );
    const run = only(
      await tx<{ id: string }[]>`
      insert into operation_runs (workspace_id, tenant_id, type, initiator_user_id, provider_connection_id,
        run_identity_hash, job_id, last_event_seq, created_at)
      values (${who.workspace_id}, ${variables.id}, 'provider.connection.check', ${who.user_id},
        ${connection.id}, ${createHash('sha256').update(variables.id).digest('hex')}, ${randomUUID()}, 1, now())
      returning id`,
    );
    await tx`
      insert into operation_run_events (run_id, seq, kind, message) values (${run.id}, 1, 'queued', 'Queued.')`;
    await tx`
      insert into audit_entries (workspace_id, actor_user_id, action, subject_type, subject_id)
      values (${who.workspace_id}, ${who.user_id}, 'operation_run.start', 'operation_run', ${run.id})`;
    await tx`
      insert into pgboss.job (name, data) values ('provider.connection.check', ${tx.json({ runId: Number(run.id) })})`;
    return {
      data: { startVerification: { result: 'STARTED', run: { id: toGlobalId('run', Number(run.id)) } } },
    };
  });
});

function only<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error('a start finds its token, connection and run');
  return row;
}
