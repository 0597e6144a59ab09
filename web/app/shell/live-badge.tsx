import { useEffect, useState } from 'react';
import { useLiveState } from '../../api/live.tsx';
import { texts } from '../../texts.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';

/** A connection that is back within this time was not worth a word. */
const quietForMs = 1_500;

/** Says something only when live updates are not live. */
export function LiveBadge() {
  const state = useLiveState();
  const interrupted = state === 'reconnecting' || state === 'stopped';
  const [noticed, setNoticed] = useState(false);
  useEffect(() => {
    if (!interrupted) {
      setNoticed(false);
      return undefined;
    }
    const timer = setTimeout(() => setNoticed(true), quietForMs);
    return () => clearTimeout(timer);
  }, [interrupted]);
  const stopped = state === 'stopped';
  return (
    <span role="status">
      {interrupted && noticed && (
        <Tooltip
          content={stopped ? texts.shell.stoppedAbout : texts.shell.reconnectingAbout}
          relationship="description"
        >
          <span tabIndex={0}>
            <StatusBadge
              badge={{
                label: stopped ? texts.shell.stopped : texts.shell.reconnecting,
                color: stopped ? 'WARNING' : 'NEUTRAL',
                icon: stopped ? 'plug-disconnected' : 'arrow-sync',
              }}
            />
          </span>
        </Tooltip>
      )}
    </span>
  );
}
