import { makeStyles, tokens } from '@fluentui/react-components';
import { useAction } from '../api/action.ts';
import { texts } from '../texts.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { toastDone } from '../ui/show-toast.ts';
import { ResumeScheduleMutation, RunScheduleNowMutation, schedulesPage } from './schedule-mutations.ts';

/** Those that ask something first. */
export type ScheduleAction = 'edit' | 'pause' | 'delete';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

export interface ScheduleActionsProps {
  readonly schedule: { readonly id: string; readonly name: string; readonly isEnabled: boolean };
  readonly reason: string | null;
  readonly onOpen: (action: ScheduleAction) => void;
}

export function ScheduleActions({ schedule, reason, onOpen }: ScheduleActionsProps) {
  const styles = useStyles();
  const { id: scheduleId, name, isEnabled } = schedule;
  const resume = useAction(ResumeScheduleMutation, schedulesPage);
  const runNow = useAction(RunScheduleNowMutation, schedulesPage);
  const words = texts.schedules;
  const common = { subject: name, reason, size: 'small', appearance: 'subtle' } as const;
  const say = (done: string) => ({ failed: words.failed, done: () => toastDone(done) });
  return (
    <div className={styles.actions}>
      <ActionButton
        {...common}
        label={words.runNow}
        busy={runNow.busy}
        onClick={() => void runNow.run({ scheduleId }, say(words.started))}
      />
      {isEnabled ? (
        <ActionButton {...common} label={words.pause} onClick={() => onOpen('pause')} />
      ) : (
        <ActionButton
          {...common}
          label={words.resume}
          busy={resume.busy}
          onClick={() => void resume.run({ scheduleId }, say(words.resumed))}
        />
      )}
      <ActionButton {...common} label={words.edit} onClick={() => onOpen('edit')} />
      <ActionButton {...common} label={words.remove} danger onClick={() => onOpen('delete')} />
    </div>
  );
}
