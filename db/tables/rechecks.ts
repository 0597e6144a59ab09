import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { at, createdAt, id, ref } from './columns.ts';
import { providerConnections } from './connections.ts';

/**
 * The next automatic verification of a connection that waits for a grant. The row is the truth; the job is only an
 * alarm.
 */
export const verificationRechecks = pgTable(
  'verification_rechecks',
  {
    id: id(),
    tenantId: ref('tenant_id').notNull(),
    providerConnectionId: ref('provider_connection_id').notNull(),
    attempt: integer('attempt').notNull(),
    dueAt: at('due_at').notNull(),
    reasonCode: text('reason_code').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('verification_rechecks_connection_unique').on(t.providerConnectionId),
    index('verification_rechecks_tenant_idx').on(t.tenantId),
    foreignKey({
      name: 'verification_rechecks_connection_of_tenant',
      columns: [t.tenantId, t.providerConnectionId],
      foreignColumns: [providerConnections.tenantId, providerConnections.id],
    }).onDelete('cascade'),
    check('verification_rechecks_attempt_on_ladder', sql`${t.attempt} between 1 and 4`),
  ],
);
