import { Button } from '@fluentui/react-components';
import { texts } from '../texts.ts';
import { Notice } from './notice.tsx';
import { RequestId } from './request-id.tsx';

export interface FailureNoticeProps {
  readonly failure: { readonly message: string | null; readonly requestId: string | null };
  readonly title: string;
  /** What to do about it, where trying again cannot help. */
  readonly advice?: string;
  /** Left out where trying again cannot help. */
  readonly onRetry?: () => void;
}

/** One thing on the page failed; the rest of it stands. */
export function FailureNotice({ failure, title, advice, onRetry }: FailureNoticeProps) {
  return (
    <Notice tone="DANGER" title={title}>
      <span>{failure.message ?? texts.broken.refusedAbout}</span>
      {advice !== undefined && <span>{advice}</span>}
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
