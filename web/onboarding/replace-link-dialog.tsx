import { texts } from '../texts.ts';
import { FormDialog } from '../ui/form-dialog.tsx';

export interface ReplaceLinkDialogProps {
  readonly onReplace: () => void;
  readonly onClose: () => void;
}

/** Asked first, because the link that stops working is in someone else's hands. */
export function ReplaceLinkDialog({ onReplace, onClose }: ReplaceLinkDialogProps) {
  return (
    <FormDialog
      title={texts.onboarding.replaceTitle}
      submit={texts.onboarding.replaceLink}
      onSubmit={onReplace}
      onClose={onClose}
    >
      {texts.onboarding.replaceAbout}
    </FormDialog>
  );
}
