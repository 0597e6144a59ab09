import { makeStyles } from '@fluentui/react-components';
import { StepBody } from './steps/step-panel.tsx';
import { texts } from '../texts.ts';
import { Bone, Loading } from '../ui/bone.tsx';
import { Facts } from '../ui/facts.tsx';
import { Columns, Page, PageHead } from '../ui/page-layout.tsx';
import { Panel } from '../ui/panel.tsx';

const { tenant, tenantStatus, connection, consent, verification, started, changed } = texts.onboarding;
const terms = [tenant, tenantStatus, connection, consent, verification, started, changed];

const useStyles = makeStyles({
  // As tall as the stepper: one row of steps, two of three in a narrower window, three of two in the narrowest.
  stepper: {
    height: '64px',
    '@media (min-width: 481px) and (max-width: 860px)': { height: '104px' },
    '@media (max-width: 480px)': { height: '156px' },
  },
});

export function OnboardingPageBones() {
  const styles = useStyles();
  return (
    <Loading>
      <Page>
        <PageHead
          above={<Bone width="80px" height="16px" />}
          title={<Bone width="360px" height="32px" />}
          below={<Bone width="300px" height="24px" />}
          actions={<Bone width="260px" height="32px" />}
        />
        <div className={styles.stepper}>
          <Bone width="100%" height="100%" />
        </div>
        <Columns
          main={
            <Panel title={texts.loading}>
              <StepBody>
                <Bone width="100%" height="40px" />
                <Bone width="80%" height="56px" />
                <Bone width="160px" height="32px" />
              </StepBody>
            </Panel>
          }
          side={
            <Panel title={texts.onboarding.facts}>
              <Facts facts={terms.map((term) => ({ term, value: <Bone width="140px" height="20px" /> }))} />
            </Panel>
          }
        />
      </Page>
    </Loading>
  );
}
