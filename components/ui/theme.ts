'use client';

import { useSyncExternalStore } from 'react';

export type ThemeChoice = 'light' | 'dark' | 'system';

// The page's head restores this key before the first paint.
const KEY = 'kms-lab.theme';
const listeners = new Set<() => void>();

function read(): ThemeChoice {
  const theme = document.documentElement.dataset.theme;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Chooses the theme and keeps it on the device; `system` asks the device each time. */
export function chooseTheme(choice: ThemeChoice): void {
  const root = document.documentElement;
  if (choice === 'system') delete root.dataset.theme;
  else root.dataset.theme = choice;
  try {
    if (choice === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, choice);
  } catch {
    // Storage is refused: the choice holds until the page is left.
  }
  for (const listener of listeners) listener();
}

export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(subscribe, read, () => 'system');
}

const darkDevice = '(prefers-color-scheme: dark)';

function subscribeDark(listener: () => void): () => void {
  const media = window.matchMedia(darkDevice);
  media.addEventListener('change', listener);
  const forget = subscribe(listener);
  return () => {
    media.removeEventListener('change', listener);
    forget();
  };
}

function isDark(): boolean {
  const choice = read();
  return choice === 'dark' || (choice === 'system' && window.matchMedia(darkDevice).matches);
}

/** Whether the page is dark now: by choice, or because the device is. */
export function useDark(): boolean {
  return useSyncExternalStore(subscribeDark, isDark, () => false);
}
