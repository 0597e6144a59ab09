import { Button, Spinner, Tooltip } from '@fluentui/react-components';
import { ShieldCheckmarkRegular } from '@fluentui/react-icons/svg/shield-checkmark';
import { useEffect, useId } from 'react';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { texts } from '../texts.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { useStartVerification } from './start-verification.ts';

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

export interface VerifyButtonProps {
  readonly tenant: FragmentType<typeof VerifyButtonFragment>;
  readonly onStarted?: (runId: string) => void;
  readonly quiet?: boolean;
  readonly appearance?: 'primary' | 'secondary';
  readonly size?: 'small' | 'medium';
  /** Takes the focus: for links that lead to the next click. */
  readonly focused?: boolean;
}

/** Always there. When it cannot be used it says why, and stays reachable by keyboard so that the reason can be read. */
export function VerifyButton(props: VerifyButtonProps) {
  const {
    tenant,
    onStarted,
    quiet = false,
    appearance = 'secondary',
    size = 'medium',
    focused = false,
  } = props;
  const { id, name, actions, latestVerification } = readFragment(VerifyButtonFragment, tenant);
  const { start, starting } = useStartVerification({ tenantId: id, tenantName: name, onStarted, quiet });
  const buttonId = useId();
  // By id: with exactOptionalPropertyTypes Fluent's types leave no ref for its buttons.
  useEffect(() => {
    if (focused) document.getElementById(buttonId)?.focus();
  }, [focused, buttonId]);

  const running = latestVerification !== null && latestVerification.status !== 'COMPLETED';
  const reason = running
    ? texts.tenant.alreadyRunning
    : whyNot(actions.find(({ action }) => action === 'verify'));
  const busy = starting || running;
  return (
    // Always there, because a button that is put into another parent loses the focus.
    <Tooltip content={reason ?? texts.tenant.verifyAbout} relationship="description" positioning="below-end">
      <Button
        id={buttonId}
        appearance={appearance}
        size={size}
        icon={busy ? <Spinner size="extra-tiny" aria-hidden /> : <ShieldCheckmarkRegular />}
        disabledFocusable={busy || reason !== null}
        onClick={start}
      >
        {busy ? texts.tenant.verifying : texts.tenant.verify}
        <VisuallyHidden> {name}</VisuallyHidden>
      </Button>
    </Tooltip>
  );
}

interface Action {
  readonly enabled: boolean;
  readonly disabledReason: string | null;
}

function whyNot(action: Action | undefined): string | null {
  if (action?.enabled) return null;
  return action?.disabledReason ?? texts.tenant.notAllowed;
}
