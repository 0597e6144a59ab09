import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { texts } from '../texts.ts';
import { readBadge } from '../ui/badge.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { GroupHead } from '../ui/group-head.tsx';
import { NextSteps } from '../ui/next-steps.tsx';
import { PlainList } from '../ui/plain-list.tsx';
import { Stack } from '../ui/stack.tsx';
import { StatusIcon } from '../ui/status-icon.tsx';
import type { VerificationCheckGroup } from '../gql/graphql.ts';
import type { CheckGroup } from './check-groups.ts';
import { CheckItem } from './check-item.tsx';
import { groupByPrecondition } from './skipped-checks.ts';

const GroupedCheckFragment = graphql(`
  fragment GroupedCheck on VerificationCheck {
    key
    title
    status
    statusBadge {
      ...Badge
    }
    severity
    group
    groupPosition
    message
    evidence {
      kind
      value
    }
    nextSteps {
      label
      url
    }
    ...CheckItem
  }
`);

const useStyles = makeStyles({
  folded: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}` },
  foldedHead: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightSemibold,
    '& > svg': { fontSize: '16px' },
  },
  notRun: {
    alignItems: 'flex-start',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    '& > details': { alignSelf: 'stretch' },
  },
  skipped: {
    margin: `0 0 ${tokens.spacingVerticalS}`,
    color: tokens.colorNeutralForeground3,
    '& > p': { margin: 0 },
    '& > ul': {
      margin: 0,
      padding: `${tokens.spacingVerticalXS} 0 0 ${tokens.spacingHorizontalXL}`,
      // As many columns as there is room for, and one in a narrow window.
      columnWidth: '200px',
      columnGap: tokens.spacingHorizontalXXL,
    },
  },
});

export type Check = ReturnType<typeof toChecks>[number];
export const toChecks = (masked: readonly FragmentType<typeof GroupedCheckFragment>[]) =>
  readFragment(GroupedCheckFragment, masked);
export type MaskedCheck = FragmentType<typeof GroupedCheckFragment>;

interface OfGroup {
  readonly group: CheckGroup<Check>;
}

/** What needs someone is open; what does not is one line until it is opened. */
export function CheckGroupSection({ group, all }: OfGroup & { readonly all: readonly Check[] }) {
  const isCalm = group.kind === 'PASS' && all.every(({ status }) => status === 'PASS' || status === 'SKIP');
  switch (group.kind) {
    case 'NOT_RUN':
      return <NotRun group={group} />;
    case 'PASS':
    case 'RUNNING':
      return (
        <Folded group={group} openAtFirst={isCalm}>
          <CheckItems checks={group.checks} level="h3" />
        </Folded>
      );
    case 'SKIP':
      return (
        <Folded group={group}>
          <Skipped checks={group.checks} all={all} />
        </Folded>
      );
    case 'BLOCKING':
    case 'FAIL':
    case 'WARN':
    case 'UNKNOWN':
    case 'ACKNOWLEDGED':
      return (
        <>
          <Head group={group} />
          <CheckItems checks={group.checks} level="h4" />
        </>
      );
  }
}

export function CheckItems({ checks, level }: { checks: readonly Check[]; level: 'h3' | 'h4' }) {
  return (
    <PlainList ordered>
      {checks.map((check) => (
        <CheckItem key={check.key} check={check} level={level} />
      ))}
    </PlainList>
  );
}

function Head({ group }: OfGroup) {
  const [first] = group.checks;
  return (
    <GroupHead>
      {first && <StatusIcon badge={markOf(group.kind) ?? first.statusBadge} />}
      {titleOf(group)}
    </GroupHead>
  );
}

interface FoldedProps extends OfGroup {
  readonly openAtFirst?: boolean;
  readonly children: ReactNode;
}

function Folded({ group, openAtFirst = false, children }: FoldedProps) {
  const styles = useStyles();
  const [first] = group.checks;
  const summary = (
    <span className={styles.foldedHead}>
      {first && <StatusIcon badge={first.statusBadge} />}
      {titleOf(group)}
    </span>
  );
  return (
    <div className={styles.folded}>
      <Disclosure summary={summary} openAtFirst={openAtFirst}>
        {children}
      </Disclosure>
    </div>
  );
}

/** They all say the same, so it is said once. */
function NotRun({ group }: OfGroup) {
  const styles = useStyles();
  const [first] = group.checks;
  if (first === undefined) return null;
  return (
    <>
      <Head group={group} />
      <Stack gap="S" className={styles.notRun}>
        <span>{first.message}</span>
        <NextSteps steps={first.nextSteps} />
        <Disclosure summary={texts.report.notRun(group.checks.length)}>
          <CheckItems checks={group.checks} level="h4" />
        </Disclosure>
      </Stack>
    </>
  );
}

function Skipped({ checks, all }: { checks: readonly Check[]; all: readonly Check[] }) {
  const styles = useStyles();
  return groupByPrecondition(checks, all).map(({ because, checks: members }) =>
    because === null ? (
      <CheckItems key="" checks={members} level="h3" />
    ) : (
      <div key={because} className={styles.skipped}>
        <p>{texts.report.skippedBecause(because)}</p>
        <ul>
          {members.map(({ key, title }) => (
            <li key={key}>{title}</li>
          ))}
        </ul>
      </div>
    ),
  );
}

/** The mark of a group that holds checks of several verdicts; each of them still shows its own. */
function markOf(kind: VerificationCheckGroup) {
  return kind === 'ACKNOWLEDGED' ? ({ color: 'NEUTRAL', icon: 'checkmark-circle' } as const) : null;
}

/** What the API calls the status; where that would not tell groups apart, what they have in common. */
export function titleOf({ kind, checks }: CheckGroup<Check>): string {
  const own = { BLOCKING: texts.report.blockingGroup, ACKNOWLEDGED: texts.report.acknowledgedGroup };
  const label =
    kind === 'BLOCKING' || kind === 'ACKNOWLEDGED'
      ? own[kind]
      : checks[0] && readBadge(checks[0].statusBadge).label;
  return texts.report.group(label ?? '', checks.length);
}
