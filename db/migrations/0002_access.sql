-- A workspace without an owner could never be managed again. Asked at commit, so that one transaction can hand a
-- workspace over in any order. Two that each demote one of the last two owners cannot both pass: the first change of a
-- membership holds the workspace's row (bump_access_epoch), so the second is judged after the first is committed.
CREATE FUNCTION workspace_keeps_an_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM workspaces WHERE id = OLD.workspace_id)
    AND NOT EXISTS (SELECT FROM workspace_memberships WHERE workspace_id = OLD.workspace_id AND role = 'owner')
  THEN
    RAISE EXCEPTION 'workspace % keeps at least one owner', OLD.workspace_id
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'workspace_keeps_an_owner';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER workspace_keeps_an_owner AFTER UPDATE OR DELETE ON workspace_memberships
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.role = 'owner')
EXECUTE FUNCTION workspace_keeps_an_owner();
--> statement-breakpoint

-- Leaving a workspace is leaving all of it: whoever is let in again later starts without old roles and old tokens.
CREATE FUNCTION workspace_memberships_left() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM tenant_memberships given USING tenants tenant
  WHERE tenant.id = given.tenant_id AND tenant.workspace_id = OLD.workspace_id AND given.user_id = OLD.user_id;
  UPDATE api_tokens SET revoked_at = now()
  WHERE user_id = OLD.user_id AND workspace_id = OLD.workspace_id AND revoked_at IS NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER workspace_memberships_left AFTER DELETE ON workspace_memberships
FOR EACH ROW EXECUTE FUNCTION workspace_memberships_left();
--> statement-breakpoint

-- What a token has made ends with it, and what those have made: this update fires the trigger for them in turn.
CREATE FUNCTION api_tokens_revoked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE api_tokens SET revoked_at = NEW.revoked_at WHERE created_by_token_id = NEW.id AND revoked_at IS NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER api_tokens_revoked AFTER UPDATE OF revoked_at ON api_tokens
FOR EACH ROW WHEN (OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL) EXECUTE FUNCTION api_tokens_revoked();
--> statement-breakpoint

CREATE FUNCTION api_tokens_stay_revoked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'API token % was revoked for good', OLD.id
    USING ERRCODE = 'restrict_violation', CONSTRAINT = 'api_tokens_stay_revoked';
END $$;
--> statement-breakpoint
CREATE TRIGGER api_tokens_stay_revoked BEFORE UPDATE OF revoked_at ON api_tokens
FOR EACH ROW WHEN (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at)
EXECUTE FUNCTION api_tokens_stay_revoked();
