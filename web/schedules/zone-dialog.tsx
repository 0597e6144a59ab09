import { useState } from 'react';
import { useSend } from '../api/action.ts';
import { useSubmission } from '../api/submission.ts';
import { graphql } from '../gql/gql.ts';
import { texts } from '../texts.ts';
import { SelectField } from '../ui/fields.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Quiet } from '../ui/quiet.tsx';
import { toastDone } from '../ui/show-toast.ts';
import { zoneOptions } from './when.ts';

const SetTimeZoneMutation = graphql(`
  mutation SetTimeZone($workspaceId: ID!, $timeZone: String!) {
    updateWorkspace(input: { workspaceId: $workspaceId, timeZone: $timeZone }) {
      workspace {
        id
        timeZone
      }
    }
  }
`);

export interface ZoneDialogProps {
  readonly workspaceId: string;
  readonly timeZone: string;
  readonly onClose: () => void;
}

export function ZoneDialog({ workspaceId, timeZone: present, onClose }: ZoneDialogProps) {
  const send = useSend(SetTimeZoneMutation);
  const [timeZone, setTimeZone] = useState(present);
  const { title, note, label, submit: save, done } = texts.zones;
  const { busy, problem, submit } = useSubmission(
    [],
    () => send({ workspaceId, timeZone }),
    () => {
      onClose();
      toastDone(done);
    },
  );
  return (
    <FormDialog title={title} submit={save} busy={busy} problem={problem} onSubmit={submit} onClose={onClose}>
      <Quiet as="p">{note}</Quiet>
      <SelectField label={label} value={timeZone} options={zoneOptions(present)} onChange={setTimeZone} />
    </FormDialog>
  );
}
