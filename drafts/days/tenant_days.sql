--> statement-breakpoint

-- The day of a verdict in the workspace's zone, as it is now: days that have passed stay where they are.
CREATE FUNCTION keep_tenant_day(of_tenant bigint, of_workspace bigint, run_id bigint, found text, ended timestamptz) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO tenant_days (tenant_id, workspace_id, day, overall, top_reason, operation_run_id, runs)
  SELECT of_tenant, of_workspace, (ended AT TIME ZONE workspace.time_zone)::date, found,
    (SELECT standing.top_reason FROM tenant_standing standing WHERE standing.tenant_id = of_tenant AND standing.verdict_run_id = run_id),
    run_id, 1
  FROM workspaces workspace WHERE workspace.id = of_workspace
  ON CONFLICT (tenant_id, day) DO UPDATE SET
    overall = CASE WHEN excluded.operation_run_id > tenant_days.operation_run_id THEN excluded.overall ELSE tenant_days.overall END,
    top_reason = CASE WHEN excluded.operation_run_id > tenant_days.operation_run_id THEN excluded.top_reason ELSE tenant_days.top_reason END,
    operation_run_id = greatest(excluded.operation_run_id, tenant_days.operation_run_id),
    runs = tenant_days.runs + 1
$$;
--> statement-breakpoint

-- After operation_runs_end_standing, whose name comes first: the day keeps the reason that stands then.
CREATE FUNCTION operation_runs_keep_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_tenant_day(NEW.tenant_id, NEW.workspace_id, NEW.id, NEW.verdict, NEW.completed_at);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER operation_runs_keep_day AFTER UPDATE ON operation_runs
FOR EACH ROW WHEN (OLD.status <> 'completed' AND NEW.status = 'completed' AND NEW.verdict IS NOT NULL)
EXECUTE FUNCTION operation_runs_keep_day();
--> statement-breakpoint
CREATE FUNCTION operation_runs_keep_new_days() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_tenant_day(tenant_id, workspace_id, id, verdict, completed_at) FROM changed
  WHERE verdict IS NOT NULL AND tenant_id IS NOT NULL ORDER BY id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER operation_runs_keep_new_days AFTER INSERT ON operation_runs
REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION operation_runs_keep_new_days();
--> statement-breakpoint

-- Verdicts whose day is missing, or tells of an older one or of something else. A day either side: the zone may have changed.
CREATE FUNCTION tenant_days_lacking(asked bigint[]) RETURNS TABLE (tenant_id bigint, workspace_id bigint, run_id bigint, verdict text, ended timestamptz)
LANGUAGE sql STABLE AS $$
  SELECT run.tenant_id, run.workspace_id, run.id, run.verdict, run.completed_at
  FROM operation_runs run
  WHERE run.tenant_id = ANY(asked) AND run.verdict IS NOT NULL AND NOT EXISTS (
    SELECT FROM tenant_days known WHERE known.tenant_id = run.tenant_id
      AND known.day BETWEEN (run.completed_at AT TIME ZONE 'UTC')::date - 1 AND (run.completed_at AT TIME ZONE 'UTC')::date + 1
      AND (known.operation_run_id > run.id OR known.operation_run_id = run.id AND known.overall = run.verdict))
  ORDER BY run.id
$$;
--> statement-breakpoint
CREATE FUNCTION repair_tenant_days(asked bigint[]) RETURNS SETOF bigint LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM tenant_days wrong USING operation_runs run
  WHERE wrong.tenant_id = ANY(asked) AND run.id = wrong.operation_run_id AND run.verdict IS DISTINCT FROM wrong.overall;
  RETURN QUERY
  WITH lacking AS MATERIALIZED (SELECT * FROM tenant_days_lacking(asked)),
    kept AS MATERIALIZED (
      SELECT lacking.tenant_id, keep_tenant_day(lacking.tenant_id, lacking.workspace_id, run_id, verdict, ended) FROM lacking)
  SELECT DISTINCT kept.tenant_id FROM kept;
END $$;
--> statement-breakpoint
INSERT INTO tenant_days (tenant_id, workspace_id, day, overall, top_reason, operation_run_id, runs)
SELECT run.tenant_id, run.workspace_id, (run.completed_at AT TIME ZONE workspace.time_zone)::date,
  (array_agg(run.verdict ORDER BY run.id DESC))[1],
  (array_agg(CASE WHEN standing.verdict_run_id = run.id THEN standing.top_reason END ORDER BY run.id DESC))[1],
  max(run.id), count(*)
FROM operation_runs run JOIN workspaces workspace ON workspace.id = run.workspace_id
LEFT JOIN tenant_standing standing ON standing.tenant_id = run.tenant_id
WHERE run.verdict IS NOT NULL AND run.tenant_id IS NOT NULL
GROUP BY run.tenant_id, run.workspace_id, 3;
--> statement-breakpoint

COMMENT ON TABLE tenant_days IS 'What each tenant''s verifications found on each day, in the workspace''s zone; outlives the runs.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_days.tenant_id IS 'The tenant.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_days.workspace_id IS 'The workspace it belongs to.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_days.day IS 'The day in the zone that the workspace had then.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_days.overall IS 'The day''s last verdict: ready, needs_attention or blocked.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_days.top_reason IS 'Code of the most urgent open reason then; null where it is not known or there was none.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_days.operation_run_id IS 'The run that found it. No foreign key: retention may remove the run.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_days.runs IS 'How many verdicts the day had.';
