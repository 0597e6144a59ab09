import { ActionButton } from '../ui/action-button.tsx';
import { CrashBoundary } from '../ui/crash-boundary.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { Message } from '../ui/message.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { noop } from './sample.tsx';

/** What says that something is special, failed or missing. */
export function Statements() {
  return (
    <>
      <Notice tone="INFO" title="The latest attempt was cancelled">
        The report below is from before it.
      </Notice>
      <Notice tone="WARNING" title="Archived">
        No operations can start.
      </Notice>
      <Notice tone="DANGER" title="The client secret has expired" />
      <FailureNotice
        title="Part of this page could not be loaded"
        failure={{ message: null, requestId: '0192a-gallery' }}
        onRetry={noop}
      />
      <FailureNotice
        title="The stored report cannot be shown"
        failure={{ message: 'It was changed after it had been stored.', requestId: null }}
        advice="Verify again."
      />
      <Panel title="An empty place">
        <Message
          badge={{ color: 'NEUTRAL', icon: 'document' }}
          title="No operations yet"
          about="Verify a tenant to see its run here."
          actions={<ActionButton label="Verify" appearance="primary" reason={null} onClick={noop} />}
        />
      </Panel>
      <Panel title="A part that crashed">
        <CrashBoundary>
          <Crashing />
        </CrashBoundary>
      </Panel>
    </>
  );
}

function Crashing(): never {
  throw new Error('on purpose, for the gallery');
}
