import { texts } from '../texts.ts';
import { Notice } from './notice.tsx';
import { RequestId } from './request-id.tsx';

export interface FailureNoticeProps {
  readonly failure: { readonly message: string | null; readonly requestId: string | null };
  readonly title: string;
}

/** One thing on the page failed; the rest of it stands. */
export function FailureNotice({ failure, title }: FailureNoticeProps) {
  return (
    <Notice tone="DANGER" title={title}>
      <span>{failure.message ?? texts.broken.refusedAbout}</span>
      <RequestId id={failure.requestId} />
    </Notice>
  );
}
