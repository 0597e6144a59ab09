-- Indexes that serve the lists: see the tables of findings and operation_runs in db/tables, and tests/db/engine/plans.test.ts.
DROP INDEX "audit_entries_actor_idx";--> statement-breakpoint
DROP INDEX "operation_runs_initiator_idx";--> statement-breakpoint
CREATE INDEX "findings_status_idx" ON "findings" USING btree ("workspace_id","status","severity","id");--> statement-breakpoint
CREATE INDEX "operation_runs_outcome_idx" ON "operation_runs" USING btree ("workspace_id","outcome","id");--> statement-breakpoint
CREATE INDEX "operation_runs_type_idx" ON "operation_runs" USING btree ("workspace_id","type","outcome","id");--> statement-breakpoint
-- The search for part of a name. pg_trgm is a trusted extension: the owner of a database may create it, unless the server
-- lacks it or whoever runs the server forbids it. Its operator class is named with the schema it lies in, because some
-- managed servers keep extensions in one of their own.
DO $$
DECLARE
  trigrams text;
BEGIN
  BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
  EXCEPTION WHEN OTHERS THEN
    -- server/config/startup-error.ts has the sentence.
    RAISE EXCEPTION 'the extension pg_trgm cannot be created: %', SQLERRM USING ERRCODE = 'TA001';
  END;
  SELECT format('%I.gin_trgm_ops', namespace.nspname) INTO STRICT trigrams
  FROM pg_extension extension JOIN pg_namespace namespace ON namespace.oid = extension.extnamespace
  WHERE extension.extname = 'pg_trgm';
  EXECUTE format('CREATE INDEX tenants_search_idx ON tenants USING gin (name %1$s, tenant_id %1$s, external_id %1$s)', trigrams);
END $$;
--> statement-breakpoint
CREATE INDEX "audit_entries_actor_idx" ON "audit_entries" USING btree ("actor_user_id","workspace_id");--> statement-breakpoint
CREATE INDEX "operation_runs_initiator_idx" ON "operation_runs" USING btree ("initiator_user_id","workspace_id");