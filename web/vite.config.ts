import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { addresses } from './build/addresses.ts';
import { fluentTokens } from './build/fluent-tokens.ts';
import { firstLoadBudget } from './build/first-load-budget.ts';
import { graphqlDocuments } from './build/graphql-documents.ts';
import { precompress } from './build/precompress.ts';

const api = 'http://127.0.0.1:4000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [graphqlDocuments(), fluentTokens(), react(), firstLoadBudget(), addresses(), precompress()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // Data URIs would need a wider content security policy.
    assetsInlineLimit: 0,
    // Every browser we support preloads modules, and the polyfill is one more script.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What changes with a dependency only stays in the browser's cache when our own code changes.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            {
              name: 'graphql',
              test: /node_modules[\\/](@apollo|graphql|graphql-ws|rxjs|@wry|optimism)[\\/]/,
            },
          ],
        },
      },
    },
  },
  server: {
    // The API takes only its own pages' word; here vite's page stands for them.
    proxy: {
      '/graphql': { target: api, ws: true, headers: { origin: api } },
      '/auth': { target: api, headers: { origin: api } },
    },
  },
});
