import { makeStyles, tokens } from '@fluentui/react-components';
import { Bone, Loading } from './bone.tsx';
import { Page, PageHead } from './page-layout.tsx';
import { Panel } from './panel.tsx';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    gap: tokens.spacingVerticalXS,
    height: '57px',
    boxSizing: 'border-box',
    padding: `0 ${tokens.spacingHorizontalL}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
});

/** About a screen of rows: what is below it moves nobody. */
const rows = 10;

/** A page that is one list, while it is on its way. */
export function ListBones({ title, panel }: { title: string; panel: string }) {
  const styles = useStyles();
  return (
    <Loading>
      <Page>
        <PageHead
          above={<Bone width="160px" height="16px" />}
          title={title}
          below={<Bone width="280px" height="16px" />}
        />
        <Panel title={panel} aside={<Bone width="280px" height="32px" />}>
          {Array.from({ length: rows }, (_, index) => (
            <div key={index} className={styles.row}>
              <Bone width="260px" height="16px" />
              <Bone width="160px" height="12px" />
            </div>
          ))}
        </Panel>
      </Page>
    </Loading>
  );
}
