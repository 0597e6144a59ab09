import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useAction } from '../api/action.ts';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { texts } from '../texts.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { reasonOf } from '../ui/availability.ts';

const CancelButtonFragment = graphql(`
  fragment CancelButton on OperationRun {
    id
    version
    status
    cancelRequestedAt
    actions {
      ...Action
    }
  }
`);

const CancelRunMutation = graphql(`
  mutation CancelRun($runId: ID!) {
    cancelOperationRun(input: { runId: $runId }) {
      run {
        id
      }
    }
  }
`);

/** Gone once the run is over. What was found until then is kept, so it asks for no confirmation. */
export function CancelButton({ run, size = 'medium', subject }: CancelButtonProps) {
  const { id, status, cancelRequestedAt, actions } = readFragment(CancelButtonFragment, run);
  const { busy, run: send } = useAction(CancelRunMutation);
  if (status === 'COMPLETED') return null;
  const stopping = busy || cancelRequestedAt !== null;
  return (
    <ActionButton
      label={stopping ? texts.run.cancelling : texts.run.cancel}
      {...(subject !== undefined && { subject })}
      reason={reasonOf(actions, 'cancel', texts.run.notAllowed)}
      about={texts.run.cancelAbout}
      busy={stopping}
      icon={<DismissRegular />}
      size={size}
      onClick={() => void send({ runId: id }, { failed: texts.run.cancelFailed })}
    />
  );
}

export interface CancelButtonProps {
  readonly run: FragmentType<typeof CancelButtonFragment>;
  readonly size?: 'small' | 'medium';
  /** In a list: which run. */
  readonly subject?: string;
}
