CREATE TABLE "schedule_dues" (
	"schedule_id" bigint NOT NULL,
	"tenant_id" bigint NOT NULL,
	"workspace_id" bigint NOT NULL,
	"operation_type" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"start_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"blocking_run_id" bigint,
	CONSTRAINT "schedule_dues_pkey" PRIMARY KEY("schedule_id","tenant_id","due_at"),
	CONSTRAINT "schedule_dues_window_not_empty" CHECK ("schedule_dues"."closes_at" > "schedule_dues"."due_at")
);
--> statement-breakpoint
CREATE TABLE "schedule_runs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "schedule_runs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" bigint NOT NULL,
	"schedule_id" bigint NOT NULL,
	"tenant_id" bigint NOT NULL,
	"operation_type" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"status" text NOT NULL,
	"reason_code" text,
	"operation_run_id" bigint,
	"blocking_run_id" bigint,
	"backup_set_id" bigint,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "schedule_runs_unique" UNIQUE("schedule_id","tenant_id","due_at"),
	CONSTRAINT "schedule_runs_status_known" CHECK ("schedule_runs"."status" in ('running', 'success', 'partial', 'failed', 'canceled', 'skipped')),
	CONSTRAINT "schedule_runs_skipped_exactly_without_a_run" CHECK (("schedule_runs"."status" = 'skipped') = ("schedule_runs"."operation_run_id" is null)),
	CONSTRAINT "schedule_runs_skipped_for_a_reason" CHECK ("schedule_runs"."status" <> 'skipped' or "schedule_runs"."reason_code" is not null),
	CONSTRAINT "schedule_runs_ended_exactly_when_final" CHECK (("schedule_runs"."status" = 'running') = ("schedule_runs"."ended_at" is null)),
	CONSTRAINT "schedule_runs_started_exactly_with_a_run" CHECK (("schedule_runs"."started_at" is null) = ("schedule_runs"."operation_run_id" is null))
);
--> statement-breakpoint
CREATE TABLE "schedule_ticks" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"ticked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "schedule_ticks_one_row" CHECK ("schedule_ticks"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "schedules" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "schedules_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" bigint NOT NULL,
	"operation_type" text NOT NULL,
	"name" text NOT NULL,
	"selector" jsonb NOT NULL,
	"cadence" text NOT NULL,
	"at_local" text,
	"weekdays" smallint[],
	"every_hours" smallint,
	"time_zone" text NOT NULL,
	"window_minutes" integer NOT NULL,
	"options" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"is_enabled" boolean DEFAULT true NOT NULL,
	"paused_reason" text,
	"next_due_at" timestamp with time zone,
	"created_by_user_id" bigint,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "schedules_workspace_id_unique" UNIQUE("workspace_id","id"),
	CONSTRAINT "schedules_cadence_known" CHECK ("schedules"."cadence" in ('daily', 'weekly', 'hourly')),
	CONSTRAINT "schedules_name_not_blank" CHECK (btrim("schedules"."name") <> ''),
	CONSTRAINT "schedules_next_due_exactly_when_enabled" CHECK ("schedules"."is_enabled" = ("schedules"."next_due_at" is not null)),
	CONSTRAINT "schedules_paused_reason_only_when_paused" CHECK ("schedules"."paused_reason" is null or not "schedules"."is_enabled"),
	CONSTRAINT "schedules_deleted_are_paused" CHECK ("schedules"."deleted_at" is null or not "schedules"."is_enabled"),
	CONSTRAINT "schedules_window_in_bounds" CHECK ("schedules"."window_minutes" between 1 and 720),
	CONSTRAINT "schedules_at_local_is_a_time" CHECK ("schedules"."at_local" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
	CONSTRAINT "schedules_weekdays_are_days" CHECK ("schedules"."weekdays" <@ '{1,2,3,4,5,6,7}' and cardinality("schedules"."weekdays") > 0),
	CONSTRAINT "schedules_every_hours_divides_a_day" CHECK ("schedules"."every_hours" in (1, 2, 3, 4, 6, 8, 12)),
	CONSTRAINT "schedules_cadence_is_whole" CHECK (("schedules"."at_local" is not null) = ("schedules"."cadence" <> 'hourly') and ("schedules"."weekdays" is not null) = ("schedules"."cadence" = 'weekly')
        and ("schedules"."every_hours" is not null) = ("schedules"."cadence" = 'hourly'))
);
--> statement-breakpoint
ALTER TABLE "operation_runs" ADD COLUMN "trigger" text DEFAULT 'user' NOT NULL;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "frozen_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "frozen_reason" text;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "frozen_by_user_id" bigint;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "time_zone" text DEFAULT 'UTC' NOT NULL;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "frozen_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "frozen_reason" text;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "frozen_by_user_id" bigint;--> statement-breakpoint
ALTER TABLE "schedule_dues" ADD CONSTRAINT "schedule_dues_schedule_of_workspace" FOREIGN KEY ("workspace_id","schedule_id") REFERENCES "public"."schedules"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedule_dues" ADD CONSTRAINT "schedule_dues_tenant_of_workspace" FOREIGN KEY ("workspace_id","tenant_id") REFERENCES "public"."tenants"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedule_runs" ADD CONSTRAINT "schedule_runs_schedule_of_workspace" FOREIGN KEY ("workspace_id","schedule_id") REFERENCES "public"."schedules"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedule_runs" ADD CONSTRAINT "schedule_runs_tenant_of_workspace" FOREIGN KEY ("workspace_id","tenant_id") REFERENCES "public"."tenants"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedules" ADD CONSTRAINT "schedules_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedules" ADD CONSTRAINT "schedules_created_by_user_id_users_id_fk" FOREIGN KEY ("created_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "schedule_dues_start_idx" ON "schedule_dues" USING btree ("start_at");--> statement-breakpoint
CREATE INDEX "schedule_dues_tenant_idx" ON "schedule_dues" USING btree ("workspace_id","tenant_id","operation_type");--> statement-breakpoint
CREATE INDEX "schedule_runs_round_idx" ON "schedule_runs" USING btree ("schedule_id","due_at","status","tenant_id");--> statement-breakpoint
CREATE INDEX "schedule_runs_workspace_idx" ON "schedule_runs" USING btree ("workspace_id","id");--> statement-breakpoint
CREATE INDEX "schedule_runs_status_idx" ON "schedule_runs" USING btree ("workspace_id","status","id");--> statement-breakpoint
CREATE INDEX "schedule_runs_tenant_idx" ON "schedule_runs" USING btree ("tenant_id","id");--> statement-breakpoint
CREATE INDEX "schedule_runs_operation_run_idx" ON "schedule_runs" USING btree ("operation_run_id");--> statement-breakpoint
CREATE INDEX "schedule_runs_running_idx" ON "schedule_runs" USING btree ("workspace_id") WHERE "schedule_runs"."status" = 'running';--> statement-breakpoint
CREATE INDEX "schedules_due_idx" ON "schedules" USING btree ("next_due_at") WHERE "schedules"."is_enabled";--> statement-breakpoint
CREATE INDEX "schedules_created_by_idx" ON "schedules" USING btree ("created_by_user_id");--> statement-breakpoint
CREATE INDEX "operation_runs_trigger_idx" ON "operation_runs" USING btree ("workspace_id","trigger","id");--> statement-breakpoint
ALTER TABLE "operation_runs" ADD CONSTRAINT "operation_runs_trigger_known" CHECK ("operation_runs"."trigger" in ('user', 'api_token', 'consent', 'recheck', 'schedule'));--> statement-breakpoint
ALTER TABLE "tenants" ADD CONSTRAINT "tenants_freeze_is_whole" CHECK (("tenants"."frozen_until" is null) = ("tenants"."frozen_reason" is null) and ("tenants"."frozen_until" is null) = ("tenants"."frozen_by_user_id" is null));--> statement-breakpoint
ALTER TABLE "workspaces" ADD CONSTRAINT "workspaces_freeze_is_whole" CHECK (("workspaces"."frozen_until" is null) = ("workspaces"."frozen_reason" is null) and ("workspaces"."frozen_until" is null) = ("workspaces"."frozen_by_user_id" is null));--> statement-breakpoint

-- PostgreSQL computes local days (tenant_days), so it must know the zone; whoever plans asks the runtime as well.
CREATE FUNCTION assert_time_zone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Any instant does: only the name is looked up.
  PERFORM to_timestamp(0) AT TIME ZONE NEW.time_zone;
  RETURN NEW;
EXCEPTION WHEN invalid_parameter_value THEN
  RAISE EXCEPTION '% is no time zone', NEW.time_zone
    USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_time_zone_known';
END $$;
--> statement-breakpoint
CREATE TRIGGER workspaces_time_zone_known BEFORE INSERT OR UPDATE OF time_zone ON workspaces
FOR EACH ROW EXECUTE FUNCTION assert_time_zone();
--> statement-breakpoint
CREATE TRIGGER schedules_time_zone_known BEFORE INSERT OR UPDATE OF time_zone ON schedules
FOR EACH ROW EXECUTE FUNCTION assert_time_zone();
--> statement-breakpoint
CREATE TRIGGER schedules_touch_updated_at BEFORE UPDATE ON schedules
FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
--> statement-breakpoint

-- Never both a due and a run: a planner that comes late adds nothing, and the due goes with the birth of its run.
CREATE FUNCTION schedule_dues_before_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM schedule_runs run WHERE run.schedule_id = NEW.schedule_id AND run.tenant_id = NEW.tenant_id
      AND run.due_at = NEW.due_at) THEN
    RAISE EXCEPTION 'schedule % has a run for tenant % at % already', NEW.schedule_id, NEW.tenant_id, NEW.due_at
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'schedule_dues_no_run_yet';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER schedule_dues_before_insert BEFORE INSERT ON schedule_dues
FOR EACH ROW EXECUTE FUNCTION schedule_dues_before_insert();
--> statement-breakpoint
CREATE FUNCTION schedule_runs_after_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM schedule_dues due USING born WHERE due.schedule_id = born.schedule_id AND due.tenant_id = born.tenant_id
    AND due.due_at = born.due_at;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER schedule_runs_after_insert AFTER INSERT ON schedule_runs REFERENCING NEW TABLE AS born
