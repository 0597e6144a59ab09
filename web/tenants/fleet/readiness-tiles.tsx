import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import type { Readiness } from '../../gql/graphql.ts';
import { texts } from '../../texts.ts';
import type { BadgeParts } from '../../ui/badge.ts';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { surface } from '../../ui/surface.ts';

const ReadinessTilesFragment = graphql(`
  fragment ReadinessTiles on Workspace {
    id
    verificationOverview(status: $status) {
      ready
      needsAttention
      blocked
      running
      neverVerified
      total
    }
  }
`);

/** Worst first: the morning's question is what needs me, not how well we are doing. */
const tiles = [
  { readiness: 'BLOCKED', count: 'blocked' },
  { readiness: 'NEEDS_ATTENTION', count: 'needsAttention' },
  { readiness: 'NEVER_VERIFIED', count: 'neverVerified' },
  { readiness: 'RUNNING', count: 'running' },
  { readiness: 'READY', count: 'ready' },
] as const satisfies readonly { readiness: Readiness; count: string }[];

const useStyles = makeStyles({
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  tile: {
    display: 'grid',
    gridTemplateColumns: '20px 1fr',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    textAlign: 'start',
    font: 'inherit',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    cursor: 'pointer',
    ':hover': { backgroundColor: surface.hover },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '1px',
    },
    '& > svg': { fontSize: '20px' },
  },
  chosen: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorCompoundBrandStroke}`,
    boxShadow: `inset 0 0 0 ${tokens.strokeWidthThick} ${tokens.colorCompoundBrandStroke}`,
    // There are no shadows there.
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      color: 'HighlightText',
      backgroundColor: 'Highlight',
      '& > *': { color: 'inherit' },
    },
  },
  count: {
    gridColumn: '1 / -1',
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  label: { color: tokens.colorNeutralForeground2 },
});

export interface ReadinessTilesProps {
  readonly workspace: FragmentType<typeof ReadinessTilesFragment>;
  readonly badges: ReadonlyMap<Readiness, BadgeParts>;
  readonly chosen: Readiness | null;
  readonly onChoose: (readiness: Readiness | null) => void;
}

/** How many tenants are in which state; each count is the filter for its tenants. */
export function ReadinessTiles({ workspace, badges, chosen, onChoose }: ReadinessTilesProps) {
  const styles = useStyles();
  const { verificationOverview } = readFragment(ReadinessTilesFragment, workspace);
  return (
    <div className={styles.tiles} role="group" aria-label={texts.workspace.overview}>
      {tiles.map(({ readiness, count }) => {
        const badge = badges.get(readiness);
        if (badge === undefined) return null;
        const pressed = readiness === chosen;
        return (
          <button
            key={readiness}
            type="button"
            className={mergeClasses(styles.tile, pressed && styles.chosen)}
            aria-pressed={pressed}
            onClick={() => onChoose(pressed ? null : readiness)}
          >
            <span className={styles.count}>{verificationOverview[count]}</span>
            <StatusIcon badge={badge} />
            <span className={styles.label}>{badge.label}</span>
          </button>
        );
      })}
    </div>
  );
}
