import type { Plugin } from 'vite';

const imports = /import \{[^}]*\btokens\b[^}]*\} from ['"]@fluentui\/react-(components|theme)['"]/;

/**
 * `tokens` is a table of 450 CSS variables, each named like its key, and all of them come with the first page. In a build
 * each is written where it is used, also in Fluent's own components, and nothing needs the table.
 */
export function fluentTokens(): Plugin {
  return {
    name: 'fluent-tokens',
    apply: 'build',
    enforce: 'pre',
    transform(code) {
      if (!imports.test(code)) return null;
      return code.replace(/(?<![/\w])tokens[.](\w+)/g, (_source, name: string) => `'var(--${name})'`);
    },
  };
}
