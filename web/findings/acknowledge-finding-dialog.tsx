import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useSubmission } from '../api/submission.ts';
import { graphql } from '../gql/gql.ts';
import { texts } from '../texts.ts';
import { TextAreaField } from '../ui/fields.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { showToast } from '../ui/show-toast.ts';

const AcknowledgeFindingMutation = graphql(`
  mutation AcknowledgeFinding($findingId: ID!, $reason: String!) {
    acknowledgeFinding(input: { findingId: $findingId, reason: $reason }) {
      finding {
        ...FindingRow
      }
    }
  }
`);

/** As the API has it. */
const longestReason = 1_000;

export interface AcknowledgeFindingDialogProps {
  readonly findingId: string;
  readonly title: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function AcknowledgeFindingDialog(props: AcknowledgeFindingDialogProps) {
  const { findingId, title, onClose, onDone } = props;
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [mutate] = useMutation(AcknowledgeFindingMutation);
  const submission = useSubmission(
    ['reason'],
    () => mutate({ variables: { findingId, reason } }),
    () => {
      showToast({ tone: 'SUCCESS', title: texts.findings.acknowledged, body: title });
      onDone();
    },
  );
  const submit = () => {
    setMissing(reason.trim() === '');
    if (reason.trim() !== '') submission.submit();
  };
  return (
    <FormDialog
      title={texts.findings.acknowledgeTitle(title)}
      submit={texts.findings.acknowledge}
      busy={submission.busy}
      problem={submission.problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextAreaField
        label={texts.findings.reason}
        hint={texts.findings.reasonHint}
        required
        maxLength={longestReason}
        problem={missing ? texts.findings.reasonMissing : submission.problemOf('reason')}
        value={reason}
        onChange={setReason}
      />
    </FormDialog>
  );
}
