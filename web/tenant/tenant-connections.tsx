import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { texts } from '../texts.ts';
import { Facts } from '../ui/facts.tsx';
import { Message } from '../ui/message.tsx';
import { Panel } from '../ui/panel.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { DateOnly, RelativeTime } from '../ui/time.tsx';

const TenantConnectionsFragment = graphql(`
  fragment TenantConnections on Tenant {
    id
    providerConnections {
      id
      ...TenantConnectionItem
    }
  }
`);

const TenantConnectionItemFragment = graphql(`
  fragment TenantConnectionItem on ProviderConnection {
    id
    displayName
    cloud
    isDefault
    statusBadge {
      label
      color
      icon
    }
    healthBadge {
      label
      color
      icon
    }
    lastHealthCheckAt
    lastErrorMessage
    credential {
      type
      expiresAt
    }
  }
`);

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'flex',
    flexDirection: 'column',
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    ':first-child': { borderTopStyle: 'none' },
  },
  /** The one that a link led to. */
  named: { boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}` },
  head: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} 0`,
  },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  badges: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  quiet: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  error: { margin: 0, color: tokens.colorStatusDangerForeground3 },
});

export interface TenantConnectionsProps {
  readonly tenant: FragmentType<typeof TenantConnectionsFragment>;
  /** From the address: a connection's id, or anything else to look at the connections as such. */
  readonly named: string | null;
}

export function TenantConnections({ tenant, named }: TenantConnectionsProps) {
  const styles = useStyles();
  const { providerConnections } = readFragment(TenantConnectionsFragment, tenant);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (named !== null) panel.current?.focus();
  }, [named]);
  return (
    <Panel title={texts.tenant.connections} ref={panel}>
      {providerConnections.length === 0 ? (
        <Message
          badge={{ color: 'DANGER', icon: 'plug-disconnected' }}
          title={texts.tenant.noConnection}
          about={texts.tenant.noConnectionAbout}
        />
      ) : (
        <ul className={styles.list}>
          {providerConnections.map((connection) => (
            <li
              key={connection.id}
              className={mergeClasses(styles.item, connection.id === named && styles.named)}
            >
              <TenantConnectionItem connection={connection} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function TenantConnectionItem({
  connection,
}: {
  connection: FragmentType<typeof TenantConnectionItemFragment>;
}) {
  const styles = useStyles();
  const {
    displayName,
    cloud,
    isDefault,
    statusBadge,
    healthBadge,
    lastHealthCheckAt,
    lastErrorMessage,
    credential,
  } = readFragment(TenantConnectionItemFragment, connection);
  return (
    <>
      <div className={styles.head}>
        <h3 className={styles.name}>
          {displayName} {isDefault && <span className={styles.quiet}>· {texts.tenant.isDefault}</span>}
        </h3>
        <div className={styles.badges}>
          <StatusBadge badge={statusBadge} />
          <StatusBadge badge={healthBadge} />
        </div>
        {lastErrorMessage !== null && <p className={styles.error}>{lastErrorMessage}</p>}
      </div>
      <Facts
        facts={[
          {
            term: texts.tenant.credential,
            value: credential === null ? texts.tenant.noCredential : <Credential {...credential} />,
          },
          { term: texts.tenant.cloud, value: cloud },
          {
            term: texts.tenant.checked,
            value:
              lastHealthCheckAt === null ? texts.tenant.notChecked : <RelativeTime at={lastHealthCheckAt} />,
          },
        ]}
      />
    </>
  );
}

interface CredentialProps {
  readonly type: keyof typeof texts.tenant.credentialTypes;
  readonly expiresAt: string | null;
}

function Credential({ type, expiresAt }: CredentialProps) {
  return (
    <>
      {texts.tenant.credentialTypes[type]}
      {expiresAt !== null && (
        <>
          , {texts.tenant.credentialUntil} <DateOnly at={expiresAt} />
        </>
      )}
    </>
  );
}
