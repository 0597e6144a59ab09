import { useEffect, useSyncExternalStore } from 'react';

/** WCAG 2.1.4: people who speak to the computer must be able to turn single-letter shortcuts off. */
const storageKey = 'tenantatlas.shortcuts';
const listeners = new Set<() => void>();
let enabled = read();

export function useShortcutsEnabled(): { enabled: boolean; setEnabled: (wanted: boolean) => void } {
  return { enabled: useSyncExternalStore(subscribe, () => enabled), setEnabled };
}

/** `/` goes to the page's search field, `v` presses its verify button, `?` asks for help. Pages mark both in their DOM. */
export function useShortcuts(onHelp: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!enabled || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || document.querySelector('dialog[open]') !== null) return;
      if (!runShortcut(event.key, onHelp)) return;
      event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [onHelp]);
}

function runShortcut(key: string, onHelp: () => void): boolean {
  if (key === '?') {
    onHelp();
    return true;
  }
  const target = key === '/' ? marked('search') : key === 'v' ? marked('verify') : null;
  if (target === null) return false;
  target.focus();
  if (key === 'v') target.click();
  return true;
}

function marked(name: 'search' | 'verify'): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-shortcut=${name}]`);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}

function setEnabled(wanted: boolean): void {
  enabled = wanted;
  for (const listener of listeners) listener();
  try {
    localStorage.setItem(storageKey, wanted ? 'on' : 'off');
  } catch {
    // Storage may be forbidden: then it holds until the page is closed.
  }
}

function read(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
