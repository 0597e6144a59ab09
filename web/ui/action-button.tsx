import {
  Button,
  makeStyles,
  mergeClasses,
  Spinner,
  tokens,
  Tooltip,
  type ButtonProps,
} from '@fluentui/react-components';
import { useEffect, useId, useState, type ReactElement } from 'react';
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
  const tooltip = useTooltip();
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
    <Tooltip
      content={reason ?? about ?? label}
      relationship="description"
      positioning="below-end"
      visible={tooltip.visible}
      onVisibleChange={(_event, { visible }) => tooltip.show(visible)}
    >
      <Button
        {...look}
        id={buttonId}
        data-shortcut={shortcut}
        aria-pressed={pressed}
        disabledFocusable={busy || reason !== null}
        onClick={() => {
          tooltip.dismiss();
          onClick();
        }}
        onPointerLeave={tooltip.reset}
        onBlur={tooltip.reset}
      >
        {label}
        {subject !== undefined && <VisuallyHidden> {subject}</VisuallyHidden>}
      </Button>
    </Tooltip>
  );
}

/** Pressed, it has nothing more to say: it would stay behind the dialog that opens. It comes again with the next visit. */
function useTooltip() {
  const [visible, setVisible] = useState(false);
  const [dismissed, setDismissed] = useState(false);
  return {
    visible,
    show: (next: boolean) => setVisible(next && !dismissed),
    dismiss: () => {
      setVisible(false);
      setDismissed(true);
    },
    reset: () => setDismissed(false),
  };
}
