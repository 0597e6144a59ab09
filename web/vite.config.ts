import { defaultClientConditions, defineConfig } from 'vite';
import { addresses } from './build/addresses.ts';
import { fluentThemes } from './build/fluent-themes.ts';
import { fluentTokens } from './build/fluent-tokens.ts';
import { firstLoadBudget } from './build/first-load-budget.ts';
import { graphqlDocuments } from './build/graphql-documents.ts';
import { logWithoutDirectives } from './build/log.ts';
import { precompress } from './build/precompress.ts';

const onMostPages =
  /[\\/]web[\\/](ui[\\/](?!form-dialog|fields|option-select|filter|search|selection|data-table|row-|select-)|api|app[\\/]page|gql)/;

const api = 'http://127.0.0.1:4000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    graphqlDocuments(),
    fluentTokens(),
    fluentThemes(),
    firstLoadBudget(),
    addresses(),
    precompress(),
  ],
  resolve: {
    // The modern build of rxjs; the others do not have the condition.
    conditions: ['es2015', ...defaultClientConditions],
    alias: [
      // Half of what a first visit would load else: each does here what its namesake does, in a sixth of the bytes.
      { find: /^react(-dom)?$/, replacement: 'preact/compat' },
      { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
      { find: /^react\/jsx(-dev)?-runtime$/, replacement: 'preact/jsx-runtime' },
    ],
  },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // Data URIs would need a wider content security policy.
    assetsInlineLimit: 0,
    // Every browser we support preloads modules, and the polyfill is one more script.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      onLog: logWithoutDirectives,
      output: {
        // What changes with a dependency only stays in the browser's cache when our own code changes.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/]preact[\\/]/ },
            {
              name: 'graphql',
              test: /node_modules[\\/](@apollo|graphql|graphql-ws|rxjs|@wry|optimism)[\\/]/,
            },
            // What the first script imports is loaded on every page, and what nearly every page imports on nearly
            // every page: in two pieces, and not in dozens.
            { name: 'frame', tags: ['$initial'] },
            { name: 'page', test: onMostPages, minShareCount: 8, includeDependenciesRecursively: false },
          ],
        },
      },
    },
  },
  // The development server's pages. GraphiQL's is built by a configuration of its own.
  optimizeDeps: { entries: ['index.html', 'gallery/index.html'] },
  server: {
    // The API takes only its own pages' word; here vite's page stands for them.
    proxy: {
      '/graphql': { target: api, ws: true, headers: { origin: api } },
      '/auth': { target: api, headers: { origin: api } },
    },
  },
});
