CREATE TABLE "events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"tenant_id" bigint,
	"cause_key" text NOT NULL,
	"severity" text NOT NULL,
	"data" jsonb NOT NULL,
	"trigger" text,
	"operation_run_id" bigint,
	"once_key" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "events_once" UNIQUE("workspace_id","once_key"),
	CONSTRAINT "events_kind_known" CHECK ("events"."kind" in ('tenant.not_ready', 'tenant.ready', 'tenant.reason_changed', 'credential.expires', 'schedule.missed', 'run.lost')),
	CONSTRAINT "events_severity_known" CHECK ("events"."severity" in ('info', 'low', 'medium', 'high', 'critical'))
);
--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_tenant_of_workspace" FOREIGN KEY ("workspace_id","tenant_id") REFERENCES "public"."tenants"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_workspace_idx" ON "events" USING btree ("workspace_id","id");--> statement-breakpoint
CREATE INDEX "events_tenant_idx" ON "events" USING btree ("tenant_id","id");--> statement-breakpoint
CREATE INDEX "tenant_standing_credential_idx" ON "tenant_standing" USING btree ("credential_expires_at") WHERE "tenant_standing"."credential_expires_at" is not null;--> statement-breakpoint

CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON events
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint

-- What tenants have to share for their trouble to have one cause: the reason, and the application where it names one.
CREATE FUNCTION cause_of(reasons jsonb, overall text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce(reasons #>> '{0,code}', overall) || coalesce(' app_id=' || (
    SELECT min(fact ->> 'value') FROM jsonb_array_elements(reasons #> '{0,facts}') fact WHERE fact ->> 'kind' = 'app_id'), '')
$$;
--> statement-breakpoint

-- A transition is the difference between two standings, and is recorded with the one that makes it. Only a later verdict makes
-- one: a start, an acknowledgement or a removed run changes the row and is none. The first verdict is one unless it is ready.
CREATE FUNCTION tenant_standing_events() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was_ready boolean := coalesce(OLD.overall, 'ready') = 'ready';
  is_ready boolean := NEW.overall = 'ready';
  about tenant_standing := CASE WHEN is_ready THEN OLD ELSE NEW END;
BEGIN
  IF was_ready AND is_ready THEN RETURN NULL; END IF;
  IF NOT was_ready AND NOT is_ready AND OLD.overall = NEW.overall
    AND cause_of(OLD.reasons, OLD.overall) = cause_of(NEW.reasons, NEW.overall) THEN RETURN NULL; END IF;
  INSERT INTO events (workspace_id, kind, tenant_id, cause_key, severity, data, trigger, operation_run_id, once_key, at)
  SELECT NEW.workspace_id,
    CASE WHEN is_ready THEN 'tenant.ready' WHEN was_ready THEN 'tenant.not_ready' ELSE 'tenant.reason_changed' END,
    NEW.tenant_id, cause_of(about.reasons, about.overall),
    CASE NEW.overall WHEN 'ready' THEN 'info' WHEN 'blocked' THEN 'critical' ELSE 'medium' END,
    jsonb_build_object('reason', about.top_reason, 'overall', NEW.overall, 'before', OLD.overall, 'facts', (
      SELECT coalesce(jsonb_agg(fact), '[]') FROM jsonb_array_elements(about.reasons #> '{0,facts}') fact
      WHERE fact ->> 'kind' IN ('app_id', 'expired_at'))),
    run.trigger, run.id, 'verdict ' || run.id, run.completed_at
  FROM operation_runs run JOIN tenants tenant ON tenant.id = NEW.tenant_id AND tenant.status <> 'archived'
  WHERE run.id = NEW.verdict_run_id
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER tenant_standing_events AFTER UPDATE OF verdict_run_id ON tenant_standing
FOR EACH ROW WHEN (NEW.verdict_run_id > coalesce(OLD.verdict_run_id, 0)) EXECUTE FUNCTION tenant_standing_events();
--> statement-breakpoint

CREATE FUNCTION operation_runs_lost_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO events (workspace_id, kind, tenant_id, cause_key, severity, data, trigger, operation_run_id, once_key, at)
  VALUES (NEW.workspace_id, 'run.lost', NEW.tenant_id, 'worker.lost type=' || NEW.type, 'medium',
    jsonb_build_object('reason', 'worker.lost'), NEW.trigger, NEW.id, 'lost ' || NEW.id, NEW.completed_at)
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER operation_runs_lost_event AFTER UPDATE ON operation_runs
FOR EACH ROW WHEN (OLD.status <> 'completed' AND NEW.status = 'completed' AND NEW.failure_summary #>> '{0,reason_code}' = 'worker.lost')
EXECUTE FUNCTION operation_runs_lost_event();
--> statement-breakpoint

-- One event for each schedule and due time. All have one cause: nobody was there to start them.
CREATE FUNCTION schedule_runs_missed_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO events (workspace_id, kind, cause_key, severity, data, trigger, once_key, at)
  SELECT missed.workspace_id, 'schedule.missed', 'schedule.missed', 'medium',
    jsonb_build_object('reason', 'schedule.missed', 'schedule', schedule.name,
      'dueAt', to_char(missed.due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'tenants', missed.tenants),
    'schedule', 'missed ' || missed.schedule_id || ' ' || extract(epoch FROM missed.due_at), missed.at
  FROM (
    SELECT workspace_id, schedule_id, due_at, count(*) AS tenants, max(ended_at) AS at
    FROM born WHERE reason_code = 'schedule.missed' GROUP BY 1, 2, 3) missed
  JOIN schedules schedule ON schedule.id = missed.schedule_id
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER schedule_runs_missed_event AFTER INSERT ON schedule_runs REFERENCING NEW TABLE AS born
FOR EACH STATEMENT EXECUTE FUNCTION schedule_runs_missed_event();
--> statement-breakpoint

COMMENT ON TABLE events IS 'What changed, recorded in the transaction that changed it; append-only.';
--> statement-breakpoint
COMMENT ON COLUMN events.id IS 'Row number.';
--> statement-breakpoint
COMMENT ON COLUMN events.workspace_id IS 'The workspace it belongs to.';
--> statement-breakpoint
COMMENT ON COLUMN events.kind IS 'tenant.not_ready, tenant.ready, tenant.reason_changed, credential.expires, schedule.missed or run.lost.';
--> statement-breakpoint
COMMENT ON COLUMN events.tenant_id IS 'The tenant; null for an event of the whole workspace.';
--> statement-breakpoint
COMMENT ON COLUMN events.cause_key IS 'The reason and what it names: events of one cause have the same.';
--> statement-breakpoint
COMMENT ON COLUMN events.severity IS 'info, low, medium, high or critical.';
--> statement-breakpoint
COMMENT ON COLUMN events.data IS 'JSON object of facts by kind; never Microsoft''s text, never a secret.';
--> statement-breakpoint
COMMENT ON COLUMN events.trigger IS 'What started the run that found it; null if none did.';
--> statement-breakpoint
COMMENT ON COLUMN events.operation_run_id IS 'The run that found it. No foreign key: retention may remove the run.';
--> statement-breakpoint
COMMENT ON COLUMN events.once_key IS 'What happens once has one key, so that it is recorded once.';
--> statement-breakpoint
COMMENT ON COLUMN events.at IS 'When it happened.';
