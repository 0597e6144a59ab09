-- An acknowledgement is about a check of a completed run that did not pass; one on a blocking check has an end.
CREATE FUNCTION verification_check_acknowledgements_before_write() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  run_status text;
  acknowledged jsonb;
BEGIN
  SELECT run.status, checked.item INTO run_status, acknowledged
  FROM operation_runs run
  LEFT JOIN LATERAL jsonb_array_elements(run.context #> '{verification_report,checks}') checked (item)
    ON checked.item ->> 'key' = NEW.check_key
  WHERE run.id = NEW.operation_run_id;
  IF run_status IS DISTINCT FROM 'completed' THEN
    RAISE EXCEPTION 'operation run % is not completed, so nothing of it can be acknowledged', NEW.operation_run_id
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'verification_check_acknowledgements_run_completed';
  END IF;
  IF acknowledged IS NULL OR acknowledged ->> 'status' NOT IN ('fail', 'warn', 'unknown') THEN
    RAISE EXCEPTION 'check % of operation run % did not fail', NEW.check_key, NEW.operation_run_id
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'verification_check_acknowledgements_check_failed';
  END IF;
  IF NEW.expires_at IS NULL AND (acknowledged ->> 'blocking')::boolean THEN
    RAISE EXCEPTION 'check % is blocking: its acknowledgement needs an end', NEW.check_key
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'verification_check_acknowledgements_blocking_ends';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER verification_check_acknowledgements_before_write BEFORE INSERT OR UPDATE
ON verification_check_acknowledgements FOR EACH ROW EXECUTE FUNCTION verification_check_acknowledgements_before_write();
--> statement-breakpoint

-- A completed run does not change, but what is acknowledged on it does: the run's version moves with it, so that who
-- watches the tenant or the workspace gets a newer state, and the hint says where to look.
CREATE FUNCTION verification_check_acknowledgements_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  run_id bigint := coalesce(NEW.operation_run_id, OLD.operation_run_id);
BEGIN
  UPDATE operation_runs SET acknowledgements_version = acknowledgements_version + 1 WHERE id = run_id;
  PERFORM tenantatlas_hint('run', run_id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER verification_check_acknowledgements_changed AFTER INSERT OR UPDATE OR DELETE
ON verification_check_acknowledgements FOR EACH ROW EXECUTE FUNCTION verification_check_acknowledgements_changed();
