import type { Tone } from './status-icon.tsx';

export interface ToastContent {
  readonly tone: Tone;
  readonly title: string;
  readonly body?: string;
  readonly link?: { readonly href: string; readonly label: string };
}

type Listener = (content: ToastContent) => void;
const listeners = new Set<Listener>();

/** Apart from its looks (toasts.tsx), which are loaded after the page. */
export function showToast(content: ToastContent): void {
  for (const listener of listeners) listener(content);
}

export function onToast(listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
