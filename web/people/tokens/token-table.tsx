import { makeStyles, tokens } from '@fluentui/react-components';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import type { ApiTokenRowFragment as ApiToken } from '../../gql/graphql.ts';
import type { Allowed } from '../roles/roles.ts';
import { texts } from '../../texts.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Quiet } from '../../ui/quiet.tsx';
import { Stack } from '../../ui/stack.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { RelativeTime } from '../../ui/time.tsx';

export const ApiTokenRowFragment = graphql(`
  fragment ApiTokenRow on ApiToken {
    id
    name
    prefix
    workspace {
      id
      name
    }
    capabilities
    createdAt
    lastUsedAt
    expiresAt
    status
    statusBadge {
      ...Badge
    }
  }
`);

const useStyles = makeStyles({
  strong: { fontWeight: tokens.fontWeightSemibold },
  prefix: {
    color: tokens.colorNeutralForeground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

export type TokenRow = FragmentType<typeof ApiTokenRowFragment>;

export interface TokenTableProps {
  readonly apiTokens: readonly TokenRow[];
  readonly labels: readonly Allowed[];
  readonly onRevoke: (token: ApiToken) => void;
}

/** Those that work. */
export function TokenTable({ apiTokens, labels, onRevoke }: TokenTableProps) {
  const { columns, revoke, revokeAbout, active } = texts.apiTokens;
  const shown: readonly Column<ApiToken>[] = [
    ...describing(labels),
    {
      title: columns.expires,
      width: '120px',
      named: true,
      cell: ({ expiresAt }) => <Expiry at={expiresAt} />,
    },
    {
      title: columns.actions,
      width: '88px',
      cell: (token) => (
        <ActionButton
          label={revoke}
          subject={token.name}
          reason={null}
          about={revokeAbout}
          appearance="subtle"
          danger
          onClick={() => onRevoke(token)}
        />
      ),
    },
  ];
  const rows = readFragment(ApiTokenRowFragment, apiTokens);
  return <DataTable label={active} columns={shown} rows={rows} rowKey={({ id }) => id} />;
}

/** Those that no longer work: why a script stopped can be found here. */
export function EndedTokenTable({ apiTokens, labels }: Omit<TokenTableProps, 'onRevoke'>) {
  const { columns, endedLabel } = texts.apiTokens;
  const shown: readonly Column<ApiToken>[] = [
    ...describing(labels),
    { title: columns.status, width: '120px', cell: ({ statusBadge }) => <StatusBadge badge={statusBadge} /> },
  ];
  const rows = readFragment(ApiTokenRowFragment, apiTokens);
  return <DataTable label={endedLabel} columns={shown} rows={rows} rowKey={({ id }) => id} />;
}

function describing(labels: readonly Allowed[]): readonly Column<ApiToken>[] {
  const { columns, left } = texts.apiTokens;
  return [
    { title: columns.name, width: 'minmax(0, 3fr)', cell: (token) => <Name token={token} /> },
    { title: columns.workspace, width: 'minmax(0, 3fr)', cell: ({ workspace }) => workspace?.name ?? left },
    {
      title: columns.capabilities,
      width: 'minmax(0, 3fr)',
      cell: ({ capabilities }) => <Capabilities names={capabilities} labels={labels} />,
    },
    {
      title: columns.created,
      width: '112px',
      named: true,
      cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
    },
    {
      title: columns.lastUsed,
      width: '112px',
      named: true,
      cell: ({ lastUsedAt }) => <LastUsed at={lastUsedAt} />,
    },
  ];
}

function Name({ token: { name, prefix } }: { token: ApiToken }) {
  const styles = useStyles();
  return (
    <Stack>
      <span className={styles.strong}>{name}</span>
      <span className={styles.prefix}>{texts.apiTokens.startsWith(prefix)}</span>
    </Stack>
  );
}

interface CapabilitiesProps {
  readonly names: ApiToken['capabilities'];
  readonly labels: readonly Allowed[];
}

function Capabilities({ names, labels }: CapabilitiesProps) {
  const styles = useStyles();
  if (names === null) return texts.apiTokens.everything;
  return (
    <Disclosure summary={texts.apiTokens.things(names.length)}>
      <ul className={styles.list}>
        {labels
          .filter(({ capability }) => names.includes(capability))
          .map(({ capability, label }) => (
            <li key={capability}>{label}</li>
          ))}
      </ul>
    </Disclosure>
  );
}

function LastUsed({ at }: { at: string | null }) {
  if (at === null) return <Quiet>{texts.apiTokens.neverUsed}</Quiet>;
  return <RelativeTime at={at} />;
}

/** Only the operator of the program can make one that never ends. */
function Expiry({ at }: { at: string | null }) {
  if (at !== null) return <RelativeTime at={at} />;
  return <StatusBadge badge={{ color: 'WARNING', icon: 'warning', label: texts.apiTokens.neverExpires }} />;
}
