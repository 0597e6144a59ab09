import { makeStyles, tokens } from '@fluentui/react-components';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import { texts } from '../../texts.ts';
import { Panel } from '../../ui/panel.tsx';
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
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    minHeight: '56px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalMNudge} ${tokens.spacingHorizontalL}`,
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
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
        aside: <span className={styles.quiet}>{texts.standing.ready(ready, verdicts.length)}</span>,
      })}
    >
      <div className={styles.strip}>
        {runs.length > 0 ? (
          <OutcomeStrip label={texts.standing.title} runs={runs} />
        ) : (
          <p className={styles.quiet}>{texts.standing.none}</p>
        )}
      </div>
      <StandingFacts tenant={standing} />
    </Panel>
  );
}
