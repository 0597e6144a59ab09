import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { texts } from '../../texts.ts';
import { SkeletonBlock, Loading } from '../../ui/skeleton.tsx';
import { Page, PageHead } from '../../ui/page-layout.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useTableStyles } from '../table/table-styles.ts';
import { TenantTableHead } from '../table/tenant-table.tsx';

const useStyles = makeStyles({
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))',
    gap: tokens.spacingHorizontalM,
  },
});

/** One screen. */
const rows = 10;
const tiles = 5;

export function WorkspacePageSkeleton() {
  const styles = useStyles();
  const table = useTableStyles();
  return (
    <Loading>
      <Page>
        <PageHead
          title={<SkeletonBlock width="240px" height="32px" />}
          below={<SkeletonBlock width="120px" height="20px" />}
          actions={<SkeletonBlock width="140px" height="32px" />}
        />
        <div className={styles.tiles}>
          {Array.from({ length: tiles }, (_, index) => (
            <SkeletonBlock key={index} width="100%" height="78px" />
          ))}
        </div>
        <Panel title={texts.workspace.tenants} aside={<SkeletonBlock width="280px" height="32px" />}>
          <div aria-hidden>
            <TenantTableHead />
            {Array.from({ length: rows }, (_, index) => (
              <div key={index} className={mergeClasses(table.row, table.bodyRow)}>
                <div className={table.name}>
                  <SkeletonBlock width="200px" height="20px" />
                </div>
                <div className={table.readiness}>
                  <SkeletonBlock width="120px" height="24px" />
                </div>
                <div className={table.latest}>
                  <SkeletonBlock width="180px" height="20px" />
                </div>
                <div className={table.actions}>
                  <SkeletonBlock width="80px" height="24px" />
                </div>
              </div>
            ))}
          </div>
        </Panel>
      </Page>
    </Loading>
  );
}
