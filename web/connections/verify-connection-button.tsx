import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { StartButton } from '../runs/start/start-button.tsx';
import { useStartVerification } from '../runs/start/start-verification.ts';
import { texts } from '../texts.ts';
import { reasonOf } from '../ui/availability.ts';

const VerifyConnectionFragment = graphql(`
  fragment VerifyConnection on ProviderConnection {
    id
    displayName
    tenant {
      id
    }
    actions {
      ...Action
    }
  }
`);

export interface VerifyConnectionButtonProps {
  readonly connection: FragmentType<typeof VerifyConnectionFragment>;
  readonly label: string;
  readonly about: string;
  /** The page's own verify button, so the key v presses it. */
  readonly main?: boolean;
  /** There is now a run that the page does not know yet. */
  readonly onStarted: () => void;
}

/** Verifies through this connection, whichever is the default. */
export function VerifyConnectionButton(props: VerifyConnectionButtonProps) {
  const { connection, label, about, main = false, onStarted } = props;
  const { id, displayName, tenant, actions } = readFragment(VerifyConnectionFragment, connection);
  const { start, starting } = useStartVerification({
    tenantId: tenant.id,
    connectionId: id,
    tenantName: displayName,
    onStarted,
    quiet: true,
  });
  return (
    <StartButton
      label={label}
      about={about}
      reason={reasonOf(actions, 'verify', texts.connection.unavailable)}
      busy={starting}
      appearance={main ? 'primary' : 'secondary'}
      shortcut={main}
      onClick={start}
    />
  );
}
