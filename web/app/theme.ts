import { useEffect, useSyncExternalStore } from 'react';

export type ThemeName = 'light' | 'dark';

/** Also read by public/theme-boot.js, before the first paint. */
const storageKey = 'tenantatlas.theme';
const systemDark = matchMedia('(prefers-color-scheme: dark)');

const listeners = new Set<() => void>();
let chosen = read();

/** Follows the system until somebody chooses the other theme; choosing what the system says follows it again. */
export function useTheme(): { theme: ThemeName; toggle: () => void } {
  const theme = useSyncExternalStore(subscribe, () => chosen ?? systemTheme());
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  return { theme, toggle: () => choose(theme === 'dark' ? 'light' : 'dark') };
}

function choose(theme: ThemeName): void {
  chosen = theme === systemTheme() ? null : theme;
  for (const listener of listeners) listener();
  try {
    if (chosen === null) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, chosen);
  } catch {
    // Storage may be forbidden: then the choice holds until the page is closed.
  }
}

function systemTheme(): ThemeName {
  return systemDark.matches ? 'dark' : 'light';
}

function read(): ThemeName | null {
  try {
    const stored = localStorage.getItem(storageKey);
    return stored === 'light' || stored === 'dark' ? stored : null;
  } catch {
    return null;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  systemDark.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    systemDark.removeEventListener('change', listener);
  };
}
