import { Field, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';

const useStyles = makeStyles({
  field: {
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '32px',
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalMNudge}`,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorCompoundBrandStroke}`,
      outlineOffset: '-1px',
    },
  },
  lines: { resize: 'vertical', fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  wrong: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorPaletteRedBorder2}`,
  },
});

export interface SecretFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly problem: string | null;
  readonly required?: boolean;
  readonly value: string;
  /** Room for several lines: then it is a text area whose characters are not shown. */
  readonly rows?: number;
  readonly onChange: (value: string) => void;
}

/**
 * For what must not be read off the page. Not one of Fluent's fields: those are controlled, and React writes the value of
 * a controlled field into the document's markup, where extensions and error reports find it.
 */
export function SecretField(props: SecretFieldProps) {
  const { label, hint, problem, required = true, value, rows, onChange } = props;
  const styles = useStyles();
  const element = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  // The property, which is not part of the markup.
  useEffect(() => {
    if (element.current !== null && element.current.value !== value) element.current.value = value;
  }, [value]);
  const state = problem === null ? {} : { validationMessage: problem, validationState: 'error' as const };
  const className = mergeClasses(
    styles.field,
    rows !== undefined && styles.lines,
    problem !== null && styles.wrong,
  );
  const common = {
    ref: element,
    className,
    spellCheck: false,
    // No password manager offers to keep it.
    autoComplete: 'new-password',
    onChange: (event: { readonly target: { readonly value: string } }) => onChange(event.target.value),
  };
  return (
    <Field label={label} hint={hint} required={required} {...state}>
      {(field) =>
        rows === undefined ? (
          <input {...field} {...common} type="password" />
        ) : (
          // A text area has no type "password".
          <textarea {...field} {...common} rows={rows} style={{ ['WebkitTextSecurity' as string]: 'disc' }} />
        )
      }
    </Field>
  );
}
