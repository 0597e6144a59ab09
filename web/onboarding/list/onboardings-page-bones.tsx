import { StepBody } from '../steps/step-panel.tsx';
import { texts } from '../../texts.ts';
import { Bone, Loading } from '../../ui/bone.tsx';
import { Page, PageHead } from '../../ui/page-layout.tsx';
import { Panel } from '../../ui/panel.tsx';

const rows = 3;

export function OnboardingsPageBones() {
  return (
    <Loading>
      <Page>
        <PageHead
          above={<Bone width="160px" height="16px" />}
          title={<Bone width="180px" height="32px" />}
          below={<Bone width="320px" height="20px" />}
          actions={<Bone width="320px" height="32px" />}
        />
        {[texts.onboardings.open, texts.onboardings.ended].map((title) => (
          <Panel key={title} title={title}>
            <StepBody>
              {Array.from({ length: rows }, (_, index) => (
                <Bone key={index} width="100%" height="36px" />
              ))}
            </StepBody>
          </Panel>
        ))}
      </Page>
    </Loading>
  );
}
