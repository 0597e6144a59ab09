import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, useState, type KeyboardEvent } from 'react';
import { Link } from 'wouter';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import { paths } from '../../paths.ts';
import { texts } from '../../texts.ts';
import { readBadge } from '../../ui/badge.ts';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { toAbsolute } from '../../ui/time.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';

const OutcomeMarkFragment = graphql(`
  fragment OutcomeMark on OperationRun {
    id
    version
    status
    verdict
    resultBadge {
      ...Badge
    }
    createdAt
  }
`);

const tone = (color: string, background: string, border: string) => ({
  color,
  backgroundColor: background,
  border: `${tokens.strokeWidthThin} solid ${border}`,
});

const useStyles = makeStyles({
  strip: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  // 24 px: the smallest target that WCAG 2.2 AA allows. As many as a page has room for share its width.
  place: { flex: '1 1 24px', minWidth: '24px', maxWidth: '40px' },
  mark: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    boxSizing: 'border-box',
    height: '32px',
    borderRadius: tokens.borderRadiusMedium,
    '& svg': { fontSize: '16px' },
    ':hover': { boxShadow: `inset 0 -3px 0 currentColor` },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  NEUTRAL: tone(tokens.colorNeutralForeground3, tokens.colorNeutralBackground3, tokens.colorNeutralStroke2),
  INFO: tone(tokens.colorBrandForeground2, tokens.colorBrandBackground2, tokens.colorBrandStroke2),
  SUCCESS: tone(
    tokens.colorStatusSuccessForeground1,
    tokens.colorStatusSuccessBackground1,
    tokens.colorStatusSuccessBorder1,
  ),
  WARNING: tone(
    tokens.colorStatusWarningForeground3,
    tokens.colorStatusWarningBackground1,
    tokens.colorStatusWarningBorder1,
  ),
  DANGER: tone(
    tokens.colorStatusDangerForeground1,
    tokens.colorStatusDangerBackground1,
    tokens.colorStatusDangerBorder1,
  ),
});

export interface OutcomeStripProps {
  readonly label: string;
  /** Oldest first. */
  readonly runs: readonly ({ readonly id: string } & FragmentType<typeof OutcomeMarkFragment>)[];
}

/** One stop for the Tab key, however many marks: the arrow keys go from one to the next. */
export function OutcomeStrip({ label, runs }: OutcomeStripProps) {
  const styles = useStyles();
  const strip = useRef<HTMLOListElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const reachable = runs.find(({ id }) => id === chosen)?.id ?? runs.at(-1)?.id;
  const walk = (event: KeyboardEvent) => {
    const marks = [...(strip.current?.querySelectorAll('a') ?? [])];
    const here = marks.findIndex((mark) => mark === event.target);
    const next = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: marks.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    marks[next]?.focus();
  };
  return (
    <ol className={styles.strip} ref={strip} aria-label={label} onKeyDown={walk}>
      {runs.map((run) => (
        <li key={run.id} className={styles.place} onFocus={() => setChosen(run.id)}>
          <OutcomeMark run={run} reachable={run.id === reachable} />
        </li>
      ))}
    </ol>
  );
}

interface OutcomeMarkProps {
  readonly run: FragmentType<typeof OutcomeMarkFragment>;
  readonly reachable: boolean;
}

function OutcomeMark({ run, reachable }: OutcomeMarkProps) {
  const styles = useStyles();
  const { id, createdAt, status, verdict, resultBadge } = readFragment(OutcomeMarkFragment, run);
  const badge = readBadge(resultBadge);
  // What says nothing about the tenant has no color of its own: the strip is about the tenant.
  const color = status === 'COMPLETED' && verdict === null ? 'NEUTRAL' : badge.color;
  return (
    <Tooltip content={texts.standing.mark(badge.label, toAbsolute(createdAt))} relationship="label">
      <Link
        href={paths.run(id)}
        tabIndex={reachable ? 0 : -1}
        className={mergeClasses(styles.mark, styles[color])}
      >
        <StatusIcon badge={badge} inherit />
      </Link>
    </Tooltip>
  );
}
