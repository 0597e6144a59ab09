import { Initials } from '../ui/initials.tsx';
import { Panel } from '../ui/panel.tsx';
import { Quiet } from '../ui/quiet.tsx';
import { RequestId } from '../ui/request-id.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { StatusIcon, statusIconNames } from '../ui/status-icon.tsx';
import { AbsoluteTime, DateOnly, Duration, Elapsed, Offset, RelativeTime } from '../ui/time.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { badges, Row } from './sample.tsx';

const at = '2026-01-05T06:15:06Z';

/** What says one thing in a word or two. */
export function Words() {
  return (
    <>
      <Panel title="Badges">
        <Row>
          {badges.map((badge) => (
            <StatusBadge key={badge.label} badge={badge} />
          ))}
        </Row>
      </Panel>
      <Panel title="Icons" aside={<VisuallyHidden>with their names</VisuallyHidden>}>
        <Row>
          {statusIconNames.map((icon, index) => (
            <span key={icon}>
              <StatusIcon badge={badges[index % badges.length] ?? { color: 'NEUTRAL', icon }} />
              <StatusIcon badge={{ color: 'NEUTRAL', icon }} /> {icon}
            </span>
          ))}
        </Row>
      </Panel>
      <Panel title="Words">
        <Row>
          <span>At full strength</span>
          <Quiet>Second rank</Quiet>
          <Quiet small>Small</Quiet>
          <Initials name="Olivia Owner" />
          <RequestId id="0192a-gallery" />
        </Row>
        <Quiet as="p" padded>
          On its own in a panel
        </Quiet>
      </Panel>
      <Panel title="Times">
        <Row>
          <RelativeTime at={at} />
          <AbsoluteTime at={at} />
          <DateOnly at={at} />
          <Duration ms={75_000} />
          <Elapsed since={at} />
          <Offset at="2026-01-05T06:15:07.200Z" since={at} />
        </Row>
      </Panel>
    </>
  );
}
