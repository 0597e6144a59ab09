-- Whoever asks for a run to stop, also by hand: those who watch it see so at once.
CREATE TRIGGER operation_runs_announce_cancel_request AFTER UPDATE ON operation_runs
FOR EACH ROW WHEN (OLD.cancel_requested_at IS DISTINCT FROM NEW.cancel_requested_at)
EXECUTE FUNCTION operation_runs_announce();
--> statement-breakpoint

-- Nobody can stop what has not begun: a queued run that is not wanted any more is completed as cancelled at once.
ALTER TABLE operation_runs ADD CONSTRAINT operation_runs_cancel_requested_while_running
CHECK (cancel_requested_at IS NULL OR status <> 'queued');
