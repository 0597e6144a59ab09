import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { SkeletonBlock, Loading } from './skeleton.tsx';
import { Facts } from './facts.tsx';
import { Columns, Page, PageHead } from './page-layout.tsx';
import { Panel } from './panel.tsx';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    gap: tokens.spacingVerticalXS,
    height: '57px',
    boxSizing: 'border-box',
    padding: `0 ${tokens.spacingHorizontalL}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    ':first-child': { borderTopStyle: 'none' },
  },
});

export interface SkeletonPanel {
  readonly title: string;
  /** Something stands beside the title: filters. */
  readonly aside?: boolean;
  /** Of a list. */
  readonly rows?: number;
  /** Of facts, whose names are known before their values. */
  readonly terms?: readonly string[];
}

export interface PageSkeletonProps {
  /** Where it is known already. */
  readonly title?: string;
  /** Below the title. */
  readonly lead?: ReactNode;
  /** No link to anything above it: a page of nothing but itself. */
  readonly top?: boolean;
  readonly actions?: boolean;
  readonly panels?: readonly SkeletonPanel[];
  /** Beside them. */
  readonly side?: readonly SkeletonPanel[];
  /** What is in no panel; above them. */
  readonly children?: ReactNode;
}

/** About what the page will be like, so that little moves when it comes. What is busiest has one of its own. */
export function PageSkeleton(props: PageSkeletonProps) {
  const { title, lead, top = false, actions = false, panels = [], side, children } = props;
  const main = <Panels panels={panels} />;
  return (
    <Loading>
      <Page>
        <PageHead
          {...(!top && { above: <SkeletonBlock width="140px" height="16px" /> })}
          title={title ?? <SkeletonBlock width="320px" height="32px" />}
          below={lead ?? (title === undefined && <SkeletonBlock width="280px" height="20px" />)}
          {...(actions && { actions: <SkeletonBlock width="200px" height="32px" /> })}
        />
        {children}
        {side === undefined ? main : <Columns main={main} side={<Panels panels={side} />} />}
      </Page>
    </Loading>
  );
}

function Panels({ panels }: { panels: readonly SkeletonPanel[] }) {
  return panels.map(({ title, aside = false, rows = 0, terms = [] }) => (
    <Panel key={title} title={title} {...(aside && { aside: <SkeletonBlock width="280px" height="32px" /> })}>
      <Rows count={rows} />
      {terms.length > 0 && (
        <Facts
          facts={terms.map((term) => ({ term, value: <SkeletonBlock width="140px" height="20px" /> }))}
        />
      )}
    </Panel>
  ));
}

function Rows({ count }: { count: number }) {
  const styles = useStyles();
  return Array.from({ length: count }, (_, index) => (
    <div key={index} className={styles.row}>
      <SkeletonBlock width="260px" height="16px" />
      <SkeletonBlock width="160px" height="12px" />
    </div>
  ));
}

/** A list that fills the screen: what is below it is off the screen. */
export function ListSkeleton({ title, panel = title, lead }: ListSkeletonProps) {
  return (
    <PageSkeleton
      title={title}
      {...(lead !== undefined && { lead })}
      panels={[{ title: panel, aside: true, rows: aboutAScreen }]}
    />
  );
}

const aboutAScreen = 10;

export interface ListSkeletonProps {
  readonly title: string;
  readonly panel?: string;
  readonly lead?: string;
}
