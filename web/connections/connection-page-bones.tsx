import { makeStyles, tokens } from '@fluentui/react-components';
import { texts } from '../texts.ts';
import { Bone, Loading } from '../ui/bone.tsx';
import { Facts } from '../ui/facts.tsx';
import { Columns, Page, PageHead } from '../ui/page-layout.tsx';
import { Panel } from '../ui/panel.tsx';

const useStyles = makeStyles({
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  },
});

const credential = [
  texts.credential.type,
  texts.credential.clientId,
  texts.credential.expires,
  texts.credential.replaced,
];
const details = [
  texts.connection.health,
  texts.connection.cloud,
  texts.connection.added,
  texts.connection.changedAt,
];

export function ConnectionPageBones() {
  const styles = useStyles();
  return (
    <Loading>
      <Page>
        <PageHead
          above={<Bone width="120px" height="16px" />}
          title={<Bone width="320px" height="32px" />}
          below={<Bone width="420px" height="24px" />}
          actions={<Bone width="320px" height="32px" />}
        />
        <Columns
          main={
            <>
              <BonePanel title={texts.credential.title} terms={credential} />
              <Panel title={texts.consent.title}>
                <div className={styles.content}>
                  <Bone width="460px" height="20px" />
                  <Bone width="360px" height="32px" />
                </div>
              </Panel>
            </>
          }
          side={
            <>
              <BonePanel title={texts.connection.facts} terms={details} />
              <BonePanel
                title={texts.connection.permissions}
                terms={[texts.connection.required, texts.connection.granted]}
              />
            </>
          }
        />
      </Page>
    </Loading>
  );
}

function BonePanel({ title, terms }: { title: string; terms: readonly string[] }) {
  return (
    <Panel title={title}>
      <Facts facts={terms.map((term) => ({ term, value: <Bone width="160px" height="20px" /> }))} />
    </Panel>
  );
}
