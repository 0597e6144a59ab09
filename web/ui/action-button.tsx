import {
  Button,
  makeStyles,
  mergeClasses,
  Spinner,
  tokens,
  type ButtonProps,
} from '@fluentui/react-components';
import { useEffect, useId, type ReactElement } from 'react';
import { Tooltip } from './tooltip.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

const useStyles = makeStyles({
  danger: { color: tokens.colorStatusDangerForeground3 },
  // To be seen in high contrast only: without colors a subtle button looks like a sentence.
  subtle: { border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}` },
});

export interface ActionButtonProps {
  readonly label: string;
  /** Read out after the label where several buttons of a page say the same: the thing it acts on. */
  readonly subject?: string;
  /** Why it cannot be used now; null when it can. */
  readonly reason: string | null;
  /** What it will do. */
  readonly about?: string;
  readonly busy?: boolean;
  /** It is one of two or more that exclude each other, or switches something: whether it is on. */
  readonly pressed?: boolean;
  readonly icon?: ReactElement;
  readonly appearance?: 'primary' | 'secondary' | 'subtle';
  readonly size?: 'small' | 'medium';
  /** It takes something away. */
  readonly danger?: boolean;
  /** Takes the focus: for links that lead to the next click. */
  readonly focused?: boolean;
  /** The key that presses it, see app/shortcuts.ts. */
  readonly shortcut?: 'verify';
  readonly onClick: () => void;
}

/** Always there. When it cannot be used it says why, and stays reachable by keyboard so that the reason can be read. */
export function ActionButton(props: ActionButtonProps) {
  const { label, subject, reason, about, busy = false, icon, appearance = 'secondary' } = props;
  const { size = 'medium', danger = false, focused = false, shortcut, pressed, onClick } = props;
  const styles = useStyles();
  const buttonId = useId();
  // By id: with exactOptionalPropertyTypes Fluent's types leave no ref for its buttons.
  useEffect(() => {
    if (focused) document.getElementById(buttonId)?.focus();
  }, [focused, buttonId]);
  const shownIcon = busy ? <Spinner size="extra-tiny" aria-hidden /> : icon;
  const look: ButtonProps = {
    appearance,
    size,
    ...(shownIcon !== undefined && { icon: shownIcon }),
    className: mergeClasses(
      appearance === 'subtle' && styles.subtle,
      danger && reason === null && styles.danger,
    ),
  };
  return (
    // Always there, because a button that is put into another parent loses the focus.
    <Tooltip content={reason ?? about ?? label} relationship="description">
      <Button
        {...look}
        id={buttonId}
        data-shortcut={shortcut}
        aria-pressed={pressed}
        disabledFocusable={busy || reason !== null}
        onClick={onClick}
      >
        {label}
        {subject !== undefined && <VisuallyHidden> {subject}</VisuallyHidden>}
      </Button>
    </Tooltip>
  );
}
