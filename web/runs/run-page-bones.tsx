import { ReportBones } from '../verification/report-bones.tsx';
import { texts } from '../texts.ts';
import { Bone, Loading } from '../ui/bone.tsx';
import { Facts } from '../ui/facts.tsx';
import { Columns, Page, PageHead } from '../ui/page-layout.tsx';
import { Panel } from '../ui/panel.tsx';

const { initiator, created, started, completed, duration, attempt, connection, directory, id } = texts.run;
const terms = [initiator, created, started, completed, duration, attempt, connection, directory, id];

export function RunPageBones() {
  return (
    <Loading>
      <Page>
        <PageHead
          above={<Bone width="140px" height="16px" />}
          title={<Bone width="360px" height="32px" />}
          below={<Bone width="200px" height="24px" />}
          actions={<Bone width="220px" height="32px" />}
        />
        <Columns
          main={<ReportBones title={texts.report.title} />}
          side={
            <Panel title={texts.run.facts}>
              <Facts facts={terms.map((term) => ({ term, value: <Bone width="140px" height="20px" /> }))} />
            </Panel>
          }
        />
      </Page>
    </Loading>
  );
}
