import { useState } from 'react';
import { useSend } from '../api/action.ts';
import { useSubmission } from '../api/submission.ts';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import type { ScheduleFormFragment } from '../gql/graphql.ts';
import { texts } from '../texts.ts';
import { SelectField, TextField } from '../ui/fields.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { toastDone } from '../ui/show-toast.ts';
import { CadenceFields, toCadenceInput, type CadenceDraft } from './cadence-fields.tsx';
import { NextDueTimes } from './next-due-times.tsx';
import { CreateScheduleMutation, schedulesPage, UpdateScheduleMutation } from './schedule-mutations.ts';
import { TenantsField } from './tenants-field.tsx';
import { zoneOptions } from './when.ts';

const ScheduleFormFragment = graphql(`
  fragment ScheduleForm on Schedule {
    id
    name
    operationType
    timeZone
    windowMinutes
    coversAll
    tenants(first: 100) {
      id
    }
    cadence {
      kind
      atLocal
      weekdays
      everyHours
    }
  }
`);

export interface SchedulableOperation {
  readonly type: string;
  readonly label: string;
}

export interface ScheduleDialogProps {
  readonly workspaceId: string;
  /** The one to propose. */
  readonly timeZone: string;
  readonly operations: readonly SchedulableOperation[];
  /** Left out: a new one. */
  readonly schedule?: FragmentType<typeof ScheduleFormFragment>;
  readonly onClose: () => void;
}

interface Draft extends CadenceDraft {
  readonly name: string;
  readonly operationType: string;
  readonly timeZone: string;
  readonly windowMinutes: string;
  /** null: all of them. */
  readonly tenantIds: readonly string[] | null;
}

export function ScheduleDialog(props: ScheduleDialogProps) {
  const { workspaceId, operations, onClose } = props;
  const known = props.schedule === undefined ? null : readFragment(ScheduleFormFragment, props.schedule);
  const [initial] = useState(() => toDraft(known, props));
  const [draft, setDraft] = useState(initial);
  const [checked, setChecked] = useState(false);
  const save = useSave(workspaceId, known?.id ?? null, initial);
  const words = texts.scheduleDialog;
  const { busy, problem, problemOf, submit, forget } = useSubmission(
    ['name', 'timeZone', 'windowMinutes', 'atLocal', 'weekdays', 'selector'],
    () => save(draft),
    () => {
      onClose();
      toastDone(known === null ? words.created : words.saved);
    },
  );
  const change = (changes: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...changes }));
    forget();
  };
  const { name, operationType, timeZone, windowMinutes, tenantIds } = draft;
  const submitChecked = () => {
    setChecked(true);
    if (name.trim() !== '' && tenantIds?.length !== 0) submit();
  };
  return (
    <FormDialog
      title={known === null ? words.create : words.edit(known.name)}
      submit={known === null ? words.submitCreate : words.submitEdit}
      busy={busy}
      problem={problem}
      onSubmit={submitChecked}
      onClose={onClose}
    >
      <TextField
        label={words.name}
        required
        maxLength={100}
        value={name}
        problem={checked && name.trim() === '' ? words.nameMissing : problemOf('name')}
        onChange={(value) => change({ name: value })}
      />
      {known === null && (
        <SelectField
          label={words.operation}
          value={operationType}
          options={operations.map(({ type, label }) => ({ value: type, label }))}
          onChange={(value) => change({ operationType: value })}
        />
      )}
      <TenantsField
        workspaceId={workspaceId}
        chosen={tenantIds}
        problem={checked && tenantIds?.length === 0 ? words.chosenMissing : problemOf('selector')}
        onChange={(value) => change({ tenantIds: value })}
      />
      <CadenceFields draft={draft} problemOf={problemOf} onChange={change} />
      <SelectField
        label={words.zone}
        value={timeZone}
        options={zoneOptions(timeZone)}
        problem={problemOf('timeZone')}
        onChange={(value) => change({ timeZone: value })}
      />
      <TextField
        label={words.window}
        hint={words.windowHint}
        value={windowMinutes}
        problem={problemOf('windowMinutes')}
        onChange={(value) => change({ windowMinutes: value })}
      />
      <NextDueTimes cadence={toCadenceInput(draft)} timeZone={timeZone} />
    </FormDialog>
  );
}

/** Before it is known which; what is proposed for a new one. */
const usual = {
  name: '',
  windowMinutes: '60',
  tenantIds: null,
  kind: 'DAILY',
  atLocal: '02:00',
  weekdays: [1, 2, 3, 4, 5],
  everyHours: 4,
} as const;

function toDraft(known: ScheduleFormFragment | null, { timeZone, operations }: ScheduleDialogProps): Draft {
  if (known === null) return { ...usual, timeZone, operationType: operations[0]?.type ?? '' };
  const { name, operationType, windowMinutes, coversAll, tenants, cadence } = known;
  return {
    name,
    operationType,
    timeZone: known.timeZone,
    windowMinutes: String(windowMinutes),
    tenantIds: coversAll ? null : tenants.map(({ id }) => id),
    kind: cadence.kind,
    atLocal: cadence.atLocal ?? usual.atLocal,
    weekdays: cadence.weekdays ?? usual.weekdays,
    everyHours: cadence.everyHours ?? usual.everyHours,
  };
}

function useSave(
  workspaceId: string,
  scheduleId: string | null,
  initial: Draft,
): (draft: Draft) => Promise<unknown> {
  const create = useSend(CreateScheduleMutation, schedulesPage);
  const update = useSend(UpdateScheduleMutation, schedulesPage);
  return async ({ name, operationType, timeZone, windowMinutes, tenantIds, ...cadence }) => {
    const selector = tenantIds === null ? { all: true } : { tenantIds: [...tenantIds] };
    // The form shows the first hundred: only a person who changes the choice replaces all of it.
    const changed = tenantIds === initial.tenantIds ? {} : { selector };
    const plan = {
      name,
      timeZone,
      cadence: toCadenceInput(cadence),
      windowMinutes: Number.parseInt(windowMinutes, 10) || 0,
    };
    return scheduleId === null
      ? await create({ input: { ...plan, selector, workspaceId, operationType } })
      : await update({ input: { ...plan, ...changed, scheduleId } });
  };
}
