import { Field, Input, Textarea } from '@fluentui/react-components';
import { OptionSelect, type Option } from './option-select.tsx';

interface FieldProps {
  readonly label: string;
  /** What belongs in here, below the field. */
  readonly hint?: string;
  /** What is wrong with it, as a sentence; null while it is right or not judged yet. */
  readonly problem?: string | null;
  readonly required?: boolean;
}

function toFieldProps({ label, hint, problem = null, required = false }: FieldProps) {
  return {
    label,
    required,
    ...(hint !== undefined && { hint }),
    ...(problem !== null && { validationMessage: problem, validationState: 'error' as const }),
  };
}

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  /** `password` for secrets: not shown, and not offered to a password manager. */
  readonly type?: 'text' | 'email' | 'password' | 'date' | 'datetime-local';
  readonly maxLength?: number;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
}

export function TextField(props: TextFieldProps) {
  const { value, type = 'text', maxLength, onChange, onBlur } = props;
  return (
    <Field {...toFieldProps(props)}>
      <Input
        value={value}
        type={type}
        autoComplete={type === 'password' ? 'new-password' : 'off'}
        onChange={(_event, data) => onChange(data.value)}
        {...(maxLength !== undefined && { maxLength })}
        {...(onBlur !== undefined && { onBlur })}
      />
    </Field>
  );
}

export interface TextAreaFieldProps extends FieldProps {
  readonly value: string;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly onChange: (value: string) => void;
}

export function TextAreaField(props: TextAreaFieldProps) {
  const { value, rows = 3, maxLength, onChange } = props;
  return (
    <Field {...toFieldProps(props)}>
      <Textarea
        value={value}
        rows={rows}
        resize="vertical"
        spellCheck={false}
        onChange={(_event, data) => onChange(data.value)}
        {...(maxLength !== undefined && { maxLength })}
      />
    </Field>
  );
}

export interface SelectFieldProps<Value extends string> extends FieldProps {
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
}

export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { value, options, onChange } = props;
  return (
    <Field {...toFieldProps(props)}>
      <OptionSelect value={value} options={options} onChange={onChange} />
    </Field>
  );
}
