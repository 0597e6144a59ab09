-- A span ends once, and nothing else of it changes: not who got the policy, and not since when.
DROP TRIGGER policy_spans_immutable ON policy_spans;--> statement-breakpoint
CREATE TRIGGER policy_spans_immutable BEFORE UPDATE ON policy_spans
  FOR EACH ROW WHEN (OLD.to_seq IS NOT NULL
    OR (NEW.policy_id, NEW.version_id, NEW.assignments, NEW.assignments_hash, NEW.from_seq, NEW.from_at)
    IS DISTINCT FROM (OLD.policy_id, OLD.version_id, OLD.assignments, OLD.assignments_hash, OLD.from_seq, OLD.from_at))
  EXECUTE FUNCTION refuse_change_of_history();
