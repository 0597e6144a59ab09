import type { Plugin } from 'vite';

const imports = /import \{[^}]*\btokens\b[^}]*\} from '@fluentui\/react-components'/;

/**
 * `tokens` is a table of 450 CSS variables, each named like its key, and all of them come with the first page. In a build
 * each is written where it is used, and nothing needs the table.
 */
export function fluentTokens(): Plugin {
  return {
    name: 'fluent-tokens',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (id.includes('node_modules') || !imports.test(code)) return null;
      return code.replace(/\btokens[.](\w+)\b/g, (_source, name: string) => `'var(--${name})'`);
    },
  };
}
