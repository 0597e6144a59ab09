CREATE TABLE "backup_set_gaps" (
	"set_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"external_id" text NOT NULL,
	"name" text NOT NULL,
	"reason_code" text NOT NULL,
	CONSTRAINT "backup_set_gaps_pkey" PRIMARY KEY("set_id","kind","external_id")
);
--> statement-breakpoint
CREATE TABLE "backup_set_parts" (
	"set_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"reason_code" text,
	"count" integer NOT NULL,
	CONSTRAINT "backup_set_parts_pkey" PRIMARY KEY("set_id","kind"),
	CONSTRAINT "backup_set_parts_status_known" CHECK ("backup_set_parts"."status" in ('read', 'partial', 'unreadable', 'not_applicable')),
	CONSTRAINT "backup_set_parts_reason_where_not_read" CHECK (("backup_set_parts"."reason_code" is not null) = ("backup_set_parts"."status" in ('unreadable', 'not_applicable')))
);
--> statement-breakpoint
CREATE TABLE "backup_sets" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "backup_sets_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"tenant_id" bigint NOT NULL,
	"connection_id" bigint NOT NULL,
	"operation_run_id" bigint,
	"entra_tenant_id" text NOT NULL,
	"seq" integer,
	"origin" text NOT NULL,
	"kinds" jsonb NOT NULL,
	"completeness" text NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"item_count" integer NOT NULL,
	CONSTRAINT "backup_sets_run_unique" UNIQUE("operation_run_id"),
	CONSTRAINT "backup_sets_seq_unique" UNIQUE("tenant_id","entra_tenant_id","seq"),
	CONSTRAINT "backup_sets_origin_known" CHECK ("backup_sets"."origin" in ('scheduled', 'manual', 'pre_restore', 'import')),
	CONSTRAINT "backup_sets_completeness_known" CHECK ("backup_sets"."completeness" in ('complete', 'partial')),
	CONSTRAINT "backup_sets_entra_tenant_id_guid" CHECK ("backup_sets"."entra_tenant_id" ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'),
	CONSTRAINT "backup_sets_on_or_beside_the_timeline" CHECK (("backup_sets"."seq" is not null) = ("backup_sets"."origin" in ('scheduled', 'manual')))
);
--> statement-breakpoint
CREATE TABLE "policies" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "policies_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"tenant_id" bigint NOT NULL,
	"entra_tenant_id" text NOT NULL,
	"kind" text NOT NULL,
	"external_id" text NOT NULL,
	"name" text NOT NULL,
	"platform" text,
	"first_seen_at" timestamp with time zone NOT NULL,
	"gone_at" timestamp with time zone,
	CONSTRAINT "policies_unique" UNIQUE("tenant_id","entra_tenant_id","kind","external_id")
);
--> statement-breakpoint
CREATE TABLE "policy_spans" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "policy_spans_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"policy_id" bigint NOT NULL,
	"version_id" bigint NOT NULL,
	"assignments" jsonb NOT NULL,
	"assignments_hash" text NOT NULL,
	"from_seq" integer NOT NULL,
	"from_at" timestamp with time zone NOT NULL,
	"to_seq" integer,
	CONSTRAINT "policy_spans_from_unique" UNIQUE("policy_id","from_seq"),
	CONSTRAINT "policy_spans_in_order" CHECK ("policy_spans"."to_seq" is null or "policy_spans"."to_seq" > "policy_spans"."from_seq"),
	CONSTRAINT "policy_spans_hash_is_sha256" CHECK ("policy_spans"."assignments_hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "policy_versions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "policy_versions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" bigint NOT NULL,
	"directory" text NOT NULL,
	"kind" text NOT NULL,
	"content_hash" text NOT NULL,
	"normaliser_version" integer NOT NULL,
	"payload" jsonb NOT NULL,
	"secret_state" text NOT NULL,
	"size_bytes" integer NOT NULL,
	CONSTRAINT "policy_versions_unique" UNIQUE("workspace_id","directory","kind","content_hash","normaliser_version"),
	CONSTRAINT "policy_versions_hash_is_sha256" CHECK ("policy_versions"."content_hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "policy_versions_secret_state_known" CHECK ("policy_versions"."secret_state" in ('none', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "setting_definitions" (
	"cloud" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"options" jsonb NOT NULL,
	CONSTRAINT "setting_definitions_pkey" PRIMARY KEY("cloud","id")
);
--> statement-breakpoint
ALTER TABLE "backup_set_gaps" ADD CONSTRAINT "backup_set_gaps_part" FOREIGN KEY ("set_id","kind") REFERENCES "public"."backup_set_parts"("set_id","kind") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "backup_set_parts" ADD CONSTRAINT "backup_set_parts_set_id_backup_sets_id_fk" FOREIGN KEY ("set_id") REFERENCES "public"."backup_sets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "backup_sets" ADD CONSTRAINT "backup_sets_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "backup_sets" ADD CONSTRAINT "backup_sets_operation_run_id_operation_runs_id_fk" FOREIGN KEY ("operation_run_id") REFERENCES "public"."operation_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "backup_sets" ADD CONSTRAINT "backup_sets_connection_of_tenant" FOREIGN KEY ("tenant_id","connection_id") REFERENCES "public"."provider_connections"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policies" ADD CONSTRAINT "policies_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_spans" ADD CONSTRAINT "policy_spans_policy_id_policies_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."policies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_spans" ADD CONSTRAINT "policy_spans_version_id_policy_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."policy_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_versions" ADD CONSTRAINT "policy_versions_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "backup_sets_tenant_idx" ON "backup_sets" USING btree ("tenant_id","id");--> statement-breakpoint
CREATE INDEX "backup_sets_complete_idx" ON "backup_sets" USING btree ("tenant_id","id") WHERE "backup_sets"."completeness" = 'complete';--> statement-breakpoint
CREATE INDEX "backup_sets_connection_idx" ON "backup_sets" USING btree ("tenant_id","connection_id");--> statement-breakpoint
CREATE INDEX "policies_tenant_idx" ON "policies" USING btree ("tenant_id","kind","name","id");--> statement-breakpoint
CREATE UNIQUE INDEX "policy_spans_open_unique" ON "policy_spans" USING btree ("policy_id") WHERE "policy_spans"."to_seq" is null;--> statement-breakpoint
CREATE INDEX "policy_spans_version_idx" ON "policy_spans" USING btree ("version_id");--> statement-breakpoint
COMMENT ON TABLE "backup_sets" IS 'One backup of a directory: its content is the policy_spans over its seq, less unreadable kinds and gaps. Written once.';--> statement-breakpoint
COMMENT ON TABLE "backup_set_parts" IS 'Every kind that a set was to hold, and how its reading came out.';--> statement-breakpoint
COMMENT ON TABLE "backup_set_gaps" IS 'Items that were listed and could not be read whole.';--> statement-breakpoint
COMMENT ON TABLE "policies" IS 'A policy of a directory, by Microsoft''s id.';--> statement-breakpoint
COMMENT ON TABLE "policy_versions" IS 'What a policy said, found by its content. Immutable; shared inside a workspace, never between workspaces.';--> statement-breakpoint
COMMENT ON TABLE "policy_spans" IS 'The version and the assignments that a policy had over a range of the timeline.';--> statement-breakpoint
COMMENT ON TABLE "setting_definitions" IS 'What Microsoft calls the settings of its catalog and their options.';--> statement-breakpoint
COMMENT ON COLUMN backup_sets.id IS 'Row number.';--> statement-breakpoint
COMMENT ON COLUMN backup_sets.tenant_id IS 'The tenant it belongs to.';--> statement-breakpoint
COMMENT ON COLUMN backup_sets.connection_id IS 'The connection it was read through.';--> statement-breakpoint
COMMENT ON COLUMN backup_sets.operation_run_id IS 'The run that took it; null for an import.';--> statement-breakpoint
COMMENT ON COLUMN backup_sets.entra_tenant_id IS 'Directory GUID in lower case.';--> statement-breakpoint
COMMENT ON COLUMN backup_sets.seq IS 'Place on the directory''s timeline; null for a set beside it.';--> statement-breakpoint
COMMENT ON COLUMN backup_sets.origin IS 'scheduled, manual, pre_restore or import.';--> statement-breakpoint
COMMENT ON COLUMN backup_sets.kinds IS 'JSON list of the kinds that it was to hold.';--> statement-breakpoint
COMMENT ON COLUMN backup_sets.completeness IS 'complete when every kind was read whole or does not exist in the directory, else partial.';--> statement-breakpoint
COMMENT ON COLUMN backup_sets.taken_at IS 'When it was taken.';--> statement-breakpoint
COMMENT ON COLUMN backup_sets.item_count IS 'How many policies were read.';--> statement-breakpoint
COMMENT ON COLUMN backup_set_parts.set_id IS 'The set it belongs to.';--> statement-breakpoint
COMMENT ON COLUMN backup_set_parts.kind IS 'Kind of policy.';--> statement-breakpoint
COMMENT ON COLUMN backup_set_parts.status IS 'read, partial, unreadable or not_applicable.';--> statement-breakpoint
COMMENT ON COLUMN backup_set_parts.reason_code IS 'Why it was not read; null when it was.';--> statement-breakpoint
COMMENT ON COLUMN backup_set_parts.count IS 'How many policies of the kind were read.';--> statement-breakpoint
COMMENT ON COLUMN backup_set_gaps.set_id IS 'The set it belongs to.';--> statement-breakpoint
COMMENT ON COLUMN backup_set_gaps.kind IS 'Kind of policy.';--> statement-breakpoint
COMMENT ON COLUMN backup_set_gaps.external_id IS 'Microsoft''s id of the policy.';--> statement-breakpoint
COMMENT ON COLUMN backup_set_gaps.name IS 'Its name in the list.';--> statement-breakpoint
COMMENT ON COLUMN backup_set_gaps.reason_code IS 'Why it could not be read whole.';--> statement-breakpoint
COMMENT ON COLUMN policies.id IS 'Row number.';--> statement-breakpoint
COMMENT ON COLUMN policies.tenant_id IS 'The tenant it belongs to.';--> statement-breakpoint
COMMENT ON COLUMN policies.entra_tenant_id IS 'Directory GUID in lower case.';--> statement-breakpoint
COMMENT ON COLUMN policies.kind IS 'Kind of policy.';--> statement-breakpoint
COMMENT ON COLUMN policies.external_id IS 'Microsoft''s id for it.';--> statement-breakpoint
COMMENT ON COLUMN policies.name IS 'Its name when a backup last saw it.';--> statement-breakpoint
COMMENT ON COLUMN policies.platform IS 'The platform it is for; null if its kind has none.';--> statement-breakpoint
COMMENT ON COLUMN policies.first_seen_at IS 'When a backup first saw it.';--> statement-breakpoint
COMMENT ON COLUMN policies.gone_at IS 'When Microsoft first answered that it does not exist; null while it does.';--> statement-breakpoint
COMMENT ON COLUMN policy_versions.id IS 'Row number.';--> statement-breakpoint
COMMENT ON COLUMN policy_versions.workspace_id IS 'The workspace it belongs to.';--> statement-breakpoint
COMMENT ON COLUMN policy_versions.directory IS 'GUID of the only directory that may use it, because it has a secret; empty: any of the workspace.';--> statement-breakpoint
COMMENT ON COLUMN policy_versions.kind IS 'Kind of policy.';--> statement-breakpoint
COMMENT ON COLUMN policy_versions.content_hash IS 'SHA-256 of the canonical form, in hex.';--> statement-breakpoint
COMMENT ON COLUMN policy_versions.normaliser_version IS 'Version of the canonical form.';--> statement-breakpoint
COMMENT ON COLUMN policy_versions.payload IS 'What Microsoft answered, with a mark in place of each secret.';--> statement-breakpoint
COMMENT ON COLUMN policy_versions.secret_state IS 'none, or unknown: it has a secret that Microsoft does not show.';--> statement-breakpoint
COMMENT ON COLUMN policy_versions.size_bytes IS 'Size of the payload.';--> statement-breakpoint
COMMENT ON COLUMN policy_spans.id IS 'Row number.';--> statement-breakpoint
COMMENT ON COLUMN policy_spans.policy_id IS 'The policy.';--> statement-breakpoint
COMMENT ON COLUMN policy_spans.version_id IS 'What it said.';--> statement-breakpoint
COMMENT ON COLUMN policy_spans.assignments IS 'JSON list of who got it.';--> statement-breakpoint
COMMENT ON COLUMN policy_spans.assignments_hash IS 'SHA-256 of the assignments, in hex.';--> statement-breakpoint
COMMENT ON COLUMN policy_spans.from_seq IS 'The first set in which it was so.';--> statement-breakpoint
COMMENT ON COLUMN policy_spans.from_at IS 'When that set was taken.';--> statement-breakpoint
COMMENT ON COLUMN policy_spans.to_seq IS 'The first set in which it was different; null: it still is so.';--> statement-breakpoint
COMMENT ON COLUMN setting_definitions.cloud IS 'global, usgov, usgovdod, china or sandbox.';--> statement-breakpoint
COMMENT ON COLUMN setting_definitions.id IS 'Microsoft''s id of the setting.';--> statement-breakpoint
COMMENT ON COLUMN setting_definitions.name IS 'Its name in the portal.';--> statement-breakpoint
COMMENT ON COLUMN setting_definitions.description IS 'Its description in the portal.';--> statement-breakpoint
COMMENT ON COLUMN setting_definitions.options IS 'JSON object: the name of each option by its id.';--> statement-breakpoint
CREATE FUNCTION refuse_change_of_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is written once: a backup is not changed', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER backup_sets_immutable BEFORE UPDATE ON backup_sets
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();--> statement-breakpoint
CREATE TRIGGER backup_set_parts_immutable BEFORE UPDATE ON backup_set_parts
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();--> statement-breakpoint
CREATE TRIGGER backup_set_gaps_immutable BEFORE UPDATE ON backup_set_gaps
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();--> statement-breakpoint
CREATE TRIGGER policy_versions_immutable BEFORE UPDATE ON policy_versions
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();--> statement-breakpoint
-- A span ends once, and nothing else of it changes.
CREATE TRIGGER policy_spans_immutable BEFORE UPDATE ON policy_spans
  FOR EACH ROW WHEN (OLD.to_seq IS NOT NULL OR (NEW.policy_id, NEW.version_id, NEW.assignments_hash, NEW.from_seq)
    IS DISTINCT FROM (OLD.policy_id, OLD.version_id, OLD.assignments_hash, OLD.from_seq))
  EXECUTE FUNCTION refuse_change_of_history();--> statement-breakpoint
-- Complete is what was read whole: at the end of the transaction, when the parts and gaps are there.
CREATE FUNCTION backup_set_is_what_its_parts_say() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  planned integer := jsonb_array_length(NEW.kinds);
  parts integer;
  whole integer;
BEGIN
  SELECT count(*), count(*) FILTER (WHERE part.status IN ('read', 'not_applicable'))
    INTO parts, whole FROM backup_set_parts part WHERE part.set_id = NEW.id;
  IF parts <> planned THEN
    RAISE EXCEPTION 'backup set % has % parts of % planned kinds', NEW.id, parts, planned USING ERRCODE = 'check_violation';
  END IF;
  IF (NEW.completeness = 'complete') <> (whole = parts) THEN
    RAISE EXCEPTION 'backup set % is not %', NEW.id, NEW.completeness USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT FROM backup_set_parts part WHERE part.set_id = NEW.id AND (part.status = 'partial') <>
    EXISTS (SELECT FROM backup_set_gaps gap WHERE gap.set_id = part.set_id AND gap.kind = part.kind)) THEN
    RAISE EXCEPTION 'backup set %: a part is partial exactly when it has gaps', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER backup_sets_what_parts_say AFTER INSERT ON backup_sets
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION backup_set_is_what_its_parts_say();
