import { makeStyles, tokens } from '@fluentui/react-components';
import { ReportSkeleton } from '../verification/report-skeleton.tsx';
import { texts } from '../texts.ts';
import { SkeletonBlock, Loading } from '../ui/skeleton.tsx';
import { Facts } from '../ui/facts.tsx';
import { Columns, Page, PageHead } from '../ui/page-layout.tsx';
import { Panel } from '../ui/panel.tsx';
import { Stack } from '../ui/stack.tsx';

const { credential, cloud, checked } = texts.tenantConnections;
const historyRows = 4;
const standingFacts = 4;

const useStyles = makeStyles({
  head: { paddingBottom: 0 },
  strip: {
    boxSizing: 'border-box',
    minHeight: '56px',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(210px, 100%), 1fr))',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
});

export function TenantPageSkeleton() {
  return (
    <Loading>
      <Page>
        <PageHead
          above={<SkeletonBlock width="100px" height="16px" />}
          title={<SkeletonBlock width="280px" height="32px" />}
          below={<SkeletonBlock width="360px" height="24px" />}
          actions={
            <>
              <SkeletonBlock width="96px" height="32px" />
              <SkeletonBlock width="104px" height="32px" />
            </>
          }
        />
        <StandingSkeleton />
        <Columns main={<ReportSkeleton title={texts.tenant.latest} />} side={<SideSkeleton />} />
      </Page>
    </Loading>
  );
}

function StandingSkeleton() {
  const styles = useStyles();
  return (
    <Panel title={texts.standing.title}>
      <div className={styles.strip}>
        <SkeletonBlock width="320px" height="32px" />
      </div>
      <div className={styles.facts}>
        {Array.from({ length: standingFacts }, (_, index) => (
          <SkeletonBlock key={index} width="140px" height="36px" />
        ))}
      </div>
    </Panel>
  );
}

function SideSkeleton() {
  const styles = useStyles();
  const values = [credential, cloud, checked].map((term) => ({
    term,
    value: <SkeletonBlock width="120px" height="20px" />,
  }));
  return (
    <>
      <Panel title={texts.tenantConnections.title}>
        <Stack gap="S" padded className={styles.head}>
          <SkeletonBlock width="240px" height="20px" />
          <SkeletonBlock width="200px" height="24px" />
        </Stack>
        <Facts facts={values} />
      </Panel>
      <Panel title={texts.tenantHistory.title}>
        <Stack gap="S" padded>
          {Array.from({ length: historyRows }, (_, index) => (
            <SkeletonBlock key={index} width="100%" height="40px" />
          ))}
        </Stack>
      </Panel>
    </>
  );
}
