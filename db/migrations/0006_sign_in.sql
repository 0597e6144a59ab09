-- Whose account a user is never changes: an operator can take the ids away (the person then signs in by name once more),
-- but nobody can put another person's in their place.
CREATE FUNCTION users_entra_ids_are_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'user % is another account of Entra already', OLD.id
    USING ERRCODE = 'restrict_violation', CONSTRAINT = 'users_entra_ids_are_fixed';
END $$;
--> statement-breakpoint
CREATE TRIGGER users_entra_ids_are_fixed BEFORE UPDATE OF entra_tid, entra_oid ON users
FOR EACH ROW WHEN (OLD.entra_oid IS NOT NULL AND NEW.entra_oid IS NOT NULL
  AND (OLD.entra_tid, OLD.entra_oid) IS DISTINCT FROM (NEW.entra_tid, NEW.entra_oid))
EXECUTE FUNCTION users_entra_ids_are_fixed();
