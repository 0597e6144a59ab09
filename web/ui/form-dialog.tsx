import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { texts } from '../texts.ts';
import { ModalDialog } from './modal-dialog.tsx';
import { Stack } from './stack.tsx';

const useStyles = makeStyles({
  problem: { margin: 0, color: tokens.colorStatusDangerForeground3 },
  danger: {
    backgroundColor: tokens.colorStatusDangerBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
    ':hover': { backgroundColor: tokens.colorStatusDangerBackground3Hover },
  },
});

export interface FormDialogProps {
  readonly title: string;
  /** What the button says that does it; null: there is nothing left to do but to read. */
  readonly submit: string | null;
  /** What the button says that leaves everything as it is; where "Cancel" could be taken for the deed itself. */
  readonly dismiss?: string;
  /** The answer is on its way: nothing can be pressed twice. */
  readonly busy?: boolean;
  /** Why it was not done, as a sentence; what was typed stays. */
  readonly problem?: string | null;
  /** It takes something away. */
  readonly danger?: boolean;
  readonly children: ReactNode;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
}

/** Open as long as it is rendered. Enter in a field submits, Escape closes. */
export function FormDialog(props: FormDialogProps) {
  const {
    title,
    submit,
    dismiss = texts.dialog.cancel,
    busy = false,
    problem = null,
    danger = false,
  } = props;
  const { children, onSubmit, onClose } = props;
  const styles = useStyles();
  return (
    <ModalDialog
      title={title}
      onDismiss={busy ? ignored : onClose}
      onSubmit={busy ? ignored : onSubmit}
      actions={
        <>
          <Button type="button" onClick={onClose} disabledFocusable={busy}>
            {dismiss}
          </Button>
          {submit !== null && (
            <Button
              type="submit"
              appearance="primary"
              disabledFocusable={busy}
              {...(danger && { className: styles.danger })}
              {...(busy && { icon: <Spinner size="extra-tiny" aria-hidden /> })}
            >
              {submit}
            </Button>
          )}
        </>
      }
    >
      <Stack gap="M">
        {children}
        {problem !== null && (
          <p role="alert" className={styles.problem}>
            {problem}
          </p>
        )}
      </Stack>
    </ModalDialog>
  );
}

/** What is asked for while the answer is on its way. */
const ignored = () => undefined;
