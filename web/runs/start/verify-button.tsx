import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import { texts } from '../../texts.ts';
import { isEnabled, reasonOf } from '../../ui/availability.ts';
import { StartButton } from './start-button.tsx';
import { useStartVerification } from './start-verification.ts';

const VerifyButtonFragment = graphql(`
  fragment VerifyButton on Tenant {
    id
    name
    actions {
      ...Action
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
  /** It is the page's own verify button, so the key v presses it. */
  readonly shortcut?: boolean;
}

/** The one button of the product. */
export function VerifyButton(props: VerifyButtonProps) {
  const { tenant, onStarted, quiet = false, appearance = 'secondary', size = 'medium' } = props;
  const { focused = false, shortcut } = props;
  const { id, name, actions, latestVerification } = readFragment(VerifyButtonFragment, tenant);
  const shownRunId = latestVerification?.id ?? null;
  const { start, starting } = useStartVerification({
    tenantId: id,
    tenantName: name,
    shownRunId,
    onStarted,
    quiet,
  });
  const running = latestVerification !== null && latestVerification.status !== 'COMPLETED';
  const busy = starting || running;
  return (
    <StartButton
      label={busy ? texts.tenant.verifying : texts.tenant.verify}
      subject={name}
      reason={running ? texts.tenant.alreadyRunning : reasonOf(actions, 'verify', texts.tenant.notAllowed)}
      about={texts.tenant.verifyAbout}
      busy={busy}
      appearance={appearance}
      size={size}
      focused={focused}
      shortcut={shortcut}
      onClick={start}
    />
  );
}

/** Whether it may be pressed, for what speaks of many tenants at once. */
export function canVerify(tenant: FragmentType<typeof VerifyButtonFragment>): boolean {
  const { actions } = readFragment(VerifyButtonFragment, tenant);
  return isEnabled(actions, 'verify');
}
