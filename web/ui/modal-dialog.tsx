import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, useLayoutEffect, useRef, type ReactNode, type RefObject, type SyntheticEvent } from 'react';

const useStyles = makeStyles({
  dialog: {
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '600px',
    maxHeight: '100dvh',
    margin: 'auto',
    // Whatever is pressed in it is pressed on what it contains, and a click on itself was beside it.
    padding: 0,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusXLarge,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow64,
    '::backdrop': { backgroundColor: tokens.colorBackgroundOverlay },
  },
  body: {
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalXXL,
    '@media (max-width: 480px)': { padding: tokens.spacingHorizontalM },
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'break-word',
  },
  content: { minHeight: '32px', overflowWrap: 'break-word' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalS,
    '@media (max-width: 480px)': { flexDirection: 'column-reverse', alignItems: 'stretch' },
  },
});

export interface ModalDialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** The buttons. */
  readonly actions: ReactNode;
  /** Asked for with Escape or by a click beside it. Left out: only its own buttons close it. */
  readonly onDismiss?: (() => void) | undefined;
  /** Given: it is a form, and Enter in a field submits it. */
  readonly onSubmit?: (() => void) | undefined;
}

/**
 * The browser's own modal dialog, open as long as it is rendered: nothing outside of it can be reached, and the focus goes
 * back to where it came from.
 */
export function ModalDialog({ title, children, actions, onDismiss, onSubmit }: ModalDialogProps) {
  const styles = useStyles();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useModal(dialog);
  const content = (
    <>
      <h2 id={titleId} className={styles.title}>
        {title}
      </h2>
      <div className={styles.content}>{children}</div>
      <div className={styles.actions}>{actions}</div>
    </>
  );
  return (
    <dialog
      ref={dialog}
      role={onDismiss === undefined ? 'alertdialog' : 'dialog'}
      aria-labelledby={titleId}
      className={styles.dialog}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onDismiss?.();
      }}
      onClose={({ target, currentTarget }) => {
        if (target !== currentTarget || !currentTarget.isConnected) return;
        // A browser closes it anyway when Escape is pressed again and again.
        currentTarget.showModal();
        onDismiss?.();
      }}
      onPointerDown={({ target, currentTarget }) => target === currentTarget && onDismiss?.()}
    >
      {onSubmit === undefined ? (
        <div className={styles.body}>{content}</div>
      ) : (
        // The browser's own bubbles would say in other words what is said beside the fields.
        <form className={styles.body} onSubmit={submitted(onSubmit)} noValidate>
          {content}
        </form>
      )}
    </dialog>
  );
}

function useModal(dialog: RefObject<HTMLDialogElement | null>): void {
  useLayoutEffect(() => {
    const { current } = dialog;
    const opener = findLasting(document.activeElement);
    current?.showModal();
    return () => {
      // Before the focus goes back: what is outside of an open dialog cannot take it.
      current?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [dialog]);
}

function submitted(onSubmit: () => void) {
  return (event: SyntheticEvent) => {
    event.preventDefault();
    onSubmit();
  };
}

/** An item goes with its menu; what lasts is the button that had opened that. */
function findLasting(opener: Element | null): Element | null {
  const buttonId = opener?.closest('[role=menu]')?.getAttribute('aria-labelledby');
  return buttonId == null ? opener : document.getElementById(buttonId);
}
