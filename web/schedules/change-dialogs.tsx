import { useState } from 'react';
import { useSend } from '../api/action.ts';
import { useSubmission } from '../api/submission.ts';
import { ConfirmDialog } from '../app/page/confirm-dialog.tsx';
import { texts } from '../texts.ts';
import { TextAreaField } from '../ui/fields.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Quiet } from '../ui/quiet.tsx';
import { toastDone } from '../ui/show-toast.ts';
import { DeleteScheduleMutation, PauseScheduleMutation, schedulesPage } from './schedule-mutations.ts';

interface ChangeDialogProps {
  readonly schedule: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

/** As the API has it. */
const longestReason = 300;

export function PauseScheduleDialog({ schedule, onClose }: ChangeDialogProps) {
  const send = useSend(PauseScheduleMutation, schedulesPage);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const { pauseTitle, pause, pauseNote, pauseReason, pauseReasonMissing, pausedToast } = texts.schedules;
  const { busy, problem, problemOf, submit } = useSubmission(
    ['reason'],
    () => send({ scheduleId: schedule.id, reason }),
    () => {
      onClose();
      toastDone(pausedToast);
    },
  );
  const submitChecked = () => {
    setMissing(reason.trim() === '');
    if (reason.trim() !== '') submit();
  };
  return (
    <FormDialog
      title={pauseTitle(schedule.name)}
      submit={pause}
      busy={busy}
      problem={problem}
      onSubmit={submitChecked}
      onClose={onClose}
    >
      <Quiet as="p">{pauseNote}</Quiet>
      <TextAreaField
        label={pauseReason}
        required
        maxLength={longestReason}
        problem={missing ? pauseReasonMissing : problemOf('reason')}
        value={reason}
        onChange={setReason}
      />
    </FormDialog>
  );
}

export function DeleteScheduleDialog({ schedule, onClose }: ChangeDialogProps) {
  const send = useSend(DeleteScheduleMutation, schedulesPage);
  const { deleteTitle, remove, deleteNote, deleted } = texts.schedules;
  return (
    <ConfirmDialog
      title={deleteTitle(schedule.name)}
      submit={remove}
      send={() => send({ scheduleId: schedule.id })}
      onDone={() => toastDone(deleted)}
      onClose={onClose}
    >
      <p>{deleteNote}</p>
    </ConfirmDialog>
  );
}
