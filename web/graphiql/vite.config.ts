import { defineConfig } from 'vite';
import { logWithoutDirectives } from '../build/log.ts';
import { precompress } from '../build/precompress.ts';

/** A build of its own: not a byte of it is loaded with the viewer's pages. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/graphiql/',
  plugins: [precompress()],
  build: {
    outDir: '../../dist/graphiql',
    emptyOutDir: true,
    // Data URIs would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // An editor is large, and no one waits for it before they have asked for it (KB).
    chunkSizeWarningLimit: 5_000,
    rolldownOptions: {
      onLog: logWithoutDirectives,
      checks: { bundlerTimings: false },
    },
  },
});
