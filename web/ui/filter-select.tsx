import { OptionSelect, type Option } from './option-select.tsx';

export interface FilterSelectProps<Value extends string> {
  readonly label: string;
  /** null: everything. */
  readonly value: Value | null;
  /** What "everything" is called. */
  readonly all: string;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value | null) => void;
}

/** One filter above a list: its name is read out, its choice is what one sees. */
export function FilterSelect<Value extends string>(props: FilterSelectProps<Value>) {
  const { label, value, all, options, onChange } = props;
  return (
    <OptionSelect
      label={label}
      value={value ?? ''}
      options={[{ value: '', label: all }, ...options]}
      onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
    />
  );
}
