-- Who may see which tenant, written once: every query of a viewer joins this view. Owners of a workspace are entitled
-- to all its tenants; everybody else needs a tenant membership too, and has the weaker of the two roles.
CREATE VIEW entitled_tenants AS
SELECT member.user_id,
       tenant.workspace_id,
       tenant.id AS tenant_id,
       CASE WHEN member.role = 'owner' THEN member.role ELSE least(member.role, tenant_member.role) END AS role
FROM workspace_memberships member
JOIN tenants tenant ON tenant.workspace_id = member.workspace_id
LEFT JOIN tenant_memberships tenant_member
  ON tenant_member.tenant_id = tenant.id AND tenant_member.user_id = member.user_id
WHERE member.role = 'owner' OR tenant_member.id IS NOT NULL;
--> statement-breakpoint

-- A run never goes back, is final once completed, and counts its own versions: no writer can forget, also not psql.
-- What lists show of the report is copied beside it, so that a page of runs de-toasts no document.
CREATE FUNCTION operation_runs_before_write() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  unacknowledged operation_runs;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- The run as it would be without its acknowledgements' counter. Generated columns are not computed yet in NEW, so
    -- each of the table's has to be copied here, or nothing can be acknowledged any more.
    IF OLD.status = 'completed' THEN
      unacknowledged := NEW;
      unacknowledged.acknowledgements_version := OLD.acknowledgements_version;
      unacknowledged.report_intact := OLD.report_intact;
      unacknowledged.is_rehearsal := OLD.is_rehearsal;
    END IF;
    IF OLD.status = 'completed'
      AND (unacknowledged IS DISTINCT FROM OLD OR NEW.acknowledgements_version <= OLD.acknowledgements_version) THEN
      RAISE EXCEPTION 'operation run % is completed and cannot be changed', OLD.id
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'operation_runs_completed_is_final';
    END IF;
    IF OLD.status = 'running' AND NEW.status = 'queued' THEN
      RAISE EXCEPTION 'operation run % cannot go back to queued', OLD.id
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'operation_runs_status_never_goes_back';
    END IF;
    IF (NEW.id, NEW.workspace_id, NEW.tenant_id, NEW.type) IS DISTINCT FROM (OLD.id, OLD.workspace_id, OLD.tenant_id, OLD.type) THEN
      RAISE EXCEPTION 'operation run % cannot become another run', OLD.id
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'operation_runs_identity_is_fixed';
    END IF;
    NEW.version := OLD.version + 1;
  ELSE
    NEW.version := 1;
  END IF;
  IF TG_OP = 'INSERT' OR NEW.context IS DISTINCT FROM OLD.context THEN
    NEW.report_overall := NEW.context #>> '{verification_report,summary,overall}';
    NEW.report_counts := NEW.context #> '{verification_report,summary,counts}';
    NEW.report_digest := md5((NEW.context -> 'verification_report')::text);
    NEW.reason_code := NEW.context ->> 'reason_code';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER operation_runs_before_write BEFORE INSERT OR UPDATE ON operation_runs
FOR EACH ROW EXECUTE FUNCTION operation_runs_before_write();
--> statement-breakpoint

-- One channel for all hints. A payload names what changed ('run:12', 'access:3', …), never how: readers look at the row.
CREATE FUNCTION tenantatlas_hint(what text, id bigint) RETURNS void LANGUAGE sql AS $$
  SELECT pg_notify('tenantatlas', what || ':' || id)
$$;
--> statement-breakpoint

-- Beginnings and ends are announced in the transaction. Progress in between is not: a NOTIFY in every write would
-- cost two thirds of the throughput, so the worker sends those hints after its commit.
CREATE FUNCTION operation_runs_announce() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tenantatlas_hint('run', NEW.id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER operation_runs_announce_new AFTER INSERT ON operation_runs
FOR EACH ROW EXECUTE FUNCTION operation_runs_announce();
--> statement-breakpoint
CREATE TRIGGER operation_runs_announce_status AFTER UPDATE ON operation_runs
FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION operation_runs_announce();
--> statement-breakpoint

-- A decision about access remembers the workspace's epoch; the epoch moves in the same transaction as what it rests on.
CREATE FUNCTION bump_access_epoch(changed_workspace_id bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE workspaces SET access_epoch = access_epoch + 1 WHERE id = changed_workspace_id;
  PERFORM tenantatlas_hint('access', changed_workspace_id);
END $$;
--> statement-breakpoint
CREATE FUNCTION workspace_memberships_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM bump_access_epoch(OLD.workspace_id); END IF;
  IF TG_OP = 'INSERT' OR NEW.workspace_id <> OLD.workspace_id THEN PERFORM bump_access_epoch(NEW.workspace_id); END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER workspace_memberships_changed AFTER INSERT OR DELETE OR UPDATE OF workspace_id, user_id, role
ON workspace_memberships FOR EACH ROW EXECUTE FUNCTION workspace_memberships_changed();
--> statement-breakpoint
CREATE FUNCTION tenant_memberships_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM bump_access_epoch(workspace_id) FROM tenants WHERE id = OLD.tenant_id;
  END IF;
  IF TG_OP = 'INSERT' OR NEW.tenant_id <> OLD.tenant_id THEN
    PERFORM bump_access_epoch(workspace_id) FROM tenants WHERE id = NEW.tenant_id;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER tenant_memberships_changed AFTER INSERT OR DELETE OR UPDATE OF tenant_id, user_id, role
ON tenant_memberships FOR EACH ROW EXECUTE FUNCTION tenant_memberships_changed();
--> statement-breakpoint

-- Signed out, revoked or shortened: open subscriptions that rest on the token or session have to end.
CREATE FUNCTION credential_of_viewer_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tenantatlas_hint(TG_ARGV[0], OLD.id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER api_tokens_changed AFTER DELETE OR UPDATE OF revoked_at, expires_at, scopes ON api_tokens
FOR EACH ROW EXECUTE FUNCTION credential_of_viewer_changed('token');
--> statement-breakpoint
CREATE TRIGGER user_sessions_changed AFTER DELETE OR UPDATE OF expires_at ON user_sessions
FOR EACH ROW EXECUTE FUNCTION credential_of_viewer_changed('session');
--> statement-breakpoint

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_TABLE_NAME || '_append_only';
END $$;
--> statement-breakpoint
CREATE TRIGGER operation_run_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON operation_run_events
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint

CREATE FUNCTION touch_updated_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.updated_at := now();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER tenants_touch BEFORE UPDATE ON tenants FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
--> statement-breakpoint
CREATE TRIGGER provider_connections_touch BEFORE UPDATE ON provider_connections FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
--> statement-breakpoint
CREATE TRIGGER provider_credentials_touch BEFORE UPDATE ON provider_credentials FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
--> statement-breakpoint
CREATE TRIGGER tenant_onboarding_sessions_touch BEFORE UPDATE ON tenant_onboarding_sessions FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
