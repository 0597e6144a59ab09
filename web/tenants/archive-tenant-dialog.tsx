import { useMutation } from '@apollo/client/react';
import { makeStyles } from '@fluentui/react-components';
import { toSentence } from '../api/say-failure.ts';
import { graphql } from '../gql/gql.ts';
import { texts } from '../texts.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { showToast } from '../ui/show-toast.ts';

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
  const [archive, { loading, error }] = useMutation(ArchiveTenantMutation, {
    variables: { tenantId: id },
    onCompleted: () => {
      showToast({ tone: 'SUCCESS', title: texts.tenantActions.archived(name) });
      onClose();
    },
    // Said in the dialog.
    onError: () => {},
  });
  return (
    <FormDialog
      title={texts.tenantActions.archiveTitle(name)}
      submit={texts.tenantActions.archive}
      danger
      busy={loading}
      problem={error === undefined ? null : toSentence(error)}
      onSubmit={() => void archive()}
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
