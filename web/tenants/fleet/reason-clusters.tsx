import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import { texts } from '../../texts.ts';
import { Panel } from '../../ui/panel.tsx';
import { PlainList } from '../../ui/plain-list.tsx';
import { surface } from '../../ui/surface.ts';

const ReasonClustersFragment = graphql(`
  fragment ReasonClusters on Workspace {
    reasonClusters(first: 3, atLeast: 2) {
      code
      tenantCount
      blockedCount
      message
      nextStep
      tenants {
        id
        name
      }
    }
  }
`);

const useStyles = makeStyles({
  item: { '& + &': { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}` } },
  cluster: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: `0 ${tokens.spacingHorizontalL}`,
    boxSizing: 'border-box',
    width: '100%',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    textAlign: 'start',
    font: 'inherit',
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    borderTopStyle: 'none',
    borderRightStyle: 'none',
    borderBottomStyle: 'none',
    borderLeftStyle: 'none',
    cursor: 'pointer',
    ':hover': { backgroundColor: surface.hover },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  chosen: {
    backgroundColor: surface.selected,
    boxShadow: `inset ${tokens.strokeWidthThickest} 0 0 ${tokens.colorCompoundBrandStroke}`,
    // There are neither backgrounds nor shadows there.
    '@media (forced-colors: active)': {
      outline: `${tokens.strokeWidthThick} solid Highlight`,
      outlineOffset: '-2px',
    },
  },
  message: { fontWeight: tokens.fontWeightSemibold },
  count: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  about: {
    flexBasis: '100%',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

export interface ReasonClustersProps {
  readonly workspace: FragmentType<typeof ReasonClustersFragment>;
  readonly chosen: string | null;
  readonly onChoose: (reason: string | null) => void;
}

/** One action may mend many tenants: what they have in common, each the filter for its tenants. */
export function ReasonClusters({ workspace, chosen, onChoose }: ReasonClustersProps) {
  const styles = useStyles();
  const { reasonClusters } = readFragment(ReasonClustersFragment, workspace);
  if (reasonClusters.length === 0) return null;
  const { reasonsTitle, reasonCount, reasonTenants, reasonStep } = texts.workspace;
  return (
    <Panel title={reasonsTitle}>
      <PlainList>
        {reasonClusters.map(({ code, message, nextStep, tenantCount, blockedCount, tenants }) => (
          <li key={code} className={styles.item}>
            <button
              type="button"
              className={mergeClasses(styles.cluster, code === chosen && styles.chosen)}
              aria-pressed={code === chosen}
              onClick={() => onChoose(code === chosen ? null : code)}
            >
              <span className={styles.message}>{message}</span>
              <span className={styles.count}>{reasonCount(tenantCount, blockedCount)}</span>
              <span className={styles.about}>
                {nextStep !== null && `${reasonStep(nextStep)} · `}
                {reasonTenants(
                  tenants.map(({ name }) => name),
                  tenantCount,
                )}
              </span>
            </button>
          </li>
        ))}
      </PlainList>
    </Panel>
  );
}
