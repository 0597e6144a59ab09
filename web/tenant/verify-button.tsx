import { useMutation } from '@apollo/client/react';
import { Button, Spinner, Tooltip } from '@fluentui/react-components';
import { ShieldCheckmarkRegular } from '@fluentui/react-icons/svg/shield-checkmark';
import { useEffect, useId } from 'react';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { toFailure } from '../api/failure.ts';
import { paths } from '../paths.ts';
import { texts } from '../texts.ts';
import { showToast } from '../ui/show-toast.ts';

const VerifyButtonFragment = graphql(`
  fragment VerifyButton on Tenant {
    id
    name
    actions {
      action
      enabled
      disabledReason
    }
    latestVerification {
      id
      version
      status
    }
  }
`);

/** Only the run's id: see api/fresh-runs.ts. The state of the run comes from the subscription that the page opens. */
const StartVerificationMutation = graphql(`
  mutation StartVerification($tenantId: ID!) {
    startVerification(input: { tenantId: $tenantId }) {
      result
      run {
        id
      }
    }
  }
`);

export interface VerifyButtonProps {
  readonly tenant: FragmentType<typeof VerifyButtonFragment>;
  /** Whatever came of it, there is now a run to look at. */
  readonly onStarted?: (runId: string) => void;
  readonly appearance?: 'primary' | 'secondary';
  readonly size?: 'small' | 'medium';
  /** Takes the focus when the page is opened: for links that lead to the next click. */
  readonly focused?: boolean;
}

/** Always there. When it cannot be used it says why, and stays reachable by keyboard so that the reason can be read. */
export function VerifyButton({
  tenant,
  onStarted,
  appearance,
  size = 'medium',
  focused = false,
}: VerifyButtonProps) {
  const { id, name, actions, latestVerification } = readFragment(VerifyButtonFragment, tenant);
  const { start, starting } = useStartVerification(id, name, onStarted);
  const buttonId = useId();
  // By id: with exactOptionalPropertyTypes Fluent's types leave no ref for its buttons.
  useEffect(() => {
    if (focused) document.getElementById(buttonId)?.focus();
  }, [focused, buttonId]);

  const running = latestVerification !== null && latestVerification.status !== 'COMPLETED';
  const action = actions.find((candidate) => candidate.action === 'verify');
  const reason = running ? texts.tenant.alreadyRunning : whyNot(action);
  const busy = starting || running;
  return (
    // Always there, because a button that is put into another parent loses the focus.
    <Tooltip content={reason ?? texts.tenant.verifyAbout} relationship="description">
      <Button
        id={buttonId}
        appearance={appearance ?? 'secondary'}
        size={size}
        icon={busy ? <Spinner size="extra-tiny" aria-hidden /> : <ShieldCheckmarkRegular />}
        disabledFocusable={busy || reason !== null}
        onClick={start}
        aria-label={texts.tenant.verifyNamed(name)}
      >
        {busy ? texts.tenant.verifying : texts.tenant.verify}
      </Button>
    </Tooltip>
  );
}

function whyNot(action: { enabled: boolean; disabledReason: string | null } | undefined): string | null {
  if (action === undefined) return texts.tenant.notAllowed;
  return action.enabled ? null : (action.disabledReason ?? texts.tenant.notAllowed);
}

function useStartVerification(
  tenantId: string,
  name: string,
  onStarted: ((runId: string) => void) | undefined,
) {
  const [mutate, { loading }] = useMutation(StartVerificationMutation, {
    variables: { tenantId },
    onCompleted: ({ startVerification: { result, run } }) => {
      const good = result === 'STARTED' || result === 'DEDUPED';
      showToast({
        tone: good ? 'INFO' : 'WARNING',
        title: texts.started[result],
        body: name,
        link: { href: paths.run(run.id), label: texts.started.open[result] },
      });
      onStarted?.(run.id);
    },
    onError: (error) => {
      const message = toFailure(error)?.message ?? texts.broken.unreachableAbout;
      showToast({ tone: 'DANGER', title: texts.started.failed, body: message });
    },
  });
  return { start: () => void mutate(), starting: loading };
}
