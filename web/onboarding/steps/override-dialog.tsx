import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import { toFieldProblem } from '../../api/failure.ts';
import { toSentence } from '../../api/toast-error.ts';
import { texts } from '../../texts.ts';
import { TextAreaField } from '../../ui/fields.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useComplete } from './complete-onboarding.ts';
import { Overridden } from './overridden.tsx';

const OverrideDialogFragment = graphql(`
  fragment OverrideDialog on TenantOnboardingSession {
    id
    tenant {
      id
      name
    }
    ...Overridden
  }
`);

/** The API's longest reason. */
const longestReason = 1_000;

export interface OverrideDialogProps {
  readonly session: FragmentType<typeof OverrideDialogFragment>;
  readonly onClose: () => void;
}

/** Shows what is overridden before it asks for a reason: no one should override what they have not read. */
export function OverrideDialog({ session: masked, onClose }: OverrideDialogProps) {
  const session = readFragment(OverrideDialogFragment, masked);
  const { id, tenant } = session;
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<{ field: boolean; sentence: string } | null>(null);
  const { busy, complete } = useComplete(
    { sessionId: id, tenantId: tenant?.id ?? null, tenantName: tenant?.name ?? texts.onboarding.unnamed },
    (error) =>
      setProblem({
        field: toFieldProblem(error)?.has('overrideReason') === true,
        sentence: toSentence(error),
      }),
  );
  const submit = () => {
    if (reason.trim() === '') {
      setProblem({ field: true, sentence: texts.onboarding.overrideReasonMissing });
    } else complete(reason.trim(), onClose);
  };
  return (
    <FormDialog
      title={texts.onboarding.overrideTitle}
      submit={texts.onboarding.override}
      busy={busy}
      problem={problem?.field === false ? problem.sentence : null}
      onSubmit={submit}
      onClose={onClose}
    >
      <Overridden session={session} />
      <TextAreaField
        required
        label={texts.onboarding.overrideReason}
        hint={texts.onboarding.overrideAbout}
        problem={problem?.field === true ? problem.sentence : null}
        value={reason}
        maxLength={longestReason}
        onChange={(typed) => {
          setReason(typed);
          setProblem(null);
        }}
      />
    </FormDialog>
  );
}
