import { texts } from '../texts.ts';
import { FormDialog } from '../ui/form-dialog.tsx';

export interface DisableDialogProps {
  readonly name: string;
  readonly busy: boolean;
  readonly onDisable: () => void;
  readonly onClose: () => void;
}

/** The tenant is managed through the default connection: one click does not take that away. */
export function DisableDialog({ name, busy, onDisable, onClose }: DisableDialogProps) {
  const { disable, disableTitle, disableAbout } = texts.connection;
  return (
    <FormDialog
      title={disableTitle}
      submit={disable}
      danger
      busy={busy}
      onSubmit={onDisable}
      onClose={onClose}
    >
      <span>{disableAbout(name)}</span>
    </FormDialog>
  );
}
