import { makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { paths } from '../paths.ts';
import { texts } from '../texts.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { reasonOf } from '../ui/availability.ts';
import { ButtonLink } from '../ui/links.tsx';
import { Message } from '../ui/message.tsx';
import { Panel } from '../ui/panel.tsx';
import { PlainList } from '../ui/plain-list.tsx';
import { Stack } from '../ui/stack.tsx';
import { TenantConnection } from './tenant-connection.tsx';

const TenantConnectionsFragment = graphql(`
  fragment TenantConnections on Tenant {
    id
    actions {
      ...Action
    }
    providerConnections {
      id
      ...TenantConnection
      ...DefaultSwitch
    }
  }
`);

const useStyles = makeStyles({
  item: {
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    ':first-child': { borderTopStyle: 'none' },
  },
});

export function TenantConnections({ tenant }: { tenant: FragmentType<typeof TenantConnectionsFragment> }) {
  const styles = useStyles();
  const { id, actions, providerConnections } = readFragment(TenantConnectionsFragment, tenant);
  const reason = reasonOf(actions, 'manage_connections', texts.tenant.notAllowed);
  const add = <AddConnection tenantId={id} reason={reason} />;
  if (providerConnections === null) {
    return (
      <Panel title={texts.tenantConnections.title}>
        <Message
          badge={{ color: 'NEUTRAL', icon: 'lock' }}
          title={texts.tenantConnections.hidden}
          about={texts.tenantConnections.hiddenAbout}
        />
      </Panel>
    );
  }
  if (providerConnections.length === 0) {
    return (
      <Panel title={texts.tenantConnections.title}>
        <Message
          badge={{ color: 'DANGER', icon: 'plug-disconnected' }}
          title={texts.tenantConnections.none}
          about={texts.tenantConnections.noneAbout}
          actions={add}
        />
      </Panel>
    );
  }
  return (
    <Panel title={texts.tenantConnections.title} aside={add}>
      <PlainList>
        {providerConnections.map((connection) => (
          <Stack as="li" key={connection.id} className={styles.item}>
            <TenantConnection connection={connection} tenantId={id} siblings={providerConnections} />
          </Stack>
        ))}
      </PlainList>
    </Panel>
  );
}

/** A link where it leads somewhere, so that it can be opened in another tab; else a button that says why not. */
function AddConnection({ tenantId, reason }: { tenantId: string; reason: string | null }) {
  const look = { size: 'small', icon: <AddRegular /> } as const;
  if (reason === null) {
    return (
      <ButtonLink href={paths.newConnection(tenantId)} {...look}>
        {texts.tenantConnections.add}
      </ButtonLink>
    );
  }
  return <ActionButton label={texts.tenantConnections.add} reason={reason} onClick={() => {}} {...look} />;
}
