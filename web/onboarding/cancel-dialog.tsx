import { useAction } from '../api/action.ts';
import { toastError } from '../api/toast-error.ts';
import { graphql } from '../gql/gql.ts';
import { texts } from '../texts.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { showToast } from '../ui/show-toast.ts';
import { refetchOnboarding } from './refetch.ts';

const CancelOnboardingMutation = graphql(`
  mutation CancelOnboarding($sessionId: ID!) {
    cancelTenantOnboarding(input: { sessionId: $sessionId }) {
      session {
        id
      }
    }
  }
`);

export interface CancelDialogProps {
  readonly sessionId: string;
  readonly tenantName: string;
  readonly onClose: () => void;
}

export function CancelDialog({ sessionId, tenantName, onClose }: CancelDialogProps) {
  const { busy, run } = useAction(CancelOnboardingMutation, refetchOnboarding);
  const cancel = () =>
    run(
      { sessionId },
      {
        failed: (error) => {
          // A toast, since the page that the dialog stands on may be another now: someone else has ended it.
          toastError(texts.onboarding.notCancelled, error);
          onClose();
        },
        done: () => {
          showToast({ tone: 'NEUTRAL', title: texts.onboarding.cancelled(tenantName) });
          onClose();
        },
      },
    );
  return (
    <FormDialog
      danger
      title={texts.onboarding.cancelTitle}
      submit={texts.onboarding.cancelSubmit}
      dismiss={texts.onboarding.cancelNot}
      busy={busy}
      onSubmit={() => void cancel()}
      onClose={onClose}
    >
      {texts.onboarding.cancelAbout}
    </FormDialog>
  );
}
