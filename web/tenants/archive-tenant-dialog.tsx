import { makeStyles } from '@fluentui/react-components';
import { useSend } from '../api/action.ts';
import { ConfirmDialog } from '../app/page/confirm-dialog.tsx';
import { graphql } from '../gql/gql.ts';
import { texts } from '../texts.ts';
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
  return (
    <ConfirmDialog
      title={texts.tenantActions.archiveTitle(name)}
      submit={texts.tenantActions.archive}
      send={() => send({ tenantId: id })}
      onDone={() => toastDone(texts.tenantActions.archived(name))}
      onClose={onClose}
    >
      <ul className={styles.about}>
        {texts.tenantActions.archiveAbout.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </ConfirmDialog>
  );
}
