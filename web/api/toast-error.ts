import { texts } from '../texts.ts';
import { showToast } from '../ui/show-toast.ts';
import { toFailure } from './failure.ts';

/** The API's own sentence, or that there was no answer, or none of its own. */
export function toSentence(error: unknown): string {
  const failure = toFailure(error);
  const { refusedAbout, unreachableAbout } = texts.broken;
  return failure?.message ?? (failure?.kind === 'refused' ? refusedAbout : unreachableAbout);
}

/** For something that was pressed and not done; a dialog shows the sentence itself. */
export function toastError(title: string, error: unknown): void {
  showToast({ tone: 'DANGER', title, body: toSentence(error) });
}
