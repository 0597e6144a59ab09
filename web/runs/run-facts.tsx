import { makeStyles, tokens } from '@fluentui/react-components';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { paths } from '../paths.ts';
import { texts } from '../texts.ts';
import { Facts, type Fact } from '../ui/facts.tsx';
import { AppLink } from '../ui/links.tsx';
import { Panel } from '../ui/panel.tsx';
import { AbsoluteTime } from '../ui/time.tsx';
import { RunTime } from './timeline/run-time.tsx';

const RunFactsFragment = graphql(`
  fragment RunFacts on OperationRun {
    id
    version
    initiator {
      id
      displayName
    }
    attempt
    createdAt
    startedAt
    completedAt
    tenant {
      id
    }
    providerConnection {
      id
      displayName
      cloud
    }
    targetScope {
      entraTenantId
      entraTenantName
    }
    ...RunTime
  }
`);

const useStyles = makeStyles({
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
});

export function RunFacts({ run }: { run: FragmentType<typeof RunFactsFragment> }) {
  const styles = useStyles();
  const facts = readFragment(RunFactsFragment, run);
  const { initiator, attempt, createdAt, startedAt, completedAt, tenant, providerConnection, targetScope } =
    facts;
  const neverOrNotYet = completedAt === null ? texts.run.notYet : texts.run.never;
  const connection: Fact[] =
    providerConnection === null || tenant === null
      ? []
      : [
          {
            term: texts.run.connection,
            value: (
              <AppLink href={paths.connection(tenant.id, providerConnection.id)}>
                {providerConnection.displayName} ({providerConnection.cloud})
              </AppLink>
            ),
          },
        ];
  const directory: Fact[] =
    targetScope === null
      ? []
      : [{ term: texts.run.directory, value: <Directory {...targetScope} className={styles.code} /> }];
  return (
    <Panel title={texts.run.facts}>
      <Facts
        facts={[
          { term: texts.run.initiator, value: initiator?.displayName ?? texts.run.system },
          { term: texts.run.created, value: <AbsoluteTime at={createdAt} /> },
          {
            term: texts.run.started,
            value: startedAt ? <AbsoluteTime at={startedAt} /> : neverOrNotYet,
          },
          {
            term: texts.run.completed,
            value: completedAt ? <AbsoluteTime at={completedAt} /> : texts.run.notYet,
          },
          { term: texts.run.duration, value: <RunTime run={facts} /> },
          // A run that never started has no attempt.
          ...(attempt > 0 ? [{ term: texts.run.attempt, value: attempt }] : []),
          ...connection,
          ...directory,
          { term: texts.run.id, value: <code className={styles.code}>{facts.id}</code> },
        ]}
      />
    </Panel>
  );
}

interface DirectoryProps {
  readonly entraTenantId: string;
  readonly entraTenantName: string | null;
  readonly className: string;
}

function Directory({ entraTenantId, entraTenantName, className }: DirectoryProps) {
  return (
    <>
      {entraTenantName !== null && <div>{entraTenantName}</div>}
      <code className={className}>{entraTenantId}</code>
    </>
  );
}
