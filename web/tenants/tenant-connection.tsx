import { makeStyles, tokens } from '@fluentui/react-components';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { paths } from '../paths.ts';
import { texts } from '../texts.ts';
import { Facts } from '../ui/facts.tsx';
import { AppLink } from '../ui/links.tsx';
import { Stack } from '../ui/stack.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { DateOnly, RelativeTime } from '../ui/time.tsx';
import { DefaultSwitch, type DefaultSwitchProps } from './default-switch.tsx';

const TenantConnectionFragment = graphql(`
  fragment TenantConnection on ProviderConnection {
    id
    displayName
    cloud
    statusBadge {
      ...Badge
    }
    healthBadge {
      ...Badge
    }
    lastHealthCheckAt
    lastErrorMessage
    credential {
      type
      expiresAt
    }
    ...DefaultSwitch
  }
`);

const useStyles = makeStyles({
  head: { paddingBottom: 0 },
  title: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
  },
  name: {
    margin: 0,
    minWidth: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  badges: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  error: { margin: 0, color: tokens.colorStatusDangerForeground3 },
});

export interface TenantConnectionProps {
  readonly connection: FragmentType<typeof TenantConnectionFragment>;
  readonly tenantId: string;
  /** All of the tenant's, this one too: at most one of a provider is the default. */
  readonly siblings: DefaultSwitchProps['siblings'];
}

export function TenantConnection({ connection, tenantId, siblings }: TenantConnectionProps) {
  const styles = useStyles();
  const seen = readFragment(TenantConnectionFragment, connection);
  const { id, displayName, cloud, statusBadge, healthBadge, lastHealthCheckAt } = seen;
  const { lastErrorMessage, credential } = seen;
  const {
    credential: credentialTerm,
    noCredential,
    cloud: cloudTerm,
    checked,
    notChecked,
  } = texts.tenantConnections;
  return (
    <>
      <Stack gap="S" padded className={styles.head}>
        <div className={styles.title}>
          <h3 className={styles.name}>
            <AppLink href={paths.connection(tenantId, id)} strong>
              {displayName}
            </AppLink>
          </h3>
          <DefaultSwitch connection={seen} tenantId={tenantId} siblings={siblings} />
        </div>
        <div className={styles.badges}>
          <StatusBadge badge={statusBadge} />
          <StatusBadge badge={healthBadge} />
        </div>
        {lastErrorMessage !== null && <p className={styles.error}>{lastErrorMessage}</p>}
      </Stack>
      <Facts
        facts={[
          {
            term: credentialTerm,
            value: credential === null ? noCredential : <Credential {...credential} />,
          },
          { term: cloudTerm, value: cloud },
          {
            term: checked,
            value: lastHealthCheckAt === null ? notChecked : <RelativeTime at={lastHealthCheckAt} />,
          },
        ]}
      />
    </>
  );
}

interface CredentialProps {
  readonly type: keyof typeof texts.tenantConnections.credentialTypes;
  readonly expiresAt: string | null;
}

function Credential({ type, expiresAt }: CredentialProps) {
  return (
    <>
      {texts.tenantConnections.credentialTypes[type]}
      {expiresAt !== null && (
        <>
          , {texts.tenantConnections.credentialUntil} <DateOnly at={expiresAt} />
        </>
      )}
    </>
  );
}
