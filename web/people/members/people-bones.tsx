import { makeStyles, tokens } from '@fluentui/react-components';
import { Bone, Loading } from '../../ui/bone.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Page, PageHead } from '../../ui/page-layout.tsx';
import { Panel } from '../../ui/panel.tsx';

const useStyles = makeStyles({
  person: { display: 'flex', alignItems: 'center', minHeight: '40px' },
  foot: { minHeight: '48px', borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}` },
});

/** A small team. */
const rows = ['1', '2', '3', '4'];

export interface PeopleBonesProps {
  readonly title: string;
  readonly panel: string;
  /** Widths of the columns behind the name. */
  readonly columns: readonly string[];
}

/** Both pages of members while they are on their way. */
export function PeopleBones({ title, panel, columns }: PeopleBonesProps) {
  const styles = useStyles();
  const name = {
    title,
    width: 'minmax(0, 1fr)',
    cell: () => (
      <div className={styles.person}>
        <Bone width="220px" height="32px" />
      </div>
    ),
  };
  const others = columns.map((width, index) => ({
    title: String(index),
    width,
    cell: () => <Bone width="100%" height="24px" />,
  }));
  return (
    <Loading>
      <Page>
        <PageHead
          above={<Bone width="120px" height="16px" />}
          title={title}
          below={<Bone width="260px" height="20px" />}
          actions={<Bone width="132px" height="32px" />}
        />
        <Panel title={panel}>
          <div aria-hidden>
            <DataTable label={panel} columns={[name, ...others]} rows={rows} rowKey={(row) => row} />
            <div className={styles.foot} />
          </div>
        </Panel>
      </Page>
    </Loading>
  );
}
