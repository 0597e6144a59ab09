import { ReportBones } from '../report/report-bones.tsx';
import { texts } from '../texts.ts';
import { Bone, Loading } from '../ui/bone.tsx';
import { Facts } from '../ui/facts.tsx';
import { Columns, Page, PageHead } from '../ui/page-layout.tsx';
import { Panel } from '../ui/panel.tsx';

const { credential, cloud, checked } = texts.tenant;

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
        <Columns
          main={<ReportBones title={texts.tenant.latest} />}
          side={
            <Panel title={texts.tenant.connections}>
              <Facts
                facts={[credential, cloud, checked].map((term) => ({
                  term,
                  value: <Bone width="120px" height="20px" />,
                }))}
              />
            </Panel>
          }
        />
      </Page>
    </Loading>
  );
}
