import { useState } from 'react';
import { useSend } from '../api/action.ts';
import { useSubmission } from '../api/submission.ts';
import { graphql } from '../gql/gql.ts';
import { texts } from '../texts.ts';
import { TextAreaField, TextField } from '../ui/fields.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Quiet } from '../ui/quiet.tsx';
import { toastDone } from '../ui/show-toast.ts';

const FreezeMutation = graphql(`
  mutation FreezeWorkspace($workspaceId: ID!, $until: DateTime!, $reason: String!) {
    freeze(input: { workspaceId: $workspaceId, until: $until, reason: $reason }) {
      workspace {
        ...FreezeChanged
      }
    }
  }
`);

/** As the API has it. */
const longestReason = 300;

export function FreezeDialog({ workspaceId, onClose }: { workspaceId: string; onClose: () => void }) {
  const send = useSend(FreezeMutation);
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const words = texts.freezing;
  const instant = until === '' ? null : new Date(until);
  const { busy, problem, problemOf, submit, forget } = useSubmission(
    ['until', 'reason'],
    () => send({ workspaceId, reason, until: (instant ?? new Date(0)).toISOString() }),
    () => {
      onClose();
      toastDone(words.done);
    },
  );
  const submitChecked = () => {
    setChecked(true);
    if (instant !== null && reason.trim() !== '') submit();
  };
  return (
    <FormDialog
      title={words.freezeTitle}
      submit={words.submit}
      busy={busy}
      problem={problem}
      onSubmit={submitChecked}
      onClose={onClose}
    >
      <Quiet as="p">{words.note}</Quiet>
      <TextField
        label={words.until}
        type="datetime-local"
        required
        value={until}
        problem={checked && instant === null ? words.untilMissing : problemOf('until')}
        onChange={(value) => {
          setUntil(value);
          forget();
        }}
      />
      <TextAreaField
        label={words.reason}
        required
        maxLength={longestReason}
        problem={checked && reason.trim() === '' ? words.reasonMissing : problemOf('reason')}
        value={reason}
        onChange={setReason}
      />
    </FormDialog>
  );
}
