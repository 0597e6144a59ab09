-- Whoever deletes sessions because they have expired says by what time, in the setting tenantatlas.time of the transaction.
-- Without it every change counts, which costs open streams a look at their entitlement and misses nothing.
CREATE OR REPLACE FUNCTION credential_of_viewer_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_workspace bigint;
BEGIN
  -- One that has expired carries no stream; deleting such rows must not move every workspace's epoch.
  IF OLD.expires_at <= nullif(current_setting('tenantatlas.time', true), '')::timestamptz THEN RETURN NULL; END IF;
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
--> statement-breakpoint

-- Who writes by the time of the program says so; everyone else gets the time as a column default would give it.
CREATE OR REPLACE FUNCTION touch_updated_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.updated_at = OLD.updated_at THEN NEW.updated_at := now(); END IF;
  RETURN NEW;
END $$;
