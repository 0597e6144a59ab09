import {
  Toast,
  ToastBody,
  Toaster,
  ToastFooter,
  ToastTitle,
  useToastController,
} from '@fluentui/react-components';
import { useEffect } from 'react';
import { AppLink } from './links.tsx';
import { StatusIcon, type Tone } from './status-icon.tsx';
import { onToast, type ToastContent } from './show-toast.ts';

const toasterId = 'toasts';
/** Long enough to read a sentence and to reach the link; hovering keeps it. */
const shownForMs = 7_000;

const icons = {
  NEUTRAL: 'info',
  INFO: 'info',
  SUCCESS: 'checkmark-circle',
  WARNING: 'warning',
  DANGER: 'error-circle',
} satisfies Record<Tone, string>;

export function Toasts() {
  const { dispatchToast } = useToastController(toasterId);
  useEffect(() => onToast((content) => dispatchToast(<ToastView {...content} />)), [dispatchToast]);
  return <Toaster toasterId={toasterId} position="bottom-end" timeout={shownForMs} pauseOnHover />;
}

function ToastView({ tone, title, body, link }: ToastContent) {
  return (
    <Toast>
      <ToastTitle media={<StatusIcon badge={{ color: tone, icon: icons[tone] }} />}>{title}</ToastTitle>
      {body !== undefined && <ToastBody>{body}</ToastBody>}
      {link !== undefined && (
        <ToastFooter>
          <AppLink href={link.href}>{link.label}</AppLink>
        </ToastFooter>
      )}
    </Toast>
  );
}
