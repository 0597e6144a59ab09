import type { Tone } from './badge.ts';

export interface ToastContent {
  readonly tone: Tone;
  readonly title: string;
  readonly body?: string;
  readonly link?: { readonly href: string; readonly label: string };
}

type Listener = (content: ToastContent) => void;
const listeners = new Set<Listener>();

/** For every part that has something to say; toasts.tsx shows it. */
export function showToast(content: ToastContent): void {
  for (const listener of listeners) listener(content);
}

/** Something was done as it was asked for. */
export function toastDone(title: string, body?: string): void {
  showToast({ tone: 'SUCCESS', title, ...(body !== undefined && { body }) });
}

export function onToast(listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
