import type { Plugin } from 'vite';
import { themes } from '../app/themes.ts';

/** Fluent computes its themes from tables that are twice as large as the result. A build contains the result. */
export function fluentThemes(): Plugin {
  return {
    name: 'fluent-themes',
    apply: 'build',
    enforce: 'pre',
    transform(_code, id) {
      return id.endsWith('/web/app/themes.ts') ? `export const themes = ${JSON.stringify(themes)};` : null;
    },
  };
}
