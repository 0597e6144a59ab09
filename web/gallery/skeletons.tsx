import { ListSkeleton, PageSkeleton } from '../ui/page-skeleton.tsx';
import { Panel } from '../ui/panel.tsx';
import { Loading, SkeletonBlock } from '../ui/skeleton.tsx';
import { Row } from './sample.tsx';

/** What stands in a place until its content comes. */
export function Skeletons() {
  return (
    <>
      <Panel title="A place of this size">
        <Row>
          <Loading>
            <SkeletonBlock width="320px" height="32px" />
          </Loading>
        </Row>
      </Panel>
      <PageSkeleton
        title="A page on its way"
        lead="With what is known already"
        actions
        panels={[{ title: 'Members', rows: 2 }]}
        side={[{ title: 'Details', terms: ['Started', 'Duration'] }]}
      />
      <ListSkeleton title="A list on its way" panel="Runs on their way" />
    </>
  );
}
