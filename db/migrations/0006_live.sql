-- Entitlement to an open stream rests on the sign-in too, so a token or session that is revoked, shortened or deleted
-- moves the epoch like a membership does: no state committed afterwards is delivered on it, even if the hint is lost.
CREATE OR REPLACE FUNCTION credential_of_viewer_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_workspace bigint;
BEGIN
  -- One that has run out carries no stream any more; tidying such rows away must not move every workspace's epoch.
  IF OLD.expires_at <= now() THEN RETURN NULL; END IF;
  PERFORM tenantatlas_hint(TG_ARGV[0], OLD.id);
  IF TG_ARGV[0] = 'token' THEN
    PERFORM bump_access_epoch(OLD.workspace_id);
    RETURN NULL;
  END IF;
  -- A session reaches all of its user's workspaces. Always in the same order, so that two never wait for each other.
  FOR of_workspace IN
    SELECT workspace_id FROM workspace_memberships WHERE user_id = OLD.user_id ORDER BY workspace_id
  LOOP
    PERFORM bump_access_epoch(of_workspace);
  END LOOP;
  RETURN NULL;
END $$;
