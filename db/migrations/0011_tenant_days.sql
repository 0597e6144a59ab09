CREATE TABLE "tenant_days" (
	"tenant_id" bigint NOT NULL,
	"workspace_id" bigint NOT NULL,
	"day" date NOT NULL,
	"overall" text NOT NULL,
	"top_reason" text,
	"operation_run_id" bigint NOT NULL,
	"runs" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "tenant_days_pkey" PRIMARY KEY("tenant_id","day"),
	CONSTRAINT "tenant_days_overall_known" CHECK ("tenant_days"."overall" in ('ready', 'needs_attention', 'blocked')),
	CONSTRAINT "tenant_days_has_runs" CHECK ("tenant_days"."runs" > 0)
);
--> statement-breakpoint
ALTER TABLE "operation_runs" ADD COLUMN "completed_day" date;--> statement-breakpoint
ALTER TABLE "tenant_days" ADD CONSTRAINT "tenant_days_tenant_of_workspace" FOREIGN KEY ("workspace_id","tenant_id") REFERENCES "public"."tenants"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tenant_days_workspace_idx" ON "tenant_days" USING btree ("workspace_id","tenant_id");--> statement-breakpoint

-- The open checks of a report: root causes only, the most urgent first. Skipped checks are left out: what they depend on is
-- in the list itself. So is what could not be read for lack of a right where the report says already that the rights could
-- not be read. A report that was changed behind our back is not believed.
CREATE FUNCTION open_checks_of(context jsonb, verdict text, intact boolean)
RETURNS TABLE (item jsonb, code text, blocks boolean, urgency bigint) LANGUAGE sql IMMUTABLE AS $$
  WITH checks AS (
    SELECT each.item, place, each.item ->> 'status' AS status, each.item ->> 'reason_code' AS code,
      each.item ->> 'status' = 'fail' AND each.item -> 'blocking' = 'true' AS blocks,
      bool_or(each.item ->> 'reason_code' = 'permissions.unverifiable') OVER () AS is_unverifiable
    FROM jsonb_array_elements(CASE jsonb_typeof(context #> '{verification_report,checks}')
      WHEN 'array' THEN context #> '{verification_report,checks}' END) WITH ORDINALITY each (item, place)
    WHERE verdict <> 'ready' AND intact
  )
  SELECT checks.item, checks.code, checks.blocks,
    row_number() OVER (ORDER BY checks.blocks DESC, array_position(array['fail', 'warn', 'unknown'], status), place)
  FROM checks
  WHERE status IN ('fail', 'warn', 'unknown') AND checks.code IS NOT NULL
    AND NOT (is_unverifiable AND status = 'unknown' AND checks.code = 'permission.missing')
$$;
--> statement-breakpoint

-- As before (0005), with the open checks from the function that the days use, too.
CREATE OR REPLACE FUNCTION tenant_standing_of(asked bigint[]) RETURNS SETOF tenant_standing LANGUAGE sql STABLE AS $$
  SELECT tenant.id, tenant.workspace_id, latest.verdict, latest.id, since.completed_at, good.completed_at, bad.completed_at,
    opened.codes[1], coalesce(opened.codes, '{}'), coalesce(opened.blocking, '{}'), coalesce(opened.reasons, '[]'),
    latest.report_counts, attempt.id, under_way.id, credential.expires_at
  FROM tenants tenant
  LEFT JOIN LATERAL (
    SELECT run.id, run.verdict, run.report_counts, run.report_intact, run.context FROM operation_runs run
    WHERE run.tenant_id = tenant.id AND run.verdict IS NOT NULL
    ORDER BY run.id DESC LIMIT 1) latest ON true
  LEFT JOIN LATERAL (
    SELECT max(last.id) AS id FROM unnest(array['ready', 'needs_attention', 'blocked']) each (verdict)
    CROSS JOIN LATERAL (
      SELECT run.id FROM operation_runs run
      WHERE run.tenant_id = tenant.id AND run.verdict = each.verdict AND run.verdict IS NOT NULL
      ORDER BY run.id DESC LIMIT 1) last
    WHERE each.verdict <> latest.verdict) other ON true
  LEFT JOIN LATERAL (
    SELECT run.completed_at FROM operation_runs run
    WHERE run.tenant_id = tenant.id AND run.verdict IS NOT NULL AND run.id > coalesce(other.id, 0)
    ORDER BY run.id LIMIT 1) since ON true
  LEFT JOIN LATERAL (
    SELECT run.id, run.completed_at FROM operation_runs run
    WHERE run.tenant_id = tenant.id AND run.verdict = 'ready' AND run.verdict IS NOT NULL
    ORDER BY run.id DESC LIMIT 1) good ON true
  LEFT JOIN LATERAL (
    SELECT run.completed_at FROM operation_runs run
    WHERE run.tenant_id = tenant.id AND run.verdict IS NOT NULL AND run.id > coalesce(good.id, 0)
    ORDER BY run.id LIMIT 1) bad ON true
  LEFT JOIN LATERAL (
    SELECT run.id FROM operation_runs run
    WHERE run.tenant_id = tenant.id AND run.type = 'provider.connection.check' AND NOT run.is_rehearsal
    ORDER BY run.id DESC LIMIT 1) attempt ON true
  LEFT JOIN LATERAL (
    SELECT run.id FROM operation_runs run
    WHERE run.tenant_id = tenant.id AND run.type = 'provider.connection.check' AND run.status IN ('queued', 'running')
      AND NOT run.is_rehearsal
    ORDER BY run.id DESC LIMIT 1) under_way ON true
  LEFT JOIN LATERAL (
    SELECT min(credential.expires_at) AS expires_at
    FROM provider_connections connection
    JOIN provider_credentials credential ON credential.provider_connection_id = connection.id
    WHERE connection.tenant_id = tenant.id AND connection.status <> 'disabled') credential ON true
  LEFT JOIN LATERAL (
    WITH root AS (
      SELECT item, code, blocks, urgency FROM open_checks_of(latest.context, latest.verdict, latest.report_intact)
    ), of_code AS (
      SELECT root.code, min(root.urgency) AS urgency, jsonb_build_object(
        'code', root.code,
        'blocks', bool_or(root.blocks),
        'checks', jsonb_agg(jsonb_build_object('key', root.item -> 'key', 'acknowledged_until',
          CASE WHEN known.id IS NOT NULL THEN coalesce(
            to_char(known.expires_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'infinity') END)
          ORDER BY root.urgency),
        'facts', (
          SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('kind', fact -> 'kind', 'value', fact -> 'value')), '[]')
          FROM root same
          CROSS JOIN LATERAL jsonb_array_elements(CASE jsonb_typeof(same.item -> 'evidence')
            WHEN 'array' THEN same.item -> 'evidence' END) evidence (fact)
          WHERE same.code = root.code)) AS reason
      FROM root
      LEFT JOIN verification_check_acknowledgements known
        ON known.operation_run_id = latest.id AND known.check_key = root.item ->> 'key'
      GROUP BY root.code
    )
    SELECT (SELECT array_agg(code ORDER BY urgency) FROM root) AS codes,
      (SELECT array_agg(code ORDER BY urgency) FROM root WHERE blocks) AS blocking,
      (SELECT jsonb_agg(reason ORDER BY urgency) FROM of_code) AS reasons) opened ON true
  WHERE tenant.id = ANY(asked)
$$;
--> statement-breakpoint

-- The day on which a run ended stays what it was when the workspace moves to another time zone.
CREATE FUNCTION operation_runs_say_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT (NEW.completed_at AT TIME ZONE time_zone)::date INTO NEW.completed_day FROM workspaces WHERE id = NEW.workspace_id;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER operation_runs_say_day BEFORE INSERT OR UPDATE ON operation_runs
FOR EACH ROW WHEN (NEW.status = 'completed' AND NEW.completed_day IS NULL) EXECUTE FUNCTION operation_runs_say_day();
--> statement-breakpoint

-- What a tenant's verifications that are still kept say about its days. Runs that ended before this migration have UTC days:
-- writing a day into each of them would rewrite the largest table.
CREATE FUNCTION tenant_days_of(asked bigint[]) RETURNS SETOF tenant_days LANGUAGE sql STABLE AS $$
  SELECT last.tenant_id, last.workspace_id, each.day, last.verdict,
    (SELECT code FROM open_checks_of(last.context, last.verdict, last.report_intact) WHERE urgency = 1), last.id, each.runs
  FROM (
    SELECT coalesce(completed_day, (completed_at AT TIME ZONE 'UTC')::date) AS day, max(id) AS run_id, count(*)::int AS runs
    FROM operation_runs
    WHERE tenant_id = ANY(asked) AND verdict IS NOT NULL
    GROUP BY tenant_id, coalesce(completed_day, (completed_at AT TIME ZONE 'UTC')::date)) each
  JOIN operation_runs last ON last.id = each.run_id
$$;
--> statement-breakpoint

-- One verdict more on its day. Two runs may end in any order: the later one by id is the day's last.
CREATE FUNCTION keep_tenant_day(run operation_runs) RETURNS void LANGUAGE sql AS $$
  INSERT INTO tenant_days (tenant_id, workspace_id, day, overall, top_reason, operation_run_id)
  SELECT run.tenant_id, run.workspace_id, run.completed_day, run.verdict,
    (SELECT code FROM open_checks_of(run.context, run.verdict, run.report_intact) WHERE urgency = 1), run.id
  ON CONFLICT (tenant_id, day) DO UPDATE SET
    overall = CASE WHEN excluded.operation_run_id > tenant_days.operation_run_id THEN excluded.overall ELSE tenant_days.overall END,
    top_reason = CASE WHEN excluded.operation_run_id > tenant_days.operation_run_id THEN excluded.top_reason ELSE tenant_days.top_reason END,
    operation_run_id = greatest(excluded.operation_run_id, tenant_days.operation_run_id),
    runs = tenant_days.runs + 1
$$;
--> statement-breakpoint

-- Both triggers come by their names after those that lock the tenant's standing, always in that order.
CREATE FUNCTION operation_runs_keep_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_tenant_day(NEW);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER operation_runs_keep_day AFTER UPDATE ON operation_runs
FOR EACH ROW WHEN (OLD.status <> 'completed' AND NEW.status = 'completed' AND NEW.verdict IS NOT NULL)
EXECUTE FUNCTION operation_runs_keep_day();
--> statement-breakpoint
CREATE FUNCTION operation_runs_keep_new_days() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_tenant_day(run) FROM operation_runs run
  WHERE run.id IN (SELECT id FROM changed WHERE verdict IS NOT NULL AND tenant_id IS NOT NULL);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER operation_runs_keep_new_days AFTER INSERT ON operation_runs
REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION operation_runs_keep_new_days();
--> statement-breakpoint

-- Days that are missing, or that differ from the runs that are kept. A day of which retention removed runs is believed.
CREATE FUNCTION tenant_days_lacking(asked bigint[]) RETURNS SETOF tenant_days LANGUAGE sql STABLE AS $$
  SELECT found.* FROM tenant_days_of(asked) found
  WHERE NOT EXISTS (
    SELECT FROM tenant_days known
    WHERE known.tenant_id = found.tenant_id AND known.day = found.day AND known.runs >= found.runs
      AND (known.operation_run_id > found.operation_run_id
        OR known.operation_run_id = found.operation_run_id AND known.overall = found.overall
          AND known.top_reason IS NOT DISTINCT FROM found.top_reason))
$$;
--> statement-breakpoint
CREATE FUNCTION repair_tenant_days(asked bigint[]) RETURNS SETOF bigint LANGUAGE sql AS $$
  INSERT INTO tenant_days SELECT * FROM tenant_days_lacking(asked)
  ON CONFLICT (tenant_id, day) DO UPDATE SET overall = excluded.overall, top_reason = excluded.top_reason,
    operation_run_id = excluded.operation_run_id, runs = greatest(excluded.runs, tenant_days.runs)
  RETURNING tenant_id
$$;
--> statement-breakpoint
INSERT INTO tenant_days SELECT * FROM tenant_days_of((SELECT array_agg(id) FROM tenants));
--> statement-breakpoint

COMMENT ON COLUMN operation_runs.completed_day IS 'Day of completed_at in the time zone that the workspace had then; null for runs older than this column.';
--> statement-breakpoint
COMMENT ON TABLE tenant_days IS 'What each tenant''s verifications found on each day; outlives the runs.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_days.tenant_id IS 'The tenant.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_days.workspace_id IS 'The workspace it belongs to.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_days.day IS 'The day, in the time zone that the workspace had then.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_days.overall IS 'The day''s last verdict: ready, needs_attention or blocked.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_days.top_reason IS 'Code of the most urgent open reason of that verdict; null without one.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_days.operation_run_id IS 'The run that found it. No foreign key: retention may remove the run.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_days.runs IS 'Number of verdicts of that day.';
