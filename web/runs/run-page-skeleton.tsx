import { ReportSkeleton } from '../verification/report-skeleton.tsx';
import { texts } from '../texts.ts';
import { SkeletonBlock, Loading } from '../ui/skeleton.tsx';
import { Facts } from '../ui/facts.tsx';
import { Columns, Page, PageHead } from '../ui/page-layout.tsx';
import { Panel } from '../ui/panel.tsx';

const { initiator, created, started, completed, duration, attempt, connection, directory, id } = texts.run;
const terms = [initiator, created, started, completed, duration, attempt, connection, directory, id];

export function RunPageSkeleton() {
  return (
    <Loading>
      <Page>
        <PageHead
          above={<SkeletonBlock width="140px" height="16px" />}
          title={<SkeletonBlock width="360px" height="32px" />}
          below={<SkeletonBlock width="200px" height="24px" />}
          actions={<SkeletonBlock width="220px" height="32px" />}
        />
        <Columns
          main={<ReportSkeleton title={texts.report.title} />}
          side={
            <Panel title={texts.run.facts}>
              <Facts
                facts={terms.map((term) => ({ term, value: <SkeletonBlock width="140px" height="20px" /> }))}
              />
            </Panel>
          }
        />
      </Page>
    </Loading>
  );
}
