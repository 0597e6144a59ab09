CREATE TABLE "tenant_standing" (
	"tenant_id" bigint PRIMARY KEY NOT NULL,
	"workspace_id" bigint NOT NULL,
	"overall" text,
	"verdict_run_id" bigint,
	"since" timestamp with time zone,
	"last_ready_at" timestamp with time zone,
	"first_not_ready_at" timestamp with time zone,
	"top_reason" text,
	"reason_codes" text[] DEFAULT '{}' NOT NULL,
	"blocking_codes" text[] DEFAULT '{}' NOT NULL,
	"reasons" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"counts" jsonb,
	"latest_run_id" bigint,
	"under_way_run_id" bigint,
	"credential_expires_at" timestamp with time zone,
	CONSTRAINT "tenant_standing_verdict_whole" CHECK (("tenant_standing"."overall" is null) = ("tenant_standing"."verdict_run_id" is null))
);
--> statement-breakpoint
DROP INDEX "operation_runs_good_idx";--> statement-breakpoint
DROP INDEX "operation_runs_bad_idx";--> statement-breakpoint
ALTER TABLE "tenant_standing" ADD CONSTRAINT "tenant_standing_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant_standing" ADD CONSTRAINT "tenant_standing_tenant_of_workspace" FOREIGN KEY ("workspace_id","tenant_id") REFERENCES "public"."tenants"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tenant_standing_workspace_idx" ON "tenant_standing" USING btree ("workspace_id","tenant_id");--> statement-breakpoint
CREATE INDEX "operation_runs_tenant_verdict_idx" ON "operation_runs" USING btree ("tenant_id","verdict","id") WHERE "operation_runs"."verdict" is not null;--> statement-breakpoint

