import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ReportBones } from '../verification/report-bones.tsx';
import { texts } from '../texts.ts';
import { Bone, Loading } from '../ui/bone.tsx';
import { Facts } from '../ui/facts.tsx';
import { Columns, Page, PageHead } from '../ui/page-layout.tsx';
import { Panel } from '../ui/panel.tsx';

const { credential, cloud, checked } = texts.tenantConnections;
const historyRows = 4;
const standingFacts = 4;

const useStyles = makeStyles({
  rows: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  },
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

export function TenantPageBones() {
  return (
    <Loading>
      <Page>
        <PageHead
          above={<Bone width="100px" height="16px" />}
          title={<Bone width="280px" height="32px" />}
          below={<Bone width="360px" height="24px" />}
          actions={
            <>
              <Bone width="96px" height="32px" />
              <Bone width="104px" height="32px" />
            </>
          }
        />
        <StandingBones />
        <Columns main={<ReportBones title={texts.tenant.latest} />} side={<SideBones />} />
      </Page>
    </Loading>
  );
}

function StandingBones() {
  const styles = useStyles();
  return (
    <Panel title={texts.standing.title}>
      <div className={styles.strip}>
        <Bone width="320px" height="32px" />
      </div>
      <div className={styles.facts}>
        {Array.from({ length: standingFacts }, (_, index) => (
          <Bone key={index} width="140px" height="36px" />
        ))}
      </div>
    </Panel>
  );
}

function SideBones() {
  const styles = useStyles();
  const values = [credential, cloud, checked].map((term) => ({
    term,
    value: <Bone width="120px" height="20px" />,
  }));
  return (
    <>
      <Panel title={texts.tenantConnections.title}>
        <div className={mergeClasses(styles.rows, styles.head)}>
          <Bone width="240px" height="20px" />
          <Bone width="200px" height="24px" />
        </div>
        <Facts facts={values} />
      </Panel>
      <Panel title={texts.tenantHistory.title}>
        <div className={styles.rows}>
          {Array.from({ length: historyRows }, (_, index) => (
            <Bone key={index} width="100%" height="40px" />
          ))}
        </div>
      </Panel>
    </>
  );
}
