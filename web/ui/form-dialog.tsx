import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import type { SyntheticEvent, ReactNode } from 'react';
import { texts } from '../texts.ts';
import { useReturnFocus } from './return-focus.ts';
import { Stack } from './stack.tsx';

const useStyles = makeStyles({
  surface: { '@media (max-width: 480px)': { padding: tokens.spacingHorizontalM } },
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

/** Open as long as it is rendered. Enter in a field submits, Escape closes, the focus goes back to where it came from. */
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
  useReturnFocus();
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!busy) onSubmit();
  };
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && !busy && onClose()}>
      <DialogSurface className={styles.surface}>
        {/* The browser's own bubbles would say the same in other words. */}
        <form onSubmit={send} noValidate>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent>
              <Stack gap="M">
                {children}
                {problem !== null && (
                  <p role="alert" className={styles.problem}>
                    {problem}
                  </p>
                )}
              </Stack>
            </DialogContent>
            <DialogActions>
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
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