-- How tenants stand, from what the other tables hold: the one place where a row of tenant_standing is worked out. A few
-- lookups by index for each tenant, however long its history. A report that was changed behind our back is not believed.
CREATE FUNCTION tenant_standing_of(asked bigint[]) RETURNS SETOF tenant_standing LANGUAGE sql STABLE AS $$
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
    WITH checks AS (
      SELECT item, place, item ->> 'status' AS status, item ->> 'reason_code' AS code,
        item ->> 'status' = 'fail' AND item -> 'blocking' = 'true' AS blocks,
        bool_or(item ->> 'reason_code' = 'permissions.unverifiable') OVER () AS is_unverifiable
      FROM jsonb_array_elements(CASE jsonb_typeof(latest.context #> '{verification_report,checks}')
        WHEN 'array' THEN latest.context #> '{verification_report,checks}' END) WITH ORDINALITY each (item, place)
      WHERE latest.verdict <> 'ready' AND latest.report_intact
    ), root AS (
      -- Root causes only. Skipped checks are left out: what they depend on is in the list itself. So is what could not be
      -- read for lack of a right where the report says already that the rights could not be read.
      SELECT item, code, blocks,
        row_number() OVER (ORDER BY blocks DESC, array_position(array['fail', 'warn', 'unknown'], status), place) AS urgency
      FROM checks
      WHERE status IN ('fail', 'warn', 'unknown') AND code IS NOT NULL
        AND NOT (is_unverifiable AND status = 'unknown' AND code = 'permission.missing')
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

-- Brings the rows of the tenants up to date and says which were not. They are locked first and worked out then, in a
-- statement of its own: whoever changes the same tenant at the same time waits, and sees what was changed before.
CREATE FUNCTION refresh_tenant_standing(asked bigint[]) RETURNS SETOF bigint LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO tenant_standing (tenant_id, workspace_id)
  SELECT id, workspace_id FROM tenants WHERE id = ANY(asked)
  ON CONFLICT DO NOTHING;
  PERFORM FROM tenant_standing WHERE tenant_id = ANY(asked) ORDER BY tenant_id FOR NO KEY UPDATE;
  RETURN QUERY
  UPDATE tenant_standing known
  SET workspace_id = actual.workspace_id, overall = actual.overall, verdict_run_id = actual.verdict_run_id,
    since = actual.since, last_ready_at = actual.last_ready_at, first_not_ready_at = actual.first_not_ready_at,
    top_reason = actual.top_reason, reason_codes = actual.reason_codes, blocking_codes = actual.blocking_codes,
    reasons = actual.reasons, counts = actual.counts, latest_run_id = actual.latest_run_id,
    under_way_run_id = actual.under_way_run_id, credential_expires_at = actual.credential_expires_at
  FROM tenant_standing_of(asked) actual
  WHERE actual.tenant_id = known.tenant_id AND actual IS DISTINCT FROM known
  RETURNING known.tenant_id;
END $$;
--> statement-breakpoint

CREATE FUNCTION tenants_have_standing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_tenant_standing((SELECT array_agg(id) FROM changed));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER tenants_have_standing AFTER INSERT ON tenants
REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tenants_have_standing();
--> statement-breakpoint

-- A start moves two numbers only, so it does not pay for the rest. Ids grow, but two starts may write in any order.
CREATE FUNCTION operation_runs_begin_standing() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ended bigint[];
BEGIN
  UPDATE tenant_standing standing
  SET latest_run_id = greatest(standing.latest_run_id, begun.id), under_way_run_id = greatest(standing.under_way_run_id, begun.id)
  FROM (
    SELECT tenant_id, max(id) AS id FROM changed
    WHERE type = 'provider.connection.check' AND status <> 'completed' AND NOT is_rehearsal GROUP BY tenant_id) begun
  WHERE begun.tenant_id = standing.tenant_id;
  SELECT array_agg(DISTINCT tenant_id) INTO ended FROM changed
  WHERE type = 'provider.connection.check' AND status = 'completed' AND NOT is_rehearsal AND tenant_id IS NOT NULL;
  IF ended IS NOT NULL THEN PERFORM refresh_tenant_standing(ended); END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER operation_runs_begin_standing AFTER INSERT ON operation_runs
REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION operation_runs_begin_standing();
--> statement-breakpoint
CREATE FUNCTION operation_runs_end_standing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_tenant_standing(array[NEW.tenant_id]);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER operation_runs_end_standing AFTER UPDATE ON operation_runs
FOR EACH ROW WHEN (OLD.status <> 'completed' AND NEW.status = 'completed' AND NEW.type = 'provider.connection.check')
EXECUTE FUNCTION operation_runs_end_standing();
--> statement-breakpoint
CREATE FUNCTION operation_runs_leave_standing() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  left_by bigint[] := (SELECT array_agg(DISTINCT tenant_id) FROM changed WHERE type = 'provider.connection.check');
BEGIN
  IF left_by IS NOT NULL THEN PERFORM refresh_tenant_standing(left_by); END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER operation_runs_leave_standing AFTER DELETE ON operation_runs
REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION operation_runs_leave_standing();
--> statement-breakpoint

-- Of an earlier run's acknowledgements a standing holds none.
CREATE FUNCTION acknowledgements_change_standing() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  standing_on bigint[] := (
    SELECT array_agg(DISTINCT standing.tenant_id)
    FROM changed JOIN operation_runs run ON run.id = changed.operation_run_id
    JOIN tenant_standing standing ON standing.tenant_id = run.tenant_id AND standing.verdict_run_id = run.id);
BEGIN
  IF standing_on IS NOT NULL THEN PERFORM refresh_tenant_standing(standing_on); END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER acknowledgements_given_change_standing AFTER INSERT ON verification_check_acknowledgements
REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION acknowledgements_change_standing();
--> statement-breakpoint
CREATE TRIGGER acknowledgements_changed_change_standing AFTER UPDATE ON verification_check_acknowledgements
REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION acknowledgements_change_standing();
--> statement-breakpoint
CREATE TRIGGER acknowledgements_taken_change_standing AFTER DELETE ON verification_check_acknowledgements
REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION acknowledgements_change_standing();
--> statement-breakpoint

CREATE FUNCTION provider_credentials_change_standing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_tenant_standing(array[connection.tenant_id]) FROM provider_connections connection
  WHERE connection.id = coalesce(NEW.provider_connection_id, OLD.provider_connection_id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER provider_credentials_change_standing AFTER INSERT OR DELETE OR UPDATE OF expires_at ON provider_credentials
FOR EACH ROW EXECUTE FUNCTION provider_credentials_change_standing();
--> statement-breakpoint
CREATE FUNCTION provider_connections_change_standing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_tenant_standing(array[NEW.tenant_id]);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER provider_connections_change_standing AFTER UPDATE OF status ON provider_connections
FOR EACH ROW WHEN ((OLD.status = 'disabled') <> (NEW.status = 'disabled'))
EXECUTE FUNCTION provider_connections_change_standing();
--> statement-breakpoint

SELECT refresh_tenant_standing((SELECT array_agg(id) FROM tenants));
--> statement-breakpoint

COMMENT ON TABLE tenant_standing IS 'How each tenant stands, by its verifications; written by triggers, checked and repaired by npm run standing.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_standing.tenant_id IS 'The tenant.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_standing.workspace_id IS 'The workspace it belongs to.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_standing.overall IS 'Latest verdict: ready, needs_attention or blocked; null: never verified.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_standing.verdict_run_id IS 'The run that found it.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_standing.since IS 'When the first verification of an unbroken row with this verdict ended.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_standing.last_ready_at IS 'When the latest verification that found it ready ended.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_standing.first_not_ready_at IS 'When the first verification after that ended; null while it is ready.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_standing.top_reason IS 'Code of the most urgent open reason; null without one.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_standing.reason_codes IS 'Code of each open check, the most urgent first.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_standing.blocking_codes IS 'Code of each open check that blocks.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_standing.reasons IS 'JSON list of {code, blocks, checks: [{key, acknowledged_until}], facts: [{kind, value}]}, the most urgent first.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_standing.counts IS 'JSON object: checks per status in that run.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_standing.latest_run_id IS 'The latest verification, whatever became of it.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_standing.under_way_run_id IS 'The latest verification that has not ended.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_standing.credential_expires_at IS 'When the first credential of its connections expires, as far as known.';
