import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ReportBones } from '../report/report-bones.tsx';
import { texts } from '../texts.ts';
import { Bone, Loading } from '../ui/bone.tsx';
import { Facts } from '../ui/facts.tsx';
import { Columns, Page, PageHead } from '../ui/page-layout.tsx';
import { Panel } from '../ui/panel.tsx';

const { credential, cloud, checked } = texts.tenant;
const historyRows = 3;

const useStyles = makeStyles({
  rows: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  },
  head: { paddingBottom: 0 },
});

export function TenantPageBones() {
  return (
    <Loading>
      <Page>
        <PageHead
          above={<Bone width="100px" height="16px" />}
          title={<Bone width="280px" height="32px" />}
          below={<Bone width="360px" height="24px" />}
          actions={<Bone width="96px" height="32px" />}
        />
        <Columns main={<ReportBones title={texts.tenant.latest} />} side={<SideBones />} />
      </Page>
    </Loading>
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
      <Panel title={texts.tenant.connections}>
        <div className={mergeClasses(styles.rows, styles.head)}>
          <Bone width="240px" height="20px" />
          <Bone width="200px" height="24px" />
        </div>
        <Facts facts={values} />
      </Panel>
      <Panel title={texts.tenant.history}>
        <div className={styles.rows}>
          {Array.from({ length: historyRows }, (_, index) => (
            <Bone key={index} width="100%" height="40px" />
          ))}
        </div>
      </Panel>
    </>
  );
}
