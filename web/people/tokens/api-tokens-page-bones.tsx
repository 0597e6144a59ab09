import { makeStyles, tokens } from '@fluentui/react-components';
import { texts } from '../../texts.ts';
import { Bone, Loading } from '../../ui/bone.tsx';
import { Page, PageHead } from '../../ui/page-layout.tsx';
import { Panel } from '../../ui/panel.tsx';

const useStyles = makeStyles({
  rows: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
  },
});

/** Most people have a token or two, or none. */
const rows = 3;

export function ApiTokensPageBones() {
  const styles = useStyles();
  const { title, lead, active } = texts.apiTokens;
  return (
    <Loading>
      <Page>
        <PageHead title={title} below={lead} actions={<Bone width="140px" height="32px" />} />
        <Panel title={active}>
          <div className={styles.rows}>
            {Array.from({ length: rows }, (_, index) => (
              <Bone key={index} width="100%" height="36px" />
            ))}
          </div>
        </Panel>
      </Page>
    </Loading>
  );
}
