import { makeStyles, Select } from '@fluentui/react-components';

// As wide as its longest option, and never wider than its place.
const useStyles = makeStyles({
  select: { minWidth: 0, maxWidth: '100%', '& select': { minWidth: 0, textOverflow: 'ellipsis' } },
});

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export interface OptionSelectProps<Value extends string> {
  readonly label?: string;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
}

/** The browser's own list: small, and what all assistive technology knows. */
export function OptionSelect<Value extends string>({
  label,
  value,
  options,
  onChange,
  ...field
}: OptionSelectProps<Value>) {
  const styles = useStyles();
  const choose = (chosen: string) => {
    const option = options.find((candidate) => candidate.value === chosen);
    if (option !== undefined) onChange(option.value);
  };
  return (
    // `field` is what Fluent's Field gives to its child: id, description, validity.
    <Select
      {...field}
      className={styles.select}
      aria-label={label}
      value={value}
      onChange={(_event, data) => choose(data.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Select>
  );
}
