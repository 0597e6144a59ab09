import { Field, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useSend } from '../api/action.ts';
import { useSubmission } from '../api/submission.ts';
import { StartOperationMutation, toStartWords } from '../runs/start/start-operation.ts';
import { sayStart } from '../runs/start/use-start.ts';
import { TenantChoice } from '../tenants/choice/tenant-choice.tsx';
import { texts } from '../texts.ts';
import { reasonOf, type ActionRefs } from '../ui/availability.ts';
import { FormDialog } from '../ui/form-dialog.tsx';

/** The operation that opens findings. */
const type = 'inventory.sync';

const useStyles = makeStyles({ lead: { margin: 0 } });

interface SyncableTenant {
  readonly id: string;
  readonly name: string;
  readonly actions: ActionRefs;
}

export interface StartSyncDialogProps {
  readonly workspaceId: string;
  /** Chosen already; null: the first thing to do is to choose one. */
  readonly tenant: SyncableTenant | null;
  readonly onClose: () => void;
}

export function StartSyncDialog({ workspaceId, tenant, onClose }: StartSyncDialogProps) {
  const styles = useStyles();
  const [chosen, setChosen] = useState(tenant);
  const [isMissing, setMissing] = useState(false);
  const send = useSend(StartOperationMutation);
  const { start, name, about, first, tenant: label, choose, missing, submit, notAllowed } = texts.startSync;
  const reason = chosen === null ? null : reasonOf(chosen.actions, type, notAllowed);
  const submission = useSubmission(
    [],
    () => send({ tenantId: chosen?.id ?? '', type }),
    ({ startOperation: started }) => {
      sayStart(started, toStartWords(started, { label: name, tenant: chosen?.name ?? '' }));
      onClose();
    },
  );
  const submitIfValid = () => {
    setMissing(chosen === null);
    if (chosen !== null && reason === null) submission.submit();
  };
  const problem = isMissing ? missing : reason;
  return (
    <FormDialog
      title={start}
      submit={submit}
      busy={submission.busy}
      problem={submission.problem}
      onSubmit={submitIfValid}
      onClose={onClose}
    >
      <p className={styles.lead}>{about}</p>
      <p className={styles.lead}>{first}</p>
      <Field
        label={label}
        required
        {...(problem !== null && { validationMessage: problem, validationState: 'error' as const })}
      >
        <TenantChoice
          workspaceId={workspaceId}
          chosen={chosen}
          none={choose}
          onChoose={(picked) => {
            setChosen(picked);
            setMissing(false);
            submission.forget();
          }}
        />
      </Field>
    </FormDialog>
  );
}
