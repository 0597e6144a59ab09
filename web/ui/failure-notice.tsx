import { Button } from '@fluentui/react-components';
import { texts } from '../texts.ts';
import { Notice } from './notice.tsx';
import { RequestId } from './request-id.tsx';

export interface FailureNoticeProps {
  readonly failure: { readonly message: string | null; readonly requestId: string | null };
  readonly title: string;
  /** Left out where trying again cannot help. */
  readonly onRetry?: () => void;
}

/** One thing on the page failed; the rest of it stands. */
export function FailureNotice({ failure, title, onRetry }: FailureNoticeProps) {
  return (
    <Notice tone="DANGER" title={title}>
      <span>{failure.message ?? texts.broken.refusedAbout}</span>
      <RequestId id={failure.requestId} />
      {onRetry !== undefined && (
        <div>
          <Button size="small" onClick={onRetry}>
            {texts.broken.retry}
          </Button>
        </div>
      )}
    </Notice>
  );
}
