import { useState } from 'react';
import { useSend } from '../api/action.ts';
import { useSubmission } from '../api/submission.ts';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { texts } from '../texts.ts';
import { problemOfDirectory } from '../ui/directory-id.ts';
import { TextField } from '../ui/fields.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { toastDone } from '../ui/show-toast.ts';

const EditTenantDialogFragment = graphql(`
  fragment EditTenantDialog on Tenant {
    id
    name
    tenantId
    externalId
  }
`);

const UpdateTenantMutation = graphql(`
  mutation UpdateTenant($input: UpdateTenantInput!) {
    updateTenant(input: $input) {
      tenant {
        ...TenantChanged
      }
    }
  }
`);

/** The API's own limit for names and identifiers. */
const longest = 200;

export interface EditTenantDialogProps {
  readonly tenant: FragmentType<typeof EditTenantDialogFragment>;
  readonly onClose: () => void;
}

export function EditTenantDialog({ tenant, onClose }: EditTenantDialogProps) {
  const before = readFragment(EditTenantDialogFragment, tenant);
  const [name, setName] = useState(before.name);
  const [entraTenantId, setEntraTenantId] = useState(before.tenantId ?? '');
  const [externalId, setExternalId] = useState(before.externalId ?? '');
  const [tried, setTried] = useState(false);
  const update = useSend(UpdateTenantMutation);
  const input = {
    tenantId: before.id,
    name: name.trim(),
    entraTenantId: entraTenantId.trim() || null,
    externalId: externalId.trim() || null,
  };
  const submission = useSubmission(
    ['name', 'entraTenantId', 'externalId'],
    () => update({ input }),
    () => {
      toastDone(texts.tenantActions.saved, input.name);
      onClose();
    },
  );
  const problems = findProblems({ name, entraTenantId });
  const problemOf = (field: string, ours: string | null) =>
    (tried ? ours : null) ?? submission.problemOf(field);
  const submit = () => {
    setTried(true);
    if (problems.name === null && problems.entraTenantId === null) submission.submit();
  };
  const { editTitle, save, entraTenantIdAbout, externalIdAbout, ...labels } = texts.tenantActions;
  return (
    <FormDialog
      title={editTitle}
      submit={save}
      busy={submission.busy}
      problem={submission.problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={labels.name}
        required
        value={name}
        maxLength={longest}
        problem={problemOf('name', problems.name)}
        onChange={setName}
      />
      <TextField
        label={labels.entraTenantId}
        hint={entraTenantIdAbout}
        value={entraTenantId}
        problem={problemOf('entraTenantId', problems.entraTenantId)}
        onChange={setEntraTenantId}
      />
      <TextField
        label={labels.externalId}
        hint={externalIdAbout}
        value={externalId}
        maxLength={longest}
        problem={problemOf('externalId', null)}
        onChange={setExternalId}
      />
    </FormDialog>
  );
}

interface Typed {
  readonly name: string;
  readonly entraTenantId: string;
}

/** What the API would refuse, said before it is asked. */
function findProblems({ name, entraTenantId }: Typed): Record<keyof Typed, string | null> {
  return {
    name: name.trim() === '' ? texts.tenantActions.nameMissing : null,
    entraTenantId: entraTenantId.trim() === '' ? null : problemOfDirectory(entraTenantId),
  };
}
