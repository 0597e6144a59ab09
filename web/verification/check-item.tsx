import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { paths } from '../paths.ts';
import { texts } from '../texts.ts';
import { readBadge } from '../ui/badge.ts';
import { AppLink } from '../ui/links.tsx';
import { NextSteps } from '../ui/next-steps.tsx';
import { Quiet } from '../ui/quiet.tsx';
import { Stack } from '../ui/stack.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { StatusIcon } from '../ui/status-icon.tsx';
import { CheckAcknowledgement } from './acknowledgement.tsx';
import { needsSomeone } from './check-groups.ts';
import { Evidence } from './evidence.tsx';

const CheckItemFragment = graphql(`
  fragment CheckItem on VerificationCheck {
    key
    title
    status
    statusBadge {
      ...Badge
    }
    severityBadge {
      ...Badge
    }
    blocking
    reasonCode
    message
    evidence {
      kind
      value
    }
    nextSteps {
      label
      url
    }
    ...CheckAcknowledgement
  }
`);

const useStyles = makeStyles({
  item: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    gap: `0 ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    '& > svg': { fontSize: '20px', marginTop: '2px' },
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    // A badge's height, also without one. With it and the row's a check is as tall while it runs as when it has passed.
    minHeight: '24px',
  },
  title: {
    margin: 0,
    marginInlineEnd: 'auto',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  // The evidence of a quiet check stands beside its sentence until it is opened, and then below it.
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '24px',
    '& > details[open]': { flexBasis: '100%' },
  },
  // At its edge, also when opened evidence has moved it to the next line.
  act: { '& > :last-child:not(details)': { marginInlineStart: 'auto' } },
  message: { margin: 0, overflowWrap: 'anywhere' },
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
    '& > a': { fontFamily: 'inherit', fontSize: 'inherit' },
  },
  steps: { marginTop: tokens.spacingVerticalXS },
});

export interface CheckItemProps {
  readonly check: FragmentType<typeof CheckItemFragment>;
  /** Of its title: below the heading of the group that it stands in. */
  readonly level: 'h3' | 'h4';
}

export function CheckItem({ check, level: Heading }: CheckItemProps) {
  const styles = useStyles();
  const item = readFragment(CheckItemFragment, check);
  const { title, status, statusBadge, severityBadge, blocking, reasonCode, message, evidence, nextSteps } =
    item;
  const loud = needsSomeone(item);
  const sentence = status === 'RUNNING' && message === '' ? texts.report.checkRunning : message;
  return (
    <li className={styles.item}>
      <StatusIcon badge={statusBadge} />
      <Stack gap="XS">
        <div className={styles.head}>
          <Heading className={styles.title}>{title}</Heading>
          {loud && blocking && status === 'FAIL' && <Quiet small>{texts.report.blocking}</Quiet>}
          {loud && <StatusBadge badge={severityBadge} />}
          {loud ? <StatusBadge badge={statusBadge} /> : <Quiet small>{readBadge(statusBadge).label}</Quiet>}
        </div>
        <div className={styles.row}>
          <p className={mergeClasses(styles.message, !loud && styles.quiet)}>{sentence}</p>
          {!loud && <Evidence evidence={evidence} />}
        </div>
        {reasonCode !== null && loud && (
          <code className={styles.code}>
            <AppLink href={paths.reason(reasonCode)}>{reasonCode}</AppLink>
          </code>
        )}
        {nextSteps.length > 0 && (
          <div className={styles.steps}>
            <NextSteps steps={nextSteps} />
          </div>
        )}
        {loud && (
          <div className={mergeClasses(styles.row, styles.act)}>
            <Evidence evidence={evidence} />
            <CheckAcknowledgement check={item} />
          </div>
        )}
      </Stack>
    </li>
  );
}
