import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import { texts } from '../../texts.ts';
import { Panel } from '../../ui/panel.tsx';
import { LaterEvents } from './later-events.tsx';
import { EventList } from './event-list.tsx';

const RunTimelineFragment = graphql(`
  fragment RunTimeline on OperationRun {
    id
    version
    createdAt
    events(first: 100) {
      seq
      ...TimelineEvent
    }
  }
`);

/** As many as the fragment asks for: with every change they come again, so the rare ones beyond are asked for apart. */
const maxLive = 100;

export function RunTimeline({ run }: { run: FragmentType<typeof RunTimelineFragment> }) {
  const { id, version, createdAt, events } = readFragment(RunTimelineFragment, run);
  const last = events.at(-1);
  return (
    <Panel title={texts.run.timeline}>
      <EventList events={events} since={createdAt} />
      {events.length === maxLive && last !== undefined && (
        <LaterEvents runId={id} version={version} after={last.seq} since={createdAt} />
      )}
    </Panel>
  );
}
