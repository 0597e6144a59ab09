import { makeStyles, tokens } from '@fluentui/react-components';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import type { ReportChangesFragment as ReportChangesFragmentData } from '../gql/graphql.ts';
import { paths } from '../paths.ts';
import { texts } from '../texts.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { AppLink } from '../ui/links.tsx';
import { Panel } from '../ui/panel.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import type { BadgeRef } from '../ui/badge.ts';
import { PlainList } from '../ui/plain-list.tsx';
import { Quiet } from '../ui/quiet.tsx';

const ReportChangesFragment = graphql(`
  fragment ReportChanges on VerificationReport {
    comparedRun {
      id
    }
    changes {
      key
      title
      kind
      after
      evidenceChanged
      beforeBadge {
        ...Badge
      }
      afterBadge {
        ...Badge
      }
    }
  }
`);

const useStyles = makeStyles({
  change: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    ':first-child': { borderTopStyle: 'none' },
    '@media (max-width: 480px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  folded: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    ':first-child': { borderTopStyle: 'none' },
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  badges: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
});

/** What a reader of yesterday's report has to learn today. Nothing when nothing has changed: the report's head says so. */
export function ReportChanges({ report }: { report: FragmentType<typeof ReportChangesFragment> }) {
  const styles = useStyles();
  const { comparedRun, changes } = readFragment(ReportChangesFragment, report);
  if (comparedRun === null || changes.length === 0) return null;
  // One failing sign-in skips everything after it: that is one piece of news, not seventeen.
  const skipped = changes.filter(({ after }) => after === 'SKIP');
  const told = changes.filter(({ after }) => after !== 'SKIP');
  return (
    <Panel
      title={texts.report.changesTitle}
      aside={<AppLink href={paths.run(comparedRun.id)}>{texts.report.previous}</AppLink>}
    >
      <Changes changes={told} />
      {skipped.length > 0 && (
        <div className={styles.folded}>
          <Disclosure summary={texts.report.changesSkipped(skipped.length)}>
            <Changes changes={skipped} />
          </Disclosure>
        </div>
      )}
    </Panel>
  );
}

type Change = ReportChangesFragmentData['changes'][number];

function Changes({ changes }: { changes: readonly Change[] }) {
  const styles = useStyles();
  return (
    <PlainList>
      {changes.map(({ key, title, kind, evidenceChanged, beforeBadge, afterBadge }) => (
        <li key={key} className={styles.change}>
          <div>
            <div className={styles.title}>{title}</div>
            <Quiet as="div" small>
              {texts.report.changeKinds[kind]}
              {evidenceChanged && ` · ${texts.report.evidenceChanged}`}
            </Quiet>
          </div>
          <div className={styles.badges}>
            <Verdict badge={beforeBadge} />
            <span aria-hidden>→</span>
            <Verdict badge={afterBadge} />
          </div>
        </li>
      ))}
    </PlainList>
  );
}

function Verdict({ badge }: { badge: BadgeRef | null }) {
  return badge === null ? <Quiet small>{texts.report.noBefore}</Quiet> : <StatusBadge badge={badge} />;
}
