import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import { paths } from '../../paths.ts';
import { texts } from '../../texts.ts';
import { AppLink } from '../../ui/links.tsx';
import { Quiet } from '../../ui/quiet.tsx';
import { RelativeTime } from '../../ui/time.tsx';
import { NextRecheck } from './next-recheck.tsx';

const StandingFactsFragment = graphql(`
  fragment StandingFacts on Tenant {
    id
    lastGoodAt
    firstFailedAt
    workspace {
      id
    }
    findings(first: 1, status: [NEW]) {
      totalCount
    }
    ...NextRecheck
  }
`);

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(210px, 100%), 1fr))',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    margin: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  term: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  value: { margin: 0, overflowWrap: 'anywhere' },
});

export function StandingFacts({ tenant }: { tenant: FragmentType<typeof StandingFactsFragment> }) {
  const styles = useStyles();
  const facts = readFragment(StandingFactsFragment, tenant);
  const { id, lastGoodAt, firstFailedAt, workspace, findings } = facts;
  const { lastGood, neverGood, firstFailed, notFailed, unknown, recheck } = texts.standing;
  const notYet = <Quiet>{lastGoodAt === null ? unknown : notFailed}</Quiet>;
  return (
    <dl className={styles.facts}>
      <StandingFact term={lastGood}>
        {lastGoodAt === null ? neverGood : <RelativeTime at={lastGoodAt} />}
      </StandingFact>
      <StandingFact term={firstFailed}>
        {firstFailedAt === null ? notYet : <RelativeTime at={firstFailedAt} />}
      </StandingFact>
      <StandingFact term={recheck}>
        <NextRecheck tenant={facts} />
      </StandingFact>
      <StandingFact term={texts.standing.findings}>
        {findings.totalCount === 0 ? (
          <Quiet>{texts.standing.noFindings}</Quiet>
        ) : (
          <AppLink href={paths.findingsOfTenant(workspace.id, id)}>
            {texts.standing.newFindings(findings.totalCount)}
          </AppLink>
        )}
      </StandingFact>
    </dl>
  );
}

function StandingFact({ term, children }: { term: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <div>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}
