import { useMutation } from '@apollo/client/react';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { sayFailure } from '../api/say-failure.ts';
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

/** Gone once the run is over. What was found until then is kept, so it asks nobody whether they are sure. */
export function CancelButton({ run, size = 'medium', subject }: CancelButtonProps) {
  const { id, status, cancelRequestedAt, actions } = readFragment(CancelButtonFragment, run);
  const [mutate, { loading }] = useMutation(CancelRunMutation, {
    variables: { runId: id },
    onError: (error) => sayFailure(texts.run.cancelFailed, error),
  });
  if (status === 'COMPLETED') return null;
  const stopping = loading || cancelRequestedAt !== null;
  return (
    <ActionButton
      label={stopping ? texts.run.cancelling : texts.run.cancel}
      {...(subject !== undefined && { subject })}
      reason={reasonOf(actions, 'cancel', texts.run.notAllowed)}
      about={texts.run.cancelAbout}
      busy={stopping}
      icon={<DismissRegular />}
      size={size}
      onClick={() => void mutate()}
    />
  );
}

export interface CancelButtonProps {
  readonly run: FragmentType<typeof CancelButtonFragment>;
  readonly size?: 'small' | 'medium';
  /** In a list: which run. */
  readonly subject?: string;
}