FOR EACH STATEMENT EXECUTE FUNCTION schedule_runs_after_insert();
--> statement-breakpoint

CREATE FUNCTION schedule_runs_before_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'running' THEN
    RAISE EXCEPTION 'schedule run % is final', OLD.id
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'schedule_runs_final';
  END IF;
  IF (NEW.id, NEW.schedule_id, NEW.tenant_id, NEW.due_at, NEW.operation_run_id)
      IS DISTINCT FROM (OLD.id, OLD.schedule_id, OLD.tenant_id, OLD.due_at, OLD.operation_run_id) THEN
    RAISE EXCEPTION 'schedule run % stays what it is about', OLD.id
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'schedule_runs_identity_is_fixed';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER schedule_runs_before_change BEFORE UPDATE ON schedule_runs
FOR EACH ROW EXECUTE FUNCTION schedule_runs_before_change();
--> statement-breakpoint
CREATE TRIGGER schedule_runs_kept BEFORE DELETE OR TRUNCATE ON schedule_runs
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint

-- Whoever ends a run ends what its schedule has written of it, in the same transaction. "success" speaks of the run: a
-- verification that reached a verdict, whatever it is.
CREATE FUNCTION operation_runs_end_schedule_run() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE schedule_runs SET
    status = CASE
      WHEN NEW.outcome = 'cancelled' THEN 'canceled'
      WHEN NEW.type = 'provider.connection.check' THEN CASE WHEN NEW.verdict IS NULL THEN 'failed' ELSE 'success' END
      WHEN NEW.outcome = 'succeeded' THEN 'success'
      WHEN NEW.outcome = 'partially_succeeded' THEN 'partial'
      ELSE 'failed' END,
    reason_code = coalesce(NEW.failure_summary #>> '{0,reason_code}', NEW.reason_code),
    ended_at = NEW.completed_at
  WHERE operation_run_id = NEW.id AND status = 'running';
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER operation_runs_end_schedule_run AFTER UPDATE ON operation_runs
FOR EACH ROW WHEN (OLD.status <> 'completed' AND NEW.status = 'completed' AND NEW.trigger = 'schedule')
EXECUTE FUNCTION operation_runs_end_schedule_run();
--> statement-breakpoint

-- Runs that nobody started were re-checks; the rest keeps the default. A completed row changes for nothing else, hence past its rule.
ALTER TABLE operation_runs DISABLE TRIGGER operation_runs_before_write;
--> statement-breakpoint
UPDATE operation_runs SET trigger = 'recheck' WHERE initiator_user_id IS NULL;
--> statement-breakpoint
ALTER TABLE operation_runs ENABLE TRIGGER operation_runs_before_write;
--> statement-breakpoint

-- The origin's name for the runs of scheduled backups.
CREATE VIEW backup_schedule_runs AS SELECT * FROM schedule_runs WHERE operation_type = 'backup.run';
--> statement-breakpoint

-- What workspaces made from now on begin with (db/schedules/schedule-writes.ts); here it waits until somebody agrees.
INSERT INTO schedules (workspace_id, operation_type, name, selector, cadence, at_local, time_zone, window_minutes, is_enabled, paused_reason)
SELECT id, 'provider.connection.check', 'Nightly verification', '{"all": true}', 'daily', '02:00', time_zone, 240, false,
  'Added by an upgrade. Resume it to verify all tenants every night.'
FROM workspaces;
--> statement-breakpoint

COMMENT ON COLUMN workspaces.time_zone IS 'IANA time zone of the workspace''s days and of schedules without one of their own.';
--> statement-breakpoint
COMMENT ON COLUMN workspaces.frozen_until IS 'No schedule starts anything before; null or past: not frozen.';
--> statement-breakpoint
COMMENT ON COLUMN workspaces.frozen_reason IS 'Why it was frozen.';
--> statement-breakpoint
COMMENT ON COLUMN workspaces.frozen_by_user_id IS 'Who froze it.';
--> statement-breakpoint
COMMENT ON COLUMN tenants.frozen_until IS 'No schedule starts anything before; null or past: not frozen.';
--> statement-breakpoint
COMMENT ON COLUMN tenants.frozen_reason IS 'Why it was frozen.';
--> statement-breakpoint
COMMENT ON COLUMN tenants.frozen_by_user_id IS 'Who froze it.';
--> statement-breakpoint
COMMENT ON COLUMN operation_runs.trigger IS 'What started it: user, api_token, consent, recheck or schedule.';
--> statement-breakpoint
COMMENT ON TABLE schedules IS 'What the program starts by itself, and when.';
--> statement-breakpoint
COMMENT ON COLUMN schedules.id IS 'Row number.';
--> statement-breakpoint
COMMENT ON COLUMN schedules.workspace_id IS 'The workspace it acts for.';
--> statement-breakpoint
COMMENT ON COLUMN schedules.operation_type IS 'What it starts.';
--> statement-breakpoint
COMMENT ON COLUMN schedules.name IS 'Display name.';
--> statement-breakpoint
COMMENT ON COLUMN schedules.selector IS 'JSON: {"all": true} or {"tenantIds": [...]}; evaluated when it is due.';
--> statement-breakpoint
COMMENT ON COLUMN schedules.cadence IS 'daily, weekly or hourly.';
--> statement-breakpoint
COMMENT ON COLUMN schedules.at_local IS 'Time of day in its zone, HH:MM; null for hourly.';
--> statement-breakpoint
COMMENT ON COLUMN schedules.weekdays IS 'For weekly: 1 (Monday) to 7 (Sunday).';
--> statement-breakpoint
COMMENT ON COLUMN schedules.every_hours IS 'For hourly: due at every local hour that it divides.';
--> statement-breakpoint
COMMENT ON COLUMN schedules.time_zone IS 'IANA time zone; one that PostgreSQL knows.';
--> statement-breakpoint
COMMENT ON COLUMN schedules.window_minutes IS 'The starts of one due time are spread over it.';
--> statement-breakpoint
COMMENT ON COLUMN schedules.options IS 'JSON object: what the operation takes beside the tenant.';
--> statement-breakpoint
COMMENT ON COLUMN schedules.is_enabled IS 'false: paused.';
--> statement-breakpoint
COMMENT ON COLUMN schedules.paused_reason IS 'Why it is paused.';
--> statement-breakpoint
COMMENT ON COLUMN schedules.next_due_at IS 'When it is due next; set exactly when it is enabled.';
--> statement-breakpoint
COMMENT ON COLUMN schedules.created_by_user_id IS 'Who made it; null for the program. It outlives them.';
--> statement-breakpoint
COMMENT ON COLUMN schedules.created_at IS 'When the row was written.';
--> statement-breakpoint
COMMENT ON COLUMN schedules.updated_at IS 'When it was last changed, by trigger.';
--> statement-breakpoint
COMMENT ON COLUMN schedules.deleted_at IS 'When it was deleted; its runs stay.';
--> statement-breakpoint
COMMENT ON TABLE schedule_dues IS 'What has still to start of a due time; a row goes when its run is born.';
--> statement-breakpoint
COMMENT ON COLUMN schedule_dues.schedule_id IS 'The schedule.';
--> statement-breakpoint
COMMENT ON COLUMN schedule_dues.tenant_id IS 'The tenant.';
--> statement-breakpoint
COMMENT ON COLUMN schedule_dues.workspace_id IS 'The workspace of both.';
--> statement-breakpoint
COMMENT ON COLUMN schedule_dues.operation_type IS 'What is to be started.';
--> statement-breakpoint
COMMENT ON COLUMN schedule_dues.due_at IS 'The due time.';
--> statement-breakpoint
COMMENT ON COLUMN schedule_dues.start_at IS 'The tenant''s turn in the window; later if something was in the way.';
--> statement-breakpoint
COMMENT ON COLUMN schedule_dues.closes_at IS 'End of the window: a tenant that is busy then is skipped.';
--> statement-breakpoint
COMMENT ON COLUMN schedule_dues.blocking_run_id IS 'The run that was in the way at the last try; null before the first.';
--> statement-breakpoint
COMMENT ON TABLE schedule_runs IS 'What became of each tenant at each due time; final rows never change.';
--> statement-breakpoint
COMMENT ON COLUMN schedule_runs.id IS 'Row number.';
--> statement-breakpoint
COMMENT ON COLUMN schedule_runs.workspace_id IS 'The workspace it belongs to.';
--> statement-breakpoint
COMMENT ON COLUMN schedule_runs.schedule_id IS 'The schedule.';
--> statement-breakpoint
COMMENT ON COLUMN schedule_runs.tenant_id IS 'The tenant.';
--> statement-breakpoint
COMMENT ON COLUMN schedule_runs.operation_type IS 'What was to be started.';
--> statement-breakpoint
COMMENT ON COLUMN schedule_runs.due_at IS 'The due time.';
--> statement-breakpoint
COMMENT ON COLUMN schedule_runs.closes_at IS 'End of its window.';
--> statement-breakpoint
COMMENT ON COLUMN schedule_runs.status IS 'running, then success, partial, failed or canceled; or skipped from the beginning.';
--> statement-breakpoint
COMMENT ON COLUMN schedule_runs.reason_code IS 'Why it was skipped, failed or canceled.';
--> statement-breakpoint
COMMENT ON COLUMN schedule_runs.operation_run_id IS 'The run; null exactly when skipped. No foreign key: retention may remove the run.';
--> statement-breakpoint
COMMENT ON COLUMN schedule_runs.blocking_run_id IS 'For one that was skipped: the run that was in the way. No foreign key.';
--> statement-breakpoint
COMMENT ON COLUMN schedule_runs.backup_set_id IS 'For a backup: the set it made. No foreign key.';
--> statement-breakpoint
COMMENT ON COLUMN schedule_runs.started_at IS 'When its run was queued; null when skipped.';
--> statement-breakpoint
COMMENT ON COLUMN schedule_runs.ended_at IS 'When it became final.';
--> statement-breakpoint
COMMENT ON TABLE schedule_ticks IS 'When a worker last did what is due every minute: one row.';
--> statement-breakpoint
COMMENT ON COLUMN schedule_ticks.id IS 'Always 1.';
--> statement-breakpoint
COMMENT ON COLUMN schedule_ticks.ticked_at IS 'When the last tick had done its work.';

--> statement-breakpoint
COMMENT ON VIEW backup_schedule_runs IS 'The schedule runs of backups, under the name of TenantAtlas''s origin.';
