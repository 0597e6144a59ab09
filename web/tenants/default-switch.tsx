import { useMutation } from '@apollo/client/react';
import { CircleRegular } from '@fluentui/react-icons/svg/circle';
import { RadioButtonFilled } from '@fluentui/react-icons/svg/radio-button';
import { toastError } from '../api/toast-error.ts';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import type {
  DefaultSwitchFragment as DefaultSwitchFragmentData,
  MakeDefaultMutation as MakeDefaultMutationData,
} from '../gql/graphql.ts';
import { texts } from '../texts.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { reasonOf } from '../ui/availability.ts';

const DefaultSwitchFragment = graphql(`
  fragment DefaultSwitch on ProviderConnection {
    id
    displayName
    provider
    isDefault
    actions {
      ...Action
    }
  }
`);

/** All of the tenant's connections: the former default changes with the new one. */
const MakeDefaultMutation = graphql(`
  mutation MakeDefault($connectionId: ID!) {
    makeDefaultProviderConnection(input: { connectionId: $connectionId }) {
      providerConnection {
        id
        tenant {
          id
          providerConnections {
            id
            isDefault
            actions {
              ...Action
            }
          }
        }
      }
    }
  }
`);

export interface DefaultSwitchProps {
  readonly connection: FragmentType<typeof DefaultSwitchFragment>;
  readonly tenantId: string;
  /** All of the tenant's, this one too. */
  readonly siblings: readonly FragmentType<typeof DefaultSwitchFragment>[];
}

/** One of the tenant's connections is on; pressing another one turns the former off. */
export function DefaultSwitch({ connection, tenantId, siblings }: DefaultSwitchProps) {
  const seen = readFragment(DefaultSwitchFragment, connection);
  const { id, displayName, isDefault, actions } = seen;
  const [makeDefault] = useMutation(MakeDefaultMutation, {
    variables: { connectionId: id },
    onError: (error) => toastError(texts.tenantConnections.makeDefaultFailed, error),
  });
  const reason = reasonOf(actions, 'make_default', texts.tenant.notAllowed);
  const optimisticResponse = toExpected(tenantId, seen, readFragment(DefaultSwitchFragment, siblings));
  return (
    <ActionButton
      label={texts.tenantConnections.isDefault}
      subject={displayName}
      // The one that is on looks it, and says why pressing it does nothing.
      reason={isDefault ? null : reason}
      about={isDefault && reason !== null ? reason : texts.tenantConnections.makeDefaultAbout}
      pressed={isDefault}
      icon={isDefault ? <RadioButtonFilled /> : <CircleRegular />}
      appearance="subtle"
      size="small"
      onClick={() => void (isDefault || makeDefault({ optimisticResponse }))}
    />
  );
}

const payload = { __typename: 'ProviderConnectionPayload' as const };

/** The answer as it will be, but for the reasons: those come with it. */
function toExpected(
  tenantId: string,
  { id, provider }: DefaultSwitchFragmentData,
  siblings: readonly DefaultSwitchFragmentData[],
): MakeDefaultMutationData {
  const providerConnections = siblings.map((sibling) => ({
    __typename: 'ProviderConnection' as const,
    id: sibling.id,
    isDefault: sibling.provider === provider ? sibling.id === id : sibling.isDefault,
    actions: sibling.actions,
  }));
  const tenant = { __typename: 'Tenant' as const, id: tenantId, providerConnections };
  const providerConnection = { __typename: 'ProviderConnection' as const, id, tenant };
  return { makeDefaultProviderConnection: { ...payload, providerConnection } };
}
