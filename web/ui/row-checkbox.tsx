import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';

const useStyles = makeStyles({
  // The target is larger than the box, for fingers.
  target: { display: 'inline-grid', placeItems: 'center', width: '32px', height: '32px', cursor: 'pointer' },
  box: {
    width: '16px',
    height: '16px',
    margin: 0,
    accentColor: tokens.colorCompoundBrandBackground,
    cursor: 'inherit',
    ':disabled': { cursor: 'not-allowed' },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '2px',
    },
  },
});

export interface RowCheckboxProps {
  /** Read out: what is selected by it. */
  readonly label: string;
  readonly checked: boolean;
  /** Some of what it stands for, not all. */
  readonly mixed?: boolean;
  readonly disabled?: boolean;
  /** `range`: with the shift key, everything from the last one to this one. */
  readonly onToggle: (range: boolean) => void;
}

/** The browser's own checkbox: a table of thousands has thousands of them. */
export function RowCheckbox({ label, checked, mixed = false, disabled = false, onToggle }: RowCheckboxProps) {
  const styles = useStyles();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = mixed;
  }, [mixed]);
  return (
    <label className={styles.target}>
      <input
        ref={box}
        type="checkbox"
        className={styles.box}
        aria-label={label}
        checked={checked}
        disabled={disabled}
        // A click, also with the space bar, tells of the shift key; a change does not.
        onClick={({ shiftKey }) => onToggle(shiftKey)}
        readOnly
      />
    </label>
  );
}
