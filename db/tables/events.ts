import { check, foreignKey, index, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { eventKinds, type EventData } from '../../core/notifications/event.ts';
import { severities } from '../../core/reasons/reasons.ts';
import { runTriggers } from '../../core/runs/run.ts';
import { at, id, oneOf, ref } from './columns.ts';
import { tenants, workspaces } from './tenancy.ts';

/** What changed, written by triggers in the transaction that changed it. */
export const events = pgTable(
  'events',
  {
    id: id(),
    workspaceId: ref('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    kind: text('kind', { enum: eventKinds }).notNull(),
    tenantId: ref('tenant_id'),
    causeKey: text('cause_key').notNull(),
    severity: text('severity', { enum: severities }).notNull(),
    data: jsonb('data').$type<EventData>().notNull(),
    /** What started the run that found it; null: no run did. */
    trigger: text('trigger', { enum: runTriggers }),
    /** No foreign key: retention may remove the run. */
    operationRunId: ref('operation_run_id'),
    /** What happens once is written once, whoever notices it. */
    onceKey: text('once_key').notNull(),
    at: at('at').notNull(),
  },
  (t) => [
    unique('events_once').on(t.workspaceId, t.onceKey),
    index('events_workspace_idx').on(t.workspaceId, t.id),
    index('events_tenant_idx').on(t.tenantId, t.id),
    foreignKey({
      name: 'events_tenant_of_workspace',
      columns: [t.workspaceId, t.tenantId],
      foreignColumns: [tenants.workspaceId, tenants.id],
    }),
    check('events_kind_known', oneOf(t.kind, eventKinds)),
    check('events_severity_known', oneOf(t.severity, severities)),
  ],
);
