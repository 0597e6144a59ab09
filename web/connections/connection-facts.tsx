import { makeStyles, tokens } from '@fluentui/react-components';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { texts } from '../texts.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { Facts } from '../ui/facts.tsx';
import { Panel } from '../ui/panel.tsx';
import { PlainList } from '../ui/plain-list.tsx';
import { Quiet } from '../ui/quiet.tsx';
import { RelativeTime } from '../ui/time.tsx';

const ConnectionFactsFragment = graphql(`
  fragment ConnectionFacts on ProviderConnection {
    id
    cloudLabel
    lastHealthCheckAt
    createdAt
    updatedAt
    permissionProfiles
    scopesGranted
  }
`);

const useStyles = makeStyles({
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
});

export interface ConnectionFactsProps {
  readonly connection: FragmentType<typeof ConnectionFactsFragment>;
}

export function ConnectionFacts({ connection }: ConnectionFactsProps) {
  const styles = useStyles();
  const facts = readFragment(ConnectionFactsFragment, connection);
  const { lastHealthCheckAt, permissionProfiles, scopesGranted } = facts;
  const { profiles, profilesAbout, ...words } = texts.connection;
  return (
    <>
      <Panel title={words.facts}>
        <Facts
          facts={[
            {
              term: words.health,
              value: lastHealthCheckAt === null ? words.never : <RelativeTime at={lastHealthCheckAt} />,
            },
            { term: words.cloud, value: facts.cloudLabel },
            { term: words.added, value: <RelativeTime at={facts.createdAt} /> },
            { term: words.changedAt, value: <RelativeTime at={facts.updatedAt} /> },
            { term: words.id, value: <code className={styles.code}>{facts.id}</code> },
          ]}
        />
      </Panel>
      <Panel title={words.permissions}>
        <Facts
          facts={[
            {
              term: words.required,
              value: permissionProfiles.map((profile) => (
                <div key={profile}>
                  {profiles[profile]}
                  <Quiet as="div">{profilesAbout[profile]}</Quiet>
                </div>
              )),
            },
            { term: words.granted, value: <Scopes scopes={scopesGranted} /> },
          ]}
        />
      </Panel>
    </>
  );
}

function Scopes({ scopes }: { scopes: readonly string[] }) {
  const styles = useStyles();
  if (scopes.length === 0) return texts.connection.noneGranted;
  return (
    <Disclosure summary={texts.connection.grantedCount(scopes.length)}>
      <PlainList>
        {scopes.map((scope) => (
          <li key={scope}>
            <code className={styles.code}>{scope}</code>
          </li>
        ))}
      </PlainList>
    </Disclosure>
  );
}
