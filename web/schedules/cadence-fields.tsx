import { Checkbox, Field } from '@fluentui/react-components';
import type { ScheduleCadenceInput, ScheduleCadenceKind } from '../gql/graphql.ts';
import { texts } from '../texts.ts';
import { SelectField, TextField } from '../ui/fields.tsx';

export interface CadenceDraft {
  readonly kind: ScheduleCadenceKind;
  readonly atLocal: string;
  readonly weekdays: readonly number[];
  readonly everyHours: number;
}

/** Only what belongs to the kind; what was typed for another one stays in the form. */
export function toCadenceInput({ kind, atLocal, weekdays, everyHours }: CadenceDraft): ScheduleCadenceInput {
  if (kind === 'HOURLY') return { kind, everyHours };
  return kind === 'DAILY' ? { kind, atLocal } : { kind, atLocal, weekdays: [...weekdays] };
}

const kinds = ['DAILY', 'WEEKLY', 'HOURLY'] as const satisfies ScheduleCadenceKind[];

/** They divide a day, as the API has them. */
const hourSteps = [1, 2, 3, 4, 6, 8, 12];

export interface CadenceFieldsProps {
  readonly draft: CadenceDraft;
  readonly problemOf: (field: string) => string | null;
  readonly onChange: (changes: Partial<CadenceDraft>) => void;
}

export function CadenceFields({ draft, problemOf, onChange }: CadenceFieldsProps) {
  const { kind, atLocal, weekdays, everyHours } = draft;
  const words = texts.scheduleDialog;
  return (
    <>
      <SelectField
        label={words.kind}
        value={kind}
        options={kinds.map((value) => ({ value, label: words.kinds[value] }))}
        onChange={(value) => onChange({ kind: value })}
      />
      {kind === 'HOURLY' ? (
        <SelectField
          label={words.every}
          value={String(everyHours)}
          options={hourSteps.map((step) => ({ value: String(step), label: words.hours(step) }))}
          onChange={(value) => onChange({ everyHours: Number(value) })}
        />
      ) : (
        <TextField
          label={words.at}
          hint={words.atHint}
          required
          maxLength={5}
          value={atLocal}
          problem={problemOf('atLocal')}
          onChange={(value) => onChange({ atLocal: value })}
        />
      )}
      {kind === 'WEEKLY' && (
        <Weekdays
          chosen={weekdays}
          problem={problemOf('weekdays')}
          onChange={(days) => onChange({ weekdays: days })}
        />
      )}
    </>
  );
}

interface WeekdaysProps {
  readonly chosen: readonly number[];
  readonly problem: string | null;
  readonly onChange: (chosen: readonly number[]) => void;
}

function Weekdays({ chosen, problem, onChange }: WeekdaysProps) {
  const toggle = (day: number, on: boolean) =>
    onChange(on ? [...chosen, day].sort() : chosen.filter((one) => one !== day));
  return (
    <Field
      label={texts.scheduleDialog.days}
      role="group"
      {...(problem !== null && { validationMessage: problem, validationState: 'error' })}
    >
      <div>
        {texts.schedules.weekdays.map((label, index) => (
          <Checkbox
            key={label}
            label={label}
            checked={chosen.includes(index + 1)}
            onChange={(_event, { checked }) => toggle(index + 1, checked === true)}
          />
        ))}
      </div>
    </Field>
  );
}
