import { makeStyles } from '@fluentui/react-components';
import { useSend } from '../api/action.ts';
import { useSubmission } from '../api/submission.ts';
import { graphql } from '../gql/gql.ts';
import { texts } from '../texts.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { toastDone } from '../ui/show-toast.ts';

const ArchiveTenantMutation = graphql(`
  mutation ArchiveTenant($tenantId: ID!) {
    archiveTenant(input: { tenantId: $tenantId }) {
      tenant {
        ...TenantChanged
      }
    }
  }
`);

const useStyles = makeStyles({ about: { margin: 0, paddingInlineStart: '20px' } });

export interface ArchiveTenantDialogProps {
  readonly id: string;
  readonly name: string;
  readonly onClose: () => void;
}

export function ArchiveTenantDialog({ id, name, onClose }: ArchiveTenantDialogProps) {
  const styles = useStyles();
  const send = useSend(ArchiveTenantMutation);
  const { busy, problem, submit } = useSubmission(
    [],
    () => send({ tenantId: id }),
    () => {
      toastDone(texts.tenantActions.archived(name));
      onClose();
    },
  );
  return (
    <FormDialog
      title={texts.tenantActions.archiveTitle(name)}
      submit={texts.tenantActions.archive}
      danger
      busy={busy}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <ul className={styles.about}>
        {texts.tenantActions.archiveAbout.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </FormDialog>
  );
}
