import type { ReactNode } from 'react';
import { useSubmission } from '../../api/submission.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';

export interface ConfirmDialogProps {
  readonly title: string;
  /** What the button says that does it. */
  readonly submit: string;
  /** It takes nothing away. */
  readonly harmless?: boolean;
  readonly children: ReactNode;
  readonly send: () => Promise<unknown>;
  /** It was done: a toast, and what the page does about it. The dialog closes before. */
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Asks before something is taken away, and says why it was not. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, submit: label, harmless = false, children, send, onDone, onClose } = props;
  const { busy, problem, submit } = useSubmission([], send, () => {
    onClose();
    onDone();
  });
  return (
    <FormDialog
      title={title}
      submit={label}
      danger={!harmless}
      busy={busy}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      {children}
    </FormDialog>
  );
}
