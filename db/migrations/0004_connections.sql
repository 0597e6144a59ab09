-- "When it was last replaced": re-encryption under another key (npm run rotate-keys) writes payload and key_id only, and
-- replaces nothing.
DROP TRIGGER provider_credentials_touch ON provider_credentials;
--> statement-breakpoint
CREATE TRIGGER provider_credentials_touch BEFORE UPDATE OF type, client_id, expires_at, details ON provider_credentials
FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
--> statement-breakpoint

-- A payload is encrypted for one connection, so a row that changes hands could never be opened again.
CREATE FUNCTION credential_stays_with_connection() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a credential cannot move to another connection'
    USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_TABLE_NAME || '_connection_is_fixed';
END $$;
--> statement-breakpoint
CREATE TRIGGER provider_credentials_stay BEFORE UPDATE ON provider_credentials
FOR EACH ROW WHEN (OLD.provider_connection_id <> NEW.provider_connection_id) EXECUTE FUNCTION credential_stays_with_connection();
--> statement-breakpoint
CREATE TRIGGER provider_credential_candidates_stay BEFORE UPDATE ON provider_credential_candidates
FOR EACH ROW WHEN (OLD.provider_connection_id <> NEW.provider_connection_id) EXECUTE FUNCTION credential_stays_with_connection();
