import { makeStyles, tokens } from '@fluentui/react-components';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import { texts } from '../../texts.ts';
import { Panel } from '../../ui/panel.tsx';
import { Quiet } from '../../ui/quiet.tsx';
import { Stack } from '../../ui/stack.tsx';
import { OutcomeStrip } from '../history/outcome-strip.tsx';
import { StandingFacts } from './standing-facts.tsx';

const TenantStandingFragment = graphql(`
  fragment TenantStanding on Tenant {
    id
    verifications: operationRuns(first: 30, types: ["provider.connection.check"]) {
      edges {
        cursor
        node {
          id
          version
          isRehearsal
          verdict
          ...OutcomeMark
        }
      }
    }
    ...StandingFacts
  }
`);

const useStyles = makeStyles({
  strip: {
    justifyContent: 'center',
    minHeight: '56px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalMNudge} ${tokens.spacingHorizontalL}`,
  },
});

/** How the tenant has stood over time, at a glance. Rehearsals speak of a credential that is not in use: not of it. */
export function TenantStanding({ tenant }: { tenant: FragmentType<typeof TenantStandingFragment> }) {
  const styles = useStyles();
  const standing = readFragment(TenantStandingFragment, tenant);
  const runs = standing.verifications.edges
    .map(({ node }) => node)
    .filter(({ isRehearsal }) => !isRehearsal)
    .reverse();
  const verdicts = runs.flatMap(({ verdict }) => verdict ?? []);
  const ready = verdicts.filter((verdict) => verdict === 'READY').length;
  return (
    <Panel
      title={texts.standing.title}
      {...(verdicts.length > 0 && {
        aside: <Quiet>{texts.standing.ready(ready, verdicts.length)}</Quiet>,
      })}
    >
      <Stack className={styles.strip}>
        {runs.length > 0 ? (
          <OutcomeStrip label={texts.standing.title} runs={runs} />
        ) : (
          <Quiet as="p">{texts.standing.none}</Quiet>
        )}
      </Stack>
      <StandingFacts tenant={standing} />
    </Panel>
  );
}
