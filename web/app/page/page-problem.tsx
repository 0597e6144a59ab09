import { Button } from '@fluentui/react-components';
import { toFailure, toFailures, type Failure } from '../../api/failure.ts';
import { texts } from '../../texts.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Message } from '../../ui/message.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { NotFoundPage } from './not-found-page.tsx';

export interface PageProblemProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** Instead of the page, when there is nothing to show. */
export function PageProblem({ error, onRetry }: PageProblemProps) {
  const failure = toFailure(error);
  if (failure?.kind === 'not-found') return <NotFoundPage />;
  if (failure?.kind === 'forbidden') {
    return (
      <Message
        wholePage
        badge={{ color: 'NEUTRAL', icon: 'prohibited' }}
        title={texts.forbidden.title}
        about={`${failure.message ?? ''} ${texts.forbidden.about}`}
      />
    );
  }
  const unreachable = failure?.kind === 'unreachable';
  const retry = () => {
    // The button goes with the message: the person who pressed it must not be thrown back to the top of the document.
    document.getElementById('main')?.focus({ preventScroll: true });
    onRetry();
  };
  return (
    <Message
      wholePage
      badge={{ color: 'DANGER', icon: 'error-circle' }}
      title={unreachable ? texts.broken.unreachable : texts.broken.refused}
      about={failure?.message ?? (unreachable ? texts.broken.unreachableAbout : texts.broken.refusedAbout)}
      actions={
        <Button appearance="primary" onClick={retry}>
          {texts.broken.retry}
        </Button>
      }
    >
      <RequestId id={failure?.requestId ?? null} />
    </Message>
  );
}

export interface PartialProblemProps {
  readonly failures: readonly Failure[];
  readonly onRetry: () => void;
}

/** Above the page, when it can be shown but something of it failed. */
export function PartialProblem({ failures, onRetry }: PartialProblemProps) {
  const [first] = failures;
  if (first === undefined) return null;
  const title = first.kind === 'unreachable' ? texts.broken.unreachable : texts.broken.partly;
  const message = first.message ?? (first.kind === 'unreachable' ? texts.broken.unreachableAbout : null);
  return <FailureNotice failure={{ ...first, message }} title={title} onRetry={onRetry} />;
}

/** A report that cannot be read has its own place on the page; everything else goes above it. */
export function sortFailures(error: unknown): { report: Failure | null; others: readonly Failure[] } {
  const failures = error === undefined ? [] : toFailures(error);
  const isReport = ({ path }: Failure) => path.includes('verificationReport');
  return {
    report: failures.find(isReport) ?? null,
    others: failures.filter((failure) => !isReport(failure)),
  };
}
