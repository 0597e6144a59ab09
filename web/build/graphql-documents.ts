import { print, stripIgnoredCharacters, type DocumentNode } from 'graphql';
import type { Plugin } from 'vite';
import * as generated from '../gql/graphql.ts';

const tagged = /graphql\(`\s*(query|mutation|subscription|fragment) (\w+)[^`]*`\)/g;

/**
 * The generated `graphql()` looks its argument up in a table of every document of the app, and so would load all of them
 * with the first page. In a build each operation is put where it is written instead, as text, which is smaller than its
 * syntax tree and parsed when its page loads. A fragment is only a type: the operations contain its text, and nothing
 * looks at its value.
 */
export function graphqlDocuments(): Plugin {
  const documents = new Map(Object.entries(generated)) as ReadonlyMap<string, DocumentNode>;
  return {
    name: 'graphql-documents',
    apply: 'build',
    enforce: 'pre',
    /** For a server that answers listed operations only. */
    generateBundle() {
      const texts = [...documents]
        .filter(([name]) => /Document$/.test(name) && !/FragmentDoc$/.test(name))
        .map(([, document]) => stripIgnoredCharacters(print(document)));
      this.emitFile({ type: 'asset', fileName: 'operations.json', source: JSON.stringify(texts) });
    },
    transform(code, id) {
      if (id.includes('/web/gql/')) return { code, map: null, moduleSideEffects: false };
      if (!code.includes('graphql(`') || id.includes('node_modules') || id.includes('/gql/')) return null;
      const placed = code.replace(tagged, (_source, kind: string, name: string) => {
        if (kind === 'fragment') return '{}';
        const document = documents.get(`${name}Document`);
        if (document === undefined) this.error(`${name} is not in web/gql: run codegen.`);
        const text = JSON.stringify(stripIgnoredCharacters(print(document)));
        return `parseDocument(${text}, { noLocation: true })`;
      });
      return `import { parse as parseDocument } from 'graphql';\n${placed}`;
    },
  };
}
