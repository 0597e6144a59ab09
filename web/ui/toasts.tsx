import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect, useState } from 'react';
import { texts } from '../texts.ts';
import { AppLink } from './links.tsx';
import { onToast, type ToastContent } from './show-toast.ts';
import type { Tone } from './badge.ts';
import { StatusIcon } from './status-icon.tsx';

interface ShownToast extends ToastContent {
  readonly key: number;
}

/** More than this would cover the page that they speak of. */
const maxAtOnce = 3;
/** Long enough to read a sentence and to reach the link; pointing at it or focusing it keeps it. */
const shownForMs = 7_000;

const icons = {
  NEUTRAL: 'info',
  INFO: 'info',
  SUCCESS: 'checkmark-circle',
  WARNING: 'warning',
  DANGER: 'error-circle',
} satisfies Record<Tone, string>;

const useStyles = makeStyles({
  toasts: {
    position: 'fixed',
    insetInlineEnd: tokens.spacingHorizontalL,
    bottom: tokens.spacingVerticalL,
    zIndex: 3,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    width: '320px',
    maxWidth: `calc(100vw - 2 * ${tokens.spacingHorizontalL})`,
  },
  toast: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow16,
    '& > svg': { fontSize: '20px' },
  },
  dismiss: { alignSelf: 'start' },
  words: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', overflowWrap: 'anywhere' },
});

/** Its own landmark, and read out without taking the focus from what someone is doing. */
export function Toasts() {
  const styles = useStyles();
  const [toasts, setToasts] = useState<readonly ShownToast[]>([]);
  useEffect(() => {
    let key = 0;
    return onToast((content) => {
      key += 1;
      const toast = { ...content, key };
      setToasts((shown) => [...shown, toast].slice(-maxAtOnce));
    });
  }, []);
  const dismiss = (key: number) => setToasts((shown) => shown.filter((toast) => toast.key !== key));
  return (
    <section className={styles.toasts} aria-label={texts.toasts.title} aria-live="polite">
      {toasts.map((toast) => (
        <ToastView key={toast.key} toast={toast} onDismiss={() => dismiss(toast.key)} />
      ))}
    </section>
  );
}

function ToastView({ toast, onDismiss }: { toast: ToastContent; onDismiss: () => void }) {
  const styles = useStyles();
  const { tone, title, body, link } = toast;
  const [kept, setKept] = useState(false);
  useEffect(() => {
    if (kept) return undefined;
    const timer = setTimeout(onDismiss, shownForMs);
    return () => clearTimeout(timer);
    // Not when only onDismiss is new, as it is with every other toast: that would restart the timer.
  }, [kept]);
  return (
    <div
      className={styles.toast}
      onPointerEnter={() => setKept(true)}
      onPointerLeave={() => setKept(false)}
      onFocus={() => setKept(true)}
      onBlur={() => setKept(false)}
    >
      <StatusIcon badge={{ color: tone, icon: icons[tone] }} />
      <div className={styles.words}>
        <strong>{title}</strong>
        {body !== undefined && <span>{body}</span>}
        {link !== undefined && <AppLink href={link.href}>{link.label}</AppLink>}
      </div>
      <Button
        className={styles.dismiss}
        appearance="transparent"
        size="small"
        icon={<DismissRegular />}
        aria-label={texts.toasts.dismiss}
        onClick={onDismiss}
      />
    </div>
  );
}
