import { useEffect, useSyncExternalStore } from 'react';

const themeNames = ['light', 'dark', 'contrast'] as const;
export type ThemeName = (typeof themeNames)[number];

/** Also read by public/theme-boot.js, before the first paint. */
const storageKey = 'tenantatlas.theme';
const systemDark = matchMedia('(prefers-color-scheme: dark)');

const listeners = new Set<() => void>();
let chosen = read();

export interface ThemeChoice {
  readonly theme: ThemeName;
  /** null: the system decides. */
  readonly chosen: ThemeName | null;
  readonly choose: (theme: ThemeName | null) => void;
}

export function useTheme(): ThemeChoice {
  const theme = useSyncExternalStore(subscribe, () => chosen ?? systemTheme());
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  return { theme, chosen: useSyncExternalStore(subscribe, () => chosen), choose };
}

/** null for anything that is no theme of ours. */
export function toThemeName(text: string | null | undefined): ThemeName | null {
  return themeNames.find((name) => name === text) ?? null;
}

function choose(theme: ThemeName | null): void {
  chosen = theme;
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
    return toThemeName(localStorage.getItem(storageKey));
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
